import fc from 'fast-check';
import { arbitraryCondition } from '../conditions/condition-arbitrary.test-support.ts';
import { EMPTY_FLOW, type Flow, type FlowEdge, type FlowNode } from '../flow/flow.ts';
import type { NaiveFlow } from './naive-run.test-support.ts';

const tag = fc.constantFrom('vip', 'refund', 'bug');

const step = fc.oneof(
  fc.record({
    kind: fc.constant('filter.condition'),
    config: fc.record({ condition: arbitraryCondition }),
    ports: fc.constant(['yes', 'no']),
  }),
  fc.record({
    kind: fc.constant('filter.switch'),
    config: fc.record({
      cases: fc.tuple(arbitraryCondition, arbitraryCondition).map(([a, b]) => [
        { id: 'a', condition: a },
        { id: 'b', condition: b },
      ]),
    }),
    ports: fc.constant(['a', 'b', 'otherwise']),
  }),
  fc.record({
    kind: fc.constant('action.setFields'),
    config: fc.record({
      fields: fc.oneof(
        fc.record({ 'ticket.priority': fc.constantFrom('low', 'high', 'urgent') }),
        fc.record({
          'ticket.status': fc.constantFrom('open', 'solved'),
          'ticket.level': fc.integer({ min: 1, max: 5 }),
        }),
        fc.record({ 'ticket.severity': fc.option(fc.constantFrom('minor', 'major')) }),
      ),
    }),
    ports: fc.constant(['done']),
  }),
  fc.record({
    kind: fc.constant('action.tags'),
    config: fc.record({ add: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }), remove: fc.constant<string[]>([]) }),
    ports: fc.constant(['done']),
  }),
  fc.record({
    kind: fc.constant('action.tags'),
    config: fc.record({ add: fc.constant<string[]>([]), remove: fc.uniqueArray(tag, { minLength: 1 }) }),
    ports: fc.constant(['done']),
  }),
  fc.record({
    kind: fc.constant('control.stop'),
    config: fc.record({ laterFlows: fc.boolean() }),
    ports: fc.constant<string[]>([]),
  }),
);

const trigger = fc.constantFrom(
  { kind: 'trigger.ticketCreated', config: {} },
  { kind: 'trigger.ticketUpdated', config: { fields: ['ticket.priority', 'ticket.level'] } },
  { kind: 'trigger.ticketUpdated', config: { fields: ['ticket.tags'] } },
  { kind: 'trigger.ticketSolved', config: {} },
);

/** Whole flows without circles: each port leads to a later step, or nowhere. */
const arbitraryFlow: fc.Arbitrary<Flow> = fc
  .record({
    triggers: fc.array(trigger, { minLength: 1, maxLength: 2 }),
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    leaps: fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
  })
  .map(({ triggers, steps, leaps }) => {
    const position = { x: 0, y: 0 };
    const starts: FlowNode[] = triggers.map(({ kind, config }, index) => ({ id: `t${index}`, kind, position, config }));
    const rest: FlowNode[] = steps.map(({ kind, config }, index) => ({ id: `s${index}`, kind, position, config }));
    const edges: FlowEdge[] = [];
    const join = (node: string, port: string, target: FlowNode | undefined) => {
      if (target) edges.push({ id: `${node}-${port}`, from: { node, port }, to: { node: target.id } });
    };
    for (const start of starts) join(start.id, 'then', rest[0]);
    let draw = 0;
    for (const [index, { ports }] of steps.entries()) {
      for (const port of ports) {
        join(`s${index}`, port, rest[index + 1 + (leaps[draw % leaps.length] ?? 0)]);
        draw += 1;
      }
    }
    return { ...EMPTY_FLOW, nodes: [...starts, ...rest], edges };
  });

/** Up to five live flows that set each other off. */
export const arbitraryFlows: fc.Arbitrary<readonly NaiveFlow[]> = fc
  .array(fc.record({ position: fc.nat(2), stopOnMatch: fc.boolean(), flow: arbitraryFlow }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((flows) => flows.map((flow, index) => ({ ...flow, flowId: `f${index}` })));
