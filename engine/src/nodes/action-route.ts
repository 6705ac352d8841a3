import * as z from 'zod';
import { AFFINITIES, type LadderTarget } from '../routing/requirement.ts';
import { asking } from './asking.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { ladderRelaxesEarly } from './ladder-relaxes-early.ts';
import { ladderText } from './route-sentence.ts';
import {
  checkTarget,
  compileTarget,
  ladderField,
  type RouteTarget,
  TARGET_FIELDS,
  targetReferences,
} from './route-target.ts';
import { ACTION_PORTS } from './standard-ports.ts';

const PREFERRED = [
  { value: 'lastAgent', label: { en: "The customer's last agent", id: 'Agen terakhir pelanggan' } },
  { value: 'accountOwner', label: { en: 'The account owner', id: 'Pemegang akun' } },
  { value: 'relatedTicket', label: { en: 'The agent of a related ticket', id: 'Agen tiket terkait' } },
];

const config = z.strictObject({
  ...TARGET_FIELDS,
  ladder: ladderField,
  prefer: z
    .enum(AFFINITIES)
    .optional()
    .meta(
      control(
        'select',
        { en: 'Prefer', id: 'Utamakan' },
        {
          options: PREFERRED,
          help: { en: 'Among the agents who can take it', id: 'Di antara agen yang dapat menanganinya' },
        },
      ),
    ),
});

type Config = z.infer<typeof config>;

/**
 * Puts the ticket into a queue, with what an agent must meet to take it, and leads it down a ladder of further targets
 * while nobody does. The last route of a cascade wins.
 */
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
  references: (given) => rungs(given).flatMap(([target, path]) => targetReferences(target, path)),
  check: (given, catalogue) => {
    const all = rungs(given);
    return [
      ...all.flatMap(([target, path], index) => checkTarget(target, path, index === all.length - 1, catalogue)),
      ...ladderRelaxesEarly(all.map(([target]) => target)),
    ];
  },
  // Another queue than before takes the ticket from its agent.
  writes: ({ queueId }) => [{ fact: 'ticket.queue', to: queueId }, { fact: 'ticket.assignee' }],
  sentence: (given, names, locale) => {
    const ladder = ladderText(
      rungs(given).map(([target]) => target),
      names,
      locale,
    );
    const preferred = PREFERRED.find(({ value }) => value === given.prefer)?.label[locale];
    const prefer = preferred ? `; ${{ en: 'preferably ', id: 'utamakan ' }[locale]}${uncapital(preferred)}` : '';
    return { en: `Route to ${ladder}${prefer}`, id: `Arahkan ke ${ladder}${prefer}` }[locale];
  },
  behaviour: ({ ladder = [], prefer, ...given }) => {
    const first = compileTarget(given);
    const rest = ladder.map(compileTarget).filter((compiled) => compiled !== null);
    if (!first || rest.length < ladder.length) return null;
    return asking(({ facts }) => {
      const { queueId, requirement, priority, timeoutMs, skipIf } = first(facts);
      return [
        {
          type: 'enqueue',
          queueId,
          requirement,
          priority,
          ...(timeoutMs === null ? {} : { timeoutMs }),
          ...(skipIf ? { skipIf } : {}),
          ...(rest.length > 0 ? { ladder: rest.map((compiled) => compiled(facts)) } : {}),
          ...(prefer ? { prefer } : {}),
        },
      ];
    });
  },
});

/** The targets of a route's config, in order, as a ticket of which nothing is known would get them; none where it does not parse. */
export function routeTargets(given: Readonly<Record<string, unknown>>): readonly LadderTarget[] {
  const parsed = config.safeParse(given);
  if (!parsed.success) return [];
  return rungs(parsed.data).flatMap(([target]) => compileTarget(target)?.({}) ?? []);
}

/** Every target in order, with its path in the config. */
function rungs(given: Config): readonly (readonly [target: RouteTarget, path: readonly (string | number)[]])[] {
  return [[given, []], ...(given.ladder ?? []).map((target, index) => [target, ['ladder', index]] as const)];
}

function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
