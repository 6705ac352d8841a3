import * as z from 'zod';
import { checkCondition } from '../conditions/check-condition.ts';
import { parseCondition } from '../conditions/condition.ts';
import { conditionReferences } from '../conditions/condition-references.ts';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import { PRIORITIES } from '../facts/fact-options.ts';
import { type Facts, readFact } from '../facts/fact-value.ts';
import type { Issue } from '../flow/issue.ts';
import type { LadderTarget } from '../routing/requirement.ts';
import { control } from './control.ts';
import type { ReferenceUse } from './define-node.ts';
import { finding, required } from './finding.ts';

/** As `requirement.language`: the language of the ticket itself, and no requirement while it is unknown. */
export const LANGUAGE_OF_TICKET = 'ticket';

const skill = z.strictObject({
  skillId: z.string().min(1),
  level: z.number().int().min(1).max(5),
  drop: z.number().int().min(1).max(9).optional(),
});

const requirement = z
  .strictObject({
    skills: z
      .array(skill)
      .max(50)
      .meta(
        control(
          'skills',
          { en: 'Skills', id: 'Keahlian' },
          {
            help: {
              en: 'A numbered skill may be given up when nobody is found in time, the highest number first',
              id: 'Keahlian bernomor boleh ditinggalkan bila tak ada agen pada waktunya, nomor terbesar lebih dulu',
            },
          },
        ),
      ),
    language: z
      .string()
      .regex(/^(ticket|[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$/)
      .optional()
      .meta(control('language', { en: 'Language', id: 'Bahasa' })),
    teamId: z
      .string()
      .optional()
      .meta(control('team', { en: 'Team', id: 'Tim' })),
    location: z
      .string()
      .max(200)
      .optional()
      .meta(control('location', { en: 'Location', id: 'Lokasi' })),
  })
  .meta(control('requirement', { en: 'Agents must have', id: 'Syarat agen' }));

/** The fields of one target of a route: where to, for whom, how long, and when to pass it by. */
export const TARGET_FIELDS = {
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
  timeoutMs: z
    .number()
    .int()
    .min(1000)
    .max(31 * 86_400_000)
    .optional()
    .meta(
      control(
        'duration',
        { en: 'Move on after', id: 'Pindah setelah' },
        { help: { en: 'Leave empty to stay for good', id: 'Kosongkan agar tetap di sini' } },
      ),
    ),
  skipIf: z
    .record(z.string(), z.unknown())
    .optional()
    .meta(
      control(
        'condition',
        { en: 'Move on at once if', id: 'Langsung pindah bila' },
        {
          help: {
            en: 'Asked where nobody can take the ticket right away',
            id: 'Diperiksa bila belum ada yang dapat langsung menangani tiket',
          },
        },
      ),
    ),
};

const target = z.strictObject(TARGET_FIELDS);

export const ladderField = z
  .array(target)
  .max(20)
  .optional()
  .meta(
    control(
      'ladder',
      { en: 'If nobody takes it in time', id: 'Bila tidak ada yang menangani' },
      { help: { en: 'The next queues in order', id: 'Antrean berikutnya secara berurutan' } },
    ),
  );

/** One target of a route as configs hold it. */
export type RouteTarget = z.infer<typeof target>;

/** What a target refers to; paths start with `path`. */
export function targetReferences(
  { queueId, requirement: { skills, teamId }, skipIf }: RouteTarget,
  path: readonly (string | number)[],
): readonly ReferenceUse[] {
  const uses: ReferenceUse[] = skills.map(({ skillId }, index) => ({
    kind: 'skill',
    id: skillId,
    path: [...path, 'requirement', 'skills', index, 'skillId'],
  }));
  if (queueId) uses.push({ kind: 'queue', id: queueId, path: [...path, 'queueId'] });
  if (teamId) uses.push({ kind: 'team', id: teamId, path: [...path, 'requirement', 'teamId'] });
  return [...uses, ...conditionReferences(skipIf, [...path, 'skipIf'])];
}

/**
 * What is wrong with a target. A timeout is needed where skills fall away in time, and where another target follows that
 * no condition leads to.
 */
export function checkTarget(
  { queueId, requirement: { skills }, timeoutMs, skipIf }: RouteTarget,
  path: readonly (string | number)[],
  isLast: boolean,
  catalogue: readonly FactDefinition[],
): readonly Issue[] {
  const isLeftOtherwise = isLast || skipIf !== undefined;
  const isTimed = timeoutMs !== undefined || (isLeftOtherwise && skills.every(({ drop }) => drop === undefined));
  const twice = skills.flatMap(({ skillId }, index) =>
    skills.findIndex((other) => other.skillId === skillId) < index
      ? [finding('INVALID_VALUE', [...path, 'requirement', 'skills', index, 'skillId'], { expected: 'skillOnce' })]
      : [],
  );
  const skipPath = [...path, 'skipIf'];
  const parsed = skipIf && parseCondition(skipIf, skipPath);
  const skip = !parsed ? [] : parsed.ok ? checkCondition(parsed.condition, catalogue, skipPath) : parsed.issues;
  return [
    ...required(queueId !== '', [...path, 'queueId']),
    ...required(isTimed, [...path, 'timeoutMs']),
    ...twice,
    ...skip,
  ];
}

/** A target made ready: from the facts to the target as the dispatcher takes it. Null where `skipIf` cannot be asked. */
export function compileTarget(target: RouteTarget): ((facts: Facts) => LadderTarget) | null {
  const { queueId, priority = null, timeoutMs = null } = target;
  const { language, teamId, location } = target.requirement;
  const parsed = target.skipIf && parseCondition(target.skipIf);
  if (parsed && !parsed.ok) return null;
  const skills = [...target.requirement.skills]
    .sort((a, b) => (a.skillId < b.skillId ? -1 : 1))
    .map(({ skillId, level, drop }) => (drop === undefined ? { skillId, level } : { skillId, level, drop }));
  return (facts) => {
    const needed = language === LANGUAGE_OF_TICKET ? readFact(facts, 'ticket.language') : language;
    return {
      queueId,
      requirement: {
        skills,
        ...(typeof needed === 'string' && needed ? { language: needed } : {}),
        ...(teamId ? { teamId } : {}),
        ...(location?.trim() ? { location: location.trim() } : {}),
      },
      priority,
      timeoutMs,
      ...(parsed ? { skipIf: parsed.condition } : {}),
    };
  };
}

/** How many different drop numbers a target has: each takes one more timeout before the ticket moves on. */
export function dropNumbers({ requirement: { skills } }: RouteTarget): readonly number[] {
  return [...new Set(skills.flatMap(({ drop }) => drop ?? []))].sort((a, b) => b - a);
}

/** How long a ticket stays at a target until it moves on, in milliseconds; null for good. */
export function stayMs(given: RouteTarget): number | null {
  return given.timeoutMs === undefined ? null : given.timeoutMs * (dropNumbers(given).length + 1);
}
