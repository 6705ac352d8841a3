import fc from 'fast-check';
import { arbitraryCondition } from '../conditions/condition-arbitrary.test-support.ts';
import { EMPTY_FLOW, type Flow, type FlowEdge, type FlowNode } from '../flow/flow.ts';
import type { NaiveFlow, NaiveMoment } from './naive-run.test-support.ts';

const tag = fc.constantFrom('vip', 'refund', 'bug');

const setFields = fc.record({
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
});
const addTags = fc.record({
  kind: fc.constant('action.tags'),
  config: fc.record({ add: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }), remove: fc.constant<string[]>([]) }),
});
const removeTags = fc.record({
  kind: fc.constant('action.tags'),
  config: fc.record({ add: fc.constant<string[]>([]), remove: fc.uniqueArray(tag, { minLength: 1 }) }),
});
/** Always fails: no provider is set up for it. */
const failing = fc.record({ kind: fc.constant('action.lookupContact'), config: fc.constant({}) });
const inList = fc.oneof(setFields, addTags, removeTags, failing);

interface Drawn {
  readonly kind: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Ports that lead on; one named twice forks. */
  readonly ports: readonly string[];
}

function withPorts(action: fc.Arbitrary<Omit<Drawn, 'ports'>>, ...ports: readonly string[]): fc.Arbitrary<Drawn> {
  return action.map((drawn) => ({ ...drawn, ports }));
}

function drawn(kind: string, config: fc.Arbitrary<Record<string, unknown>>, ...ports: readonly string[]) {
  return withPorts(fc.record({ kind: fc.constant(kind), config }), ...ports);
}

const duration = fc
  .constantFrom(1_000, 2_000, 5_000)
  .map((ms) => ({ until: { type: 'duration', ms, clock: 'calendar' } }));
const condition = fc.record({ condition: arbitraryCondition });
const cases = fc.tuple(arbitraryCondition, arbitraryCondition).map(([a, b]) => ({
  cases: [
    { id: 'a', condition: a },
    { id: 'b', condition: b },
  ],
}));
const startFlow = fc.record({ flowId: fc.constantFrom('f0', 'f1', 'f2', 'f3') });
const sequence = fc.record({
  actions: fc.array(inList, { minLength: 1, maxLength: 3 }),
  onError: fc.constantFrom('stop', 'continue'),
});
const sideBySide = fc.record({ actions: fc.array(inList, { minLength: 1, maxLength: 3 }) });
const reply = fc.constant({ text: 'Hello' });
const shares = [
  { id: 'a', percent: 50 },
  { id: 'b', percent: 50 },
];

const step: fc.Arbitrary<Drawn> = fc.oneof(
  drawn('filter.condition', condition, 'yes', 'no'),
  drawn('filter.switch', cases, 'a', 'b', 'otherwise'),
  drawn('filter.split', fc.constant({ shares }), 'a'),
  withPorts(setFields, 'done'),
  withPorts(addTags, 'done'),
  withPorts(removeTags, 'done'),
  withPorts(failing, 'failed'),
  withPorts(failing, 'done'),
  drawn('action.reply', reply, 'done'),
  drawn('action.reply', reply, 'done', 'failed'),
  drawn('action.startFlow', startFlow, 'done', 'failed'),
  drawn('control.sequence', sequence, 'done', 'failed'),
  drawn('control.parallel', sideBySide, 'done', 'failed'),
  drawn('control.parallel', fc.constant({ actions: [] }), 'done', 'done', 'done'),
  drawn('control.parallel', fc.constant({ actions: [] }), 'done', 'done'),
  drawn('control.wait', duration, 'elapsed'),
  drawn(
    'control.wait',
    duration.map((until) => ({ ...until, ends: [{ type: 'ticketReplied' }] })),
    'elapsed',
    'happened',
  ),
  drawn('control.stop', fc.record({ laterFlows: fc.boolean() })),
);

const trigger = fc.constantFrom(
  { kind: 'trigger.ticketCreated', config: {} },
  { kind: 'trigger.ticketUpdated', config: { fields: ['ticket.priority', 'ticket.level'] } },
  { kind: 'trigger.ticketUpdated', config: { fields: ['ticket.tags'] } },
  { kind: 'trigger.ticketSolved', config: {} },
  { kind: 'trigger.ticketReplied', config: { by: 'any' } },
);

const joining: fc.Arbitrary<Drawn> = fc.oneof(
  { arbitrary: step, weight: 12 },
  { arbitrary: drawn('control.join', fc.record({ waitsFor: fc.constantFrom('all', 'any') }), 'then'), weight: 4 },
  { arbitrary: drawn('control.parallel', fc.constant({ actions: [] }), 'done', 'done', 'done'), weight: 3 },
);

/** Whole flows without circles: each port leads to a later step, or nowhere. */
const flowOf = (anyStep: fc.Arbitrary<Drawn>): fc.Arbitrary<Flow> =>
  fc
    .record({
      triggers: fc.array(trigger, { minLength: 1, maxLength: 2 }),
      steps: fc.array(anyStep, { minLength: 1, maxLength: 7 }),
      leaps: fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
    })
    .map(({ triggers, steps, leaps }) => {
      const position = { x: 0, y: 0 };
      const starts: FlowNode[] = triggers.map(({ kind, config }, index) => ({
        id: `t${index}`,
        kind,
        position,
        config,
      }));
      const rest: FlowNode[] = steps.map(({ kind, config }, index) => ({ id: `s${index}`, kind, position, config }));
      const edges: FlowEdge[] = [];
      const join = (node: string, port: string, target: FlowNode | undefined) => {
        if (target)
          edges.push({ id: `${node}-${port}-${edges.length}`, from: { node, port }, to: { node: target.id } });
      };
      for (const start of starts) join(start.id, 'then', rest[0]);
      let draw = 0;
      for (const [index, { ports }] of steps.entries()) {
        for (const port of ports) {
          const target = rest[index + 1 + (leaps[draw % leaps.length] ?? 0)];
          join(`s${index}`, port, target);
          // The shares of a split lead to one place, so that its hash does not matter.
          if (steps[index]?.kind === 'filter.split') join(`s${index}`, 'b', target);
          draw += 1;
        }
      }
      return { ...EMPTY_FLOW, nodes: [...starts, ...rest], edges };
    });

const flowsOf = (anyStep: fc.Arbitrary<Drawn>): fc.Arbitrary<readonly NaiveFlow[]> =>
  fc
    .array(fc.record({ position: fc.nat(2), stopOnMatch: fc.boolean(), flow: flowOf(anyStep) }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((flows) => flows.map((flow, index) => ({ ...flow, flowId: `f${index}` })));

/** Up to five live flows that set each other off, with branches that never meet. */
export const arbitraryFlows = flowsOf(step);

/** The same, with joins anywhere. */
export const arbitraryJoiningFlows = flowsOf(joining);

/** A ticket's life: mostly what happens to it, with time and answers in between. */
export const arbitraryLife: fc.Arbitrary<readonly NaiveMoment[]> = fc.array(
  fc.oneof(
    { arbitrary: fc.record({ event: fc.constantFrom('ticketCreated', 'ticketReplied', 'ticketSolved') }), weight: 4 },
    { arbitrary: fc.record({ event: fc.constant('ticketClosed' as const) }), weight: 1 },
    { arbitrary: fc.record({ laterMs: fc.constantFrom(500, 1_000, 2_000, 6_000) }), weight: 4 },
    { arbitrary: fc.record({ isRefused: fc.boolean() }), weight: 2 },
  ),
  { minLength: 1, maxLength: 5 },
);
