import fc from 'fast-check';
import { type ConditionInput, evaluateCondition } from '../conditions/compile-condition.ts';
import type { Condition } from '../conditions/condition.ts';
import { conditionsAbout, factsOf, worlds } from '../conditions/reasoning/small-world.test-support.ts';
import { EMPTY_FLOW, type Flow, type FlowEdge, type FlowNode } from '../flow/flow.ts';
import type { Issue } from '../flow/issue.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';

/** What a step is told, and the ports that lead on from it; one named twice forks. */
export interface Told {
  readonly kind: string;
  readonly config: Record<string, unknown>;
  readonly ports: readonly string[];
}

export function told(kind: string, config: Record<string, unknown>, ...ports: string[]): Told {
  return { kind, config, ports };
}

export const FIELD_ACTIONS: readonly Told[] = [
  told('action.setFields', { fields: { 'ticket.priority': 'high' } }, 'done'),
  told('action.setFields', { fields: { 'ticket.severity': 'major', 'ticket.custom.amount': 2 } }, 'done'),
  told('action.setFields', { fields: { 'ticket.severity': null } }, 'done'),
  told('action.tags', { add: ['VIP'], remove: ['refund'] }, 'done'),
  told('action.tags', { add: [], remove: ['vip', 'refund', 'x'] }, 'done'),
  told('action.tags', { add: ['refund'], remove: [] }, 'done'),
  told('action.route', { queueId: 'q-pay', requirement: { skills: [] } }, 'done'),
  told('action.assign', { agentId: 'a-dewi' }, 'done'),
  told('control.stop', { laterFlows: false }),
];

/** What small flows are made of. */
export interface Drawing {
  readonly triggers: readonly Told[];
  /** What their conditions ask about. */
  readonly facts: readonly string[];
  readonly actions: readonly Told[];
  /** How many times as often as each kind of filter a step is an action. */
  readonly actionWeight: number;
  /** Steps behind the trigger, at most. */
  readonly most: number;
  /** How many steps a port may pass by, at most. */
  readonly leap: number;
}

function steps({ facts, actions, actionWeight, most }: Drawing): fc.Arbitrary<readonly Told[]> {
  const condition = conditionsAbout(facts);
  const filter = condition.map((asked) => told('filter.condition', { condition: asked }, 'yes', 'no'));
  const cases = fc.array(condition, { minLength: 1, maxLength: 3 });
  const fork = cases.map((asked) =>
    told(
      'filter.switch',
      { cases: asked.map((one, index) => ({ id: `c${index}`, condition: one })) },
      ...asked.map((_, index) => `c${index}`),
      'otherwise',
    ),
  );
  const action = { weight: actionWeight, arbitrary: fc.constantFrom(...actions) };
  return fc.array(fc.oneof(filter, fork, action), { minLength: 1, maxLength: most });
}

const TRIGGERS: readonly Told[] = [
  told('trigger.ticketCreated', {}, 'then'),
  told('trigger.ticketUpdated', { fields: ['ticket.priority'], to: 'urgent' }, 'then'),
  told('trigger.ticketUpdated', { fields: ['ticket.priority'], from: 'low' }, 'then'),
];

/** Flows about one or two of these facts, whose ports lead to a later step or nowhere. */
export function flowsAbout(asked: readonly string[], actions: readonly Told[]): fc.Arbitrary<Flow> {
  return fc
    .uniqueArray(fc.constantFrom(...asked), { minLength: 1, maxLength: 2 })
    .chain((facts) => flowsOf({ triggers: TRIGGERS, facts, actions, actionWeight: 1, most: 6, leap: 2 }));
}

/** Flows of these parts, whose ports lead to a later step or nowhere. */
export function flowsOf(drawing: Drawing): fc.Arbitrary<Flow> {
  return fc
    .record({
      trigger: fc.constantFrom(...drawing.triggers),
      steps: steps(drawing),
      leaps: fc.array(fc.nat(drawing.leap), { minLength: 24, maxLength: 24 }),
    })
    .map(({ trigger, steps: given, leaps }) => {
      const position = { x: 0, y: 0 };
      const all = [trigger, ...given];
      const nodes: FlowNode[] = all.map(({ kind, config }, index) => ({ id: `n${index}`, kind, position, config }));
      let draw = 0;
      const edges = all.flatMap(({ ports }, index) =>
        ports.flatMap((port, at): FlowEdge[] => {
          const target = nodes[index + 1 + (index === 0 ? 0 : (leaps[draw++ % leaps.length] ?? 0))];
          return target
            ? [{ id: `${index}${port}${at}`, from: { node: `n${index}`, port }, to: { node: target.id } }]
            : [];
        }),
      );
      return { ...EMPTY_FLOW, nodes, edges };
    });
}

/** Every ticket of the small world for which the flow's trigger, its first node, can fire. */
export function ticketsOf(flow: Flow): readonly ConditionInput[] {
  const trigger = flow.nodes[0];
  const isCreated = trigger?.kind === 'trigger.ticketCreated';
  const implied = trigger && nodeDefinition(trigger.kind)?.implies(trigger.config);
  const asked = flow.nodes.flatMap(({ config: { condition, cases } }) => [
    ...(condition ? factsOf(condition as Condition) : []),
    ...((cases ?? []) as { condition: Condition }[]).flatMap((one) => factsOf(one.condition)),
  ]);
  const facts = new Set(
    isCreated ? asked.filter((fact) => fact !== 'change') : [...asked, 'change', 'ticket.priority'],
  );
  return [...worlds(facts)].filter((input) => !implied || evaluateCondition(implied, input).holds);
}

/** The way that a finding says nobody takes, as `node/port`; null for other findings. */
export function forbiddenBy({ code, nodeId = '', path }: Issue, flow: Flow): string | null {
  const index = path[2];
  const port = typeof index === 'number' ? `c${index}` : 'yes';
  if (code === 'CONDITION_NEVER_HOLDS' || code === 'SHADOWED_CASE') return `${nodeId}/${port}`;
  if (code !== 'CONDITION_ALWAYS_HOLDS') return null;
  return `${nodeId}/${flow.nodes.find(({ id }) => id === nodeId)?.kind === 'filter.switch' ? 'otherwise' : 'no'}`;
}
