import { z } from 'zod';
import { OFFERED_LANGUAGES } from '../facts/fact-options.ts';
import { readFact } from '../facts/fact-value.ts';
import { listText } from '../facts/list-text.ts';
import type { Names } from '../facts/names.ts';
import type { Locale } from '../flow/locale.ts';
import { asking } from './asking.ts';
import { control } from './control.ts';
import { defineNode, type ReferenceUse } from './define-node.ts';
import { required } from './finding.ts';
import { ACTION_PORTS } from './standard-ports.ts';

/** As `requirement.language`: the language of the ticket itself, and no requirement while it is unknown. */
const LANGUAGE_OF_TICKET = 'ticket';

const requirement = z
  .strictObject({
    skills: z
      .array(z.strictObject({ skillId: z.string().min(1), level: z.number().int().min(1).max(5) }))
      .max(50)
      .meta(control('skills', { en: 'Skills', id: 'Keahlian' })),
    language: z
      .string()
      .regex(/^(ticket|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$/)
      .optional()
      .meta(control('language', { en: 'Language', id: 'Bahasa' })),
    teamId: z
      .string()
      .optional()
      .meta(control('team', { en: 'Team', id: 'Tim' })),
  })
  .meta(control('requirement', { en: 'Agents must have', id: 'Syarat agen' }));

const PRIORITIES = [
  { value: 'low', label: { en: 'Low', id: 'Rendah' } },
  { value: 'normal', label: { en: 'Normal', id: 'Biasa' } },
  { value: 'high', label: { en: 'High', id: 'Tinggi' } },
  { value: 'urgent', label: { en: 'Urgent', id: 'Mendesak' } },
];

const config = z.strictObject({
  queueId: z.string().meta(control('queue', { en: 'Queue', id: 'Antrean' })),
  requirement,
  priority: z
    .enum(['low', 'normal', 'high', 'urgent'])
    .optional()
    .meta(
      control(
        'select',
        { en: 'Priority in the queue', id: 'Prioritas dalam antrean' },
        {
          options: PRIORITIES,
          help: { en: "Leave empty for the ticket's own", id: 'Kosongkan untuk memakai prioritas tiket' },
        },
      ),
    ),
});

type Config = z.infer<typeof config>;

/** Puts the ticket into a queue, with what an agent must meet to take it. The last route of a cascade wins. */
export const actionRoute = defineNode<Config>({
  kind: 'action.route',
  group: 'action',
  label: { en: 'Route to queue', id: 'Arahkan ke antrean' },
  help: {
    en: 'Puts the ticket into a queue for agents with the needed skills',
    id: 'Memasukkan tiket ke antrean untuk agen dengan keahlian yang diperlukan',
  },
  config,
  defaultConfig: { queueId: '', requirement: { skills: [] } },
  ports: () => ACTION_PORTS,
  references: ({ queueId, requirement: { skills, teamId } }) => {
    const uses: ReferenceUse[] = skills.map(({ skillId }, index) => ({
      kind: 'skill',
      id: skillId,
      path: ['requirement', 'skills', index, 'skillId'],
    }));
    if (queueId) uses.push({ kind: 'queue', id: queueId, path: ['queueId'] });
    if (teamId) uses.push({ kind: 'team', id: teamId, path: ['requirement', 'teamId'] });
    return uses;
  },
  check: ({ queueId }) => required(queueId !== '', ['queueId']),
  sentence: (parsed, names, locale) => {
    const queue = parsed.queueId ? names.reference('queue', parsed.queueId) : '…';
    const needs = listText(needTexts(parsed.requirement, names, locale), 'and', locale);
    const start = { en: `Route to queue ${queue}`, id: `Arahkan ke antrean ${queue}` }[locale];
    const priority = PRIORITIES.find(({ value }) => value === parsed.priority)?.label[locale];
    const rank = priority ? { en: `, priority ${priority}`, id: `, prioritas ${priority}` }[locale] : '';
    return (needs ? { en: `${start}, needs ${needs}`, id: `${start}, perlu ${needs}` }[locale] : start) + rank;
  },
  writes: () => [{ fact: 'ticket.queue' }],
  behaviour: ({ queueId, requirement: { skills, language, teamId }, priority = null }) => {
    const sorted = [...skills].sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
    return asking(({ facts }) => {
      const own = readFact(facts, 'ticket.language');
      const needed = language === LANGUAGE_OF_TICKET ? own : language;
      return [
        {
          type: 'enqueue',
          queueId,
          requirement: {
            skills: sorted,
            ...(typeof needed === 'string' && needed ? { language: needed } : {}),
            ...(teamId ? { teamId } : {}),
          },
          priority,
        },
      ];
    });
  },
});

function needTexts({ skills, language, teamId }: Config['requirement'], names: Names, locale: Locale): string[] {
  const texts = skills.map(({ skillId, level }) => {
    const skill = names.reference('skill', skillId);
    return { en: `${skill} (level ${level})`, id: `${skill} (tingkat ${level})` }[locale];
  });
  if (language === LANGUAGE_OF_TICKET) texts.push({ en: "the ticket's language", id: 'bahasa tiket' }[locale]);
  else if (language) {
    texts.push(OFFERED_LANGUAGES.find(({ value }) => value === language)?.label[locale] ?? language);
  }
  if (teamId) {
    const team = names.reference('team', teamId);
    texts.push({ en: `team ${team}`, id: `tim ${team}` }[locale]);
  }
  return texts;
}
