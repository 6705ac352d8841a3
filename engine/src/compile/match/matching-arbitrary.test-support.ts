import fc from 'fast-check';
import type { Comparison, Condition } from '../../conditions/condition.ts';
import { OPERATORS, type ValueShape } from '../../conditions/operators.ts';
import type { FieldChanges, TicketEvent } from '../../facts/event.ts';
import type { Facts, FactType, FactValue } from '../../facts/fact-value.ts';
import { EMPTY_FLOW, type Flow, type FlowEdge, type FlowNode } from '../../flow/flow.ts';

/** A fact of every type, and values few enough that comparisons often hold. */
const TYPES: Readonly<Record<string, FactType>> = {
  'ticket.subject': 'text',
  'message.text': 'text',
  'ticket.level': 'number',
  'ticket.age': 'duration',
  'ticket.createdAt': 'instant',
  'contact.isVip': 'boolean',
  'ticket.priority': 'option',
  'ticket.channel': 'reference',
  'ticket.tags': 'set',
};
const FACTS = Object.keys(TYPES);
const NOON_MS = Date.parse('2026-03-02T05:00:00Z');
export const CONTEXT = { nowMs: NOON_MS + 3_600_000, timeZone: 'Asia/Jakarta' };

const word = fc.constantFrom('low', 'High', 'URGENT', 'ｈｉｇｈ', 'Straße', 'strasse', 'refund', 'fun', '');
const text = fc.oneof(
  word,
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  fc.array(word, { minLength: 9, maxLength: 14 }).map((words) => words.join('-')),
);
const small = fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constantFrom(0.5, 1e18, Number.MAX_VALUE));
const instant = fc.constantFrom(-7_200_000, -3_600_000, 0, 1, 3_600_000, 7_200_000).map((ms) => NOON_MS + ms);
const written = fc.constantFrom('2026-03-02T05:00:00Z', '2026-03-02T12:00+07:00');
const set = fc.array(word, { maxLength: 4 });

const SEEN: Readonly<Record<FactType, fc.Arbitrary<FactValue>>> = {
  text,
  number: small,
  duration: small,
  instant,
  boolean: fc.boolean(),
  option: word,
  reference: word,
  set,
};
const anything = fc.oneof(...Object.values(SEEN));
const missing = fc.constantFrom(null, undefined, '', Number.NaN);

/** Mostly of the fact's type, sometimes missing, rarely of another type. */
function seen(fact: string): fc.Arbitrary<FactValue | null | undefined> {
  return fc.oneof(
    { arbitrary: SEEN[TYPES[fact] ?? 'text'], weight: 8 },
    { arbitrary: missing, weight: 2 },
    { arbitrary: anything, weight: 1 },
  );
}

export const arbitraryFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(FACTS.map((fact) => [fact, seen(fact)])),
  { requiredKeys: [] },
);

const arbitraryChanges: fc.Arbitrary<FieldChanges> = fc
  .uniqueArray(fc.constantFrom(...FACTS), { maxLength: 3 })
  .chain((facts) =>
    fc.record(
      Object.fromEntries(
        facts.map((fact) => [
          fact,
          fc.record({ from: seen(fact).map((value) => value ?? null), to: seen(fact).map((value) => value ?? null) }),
        ]),
      ),
    ),
  );

export const arbitraryEvent: fc.Arbitrary<TicketEvent> = fc
  .record({
    type: fc.constantFrom('ticketCreated', 'ticketUpdated', 'ticketReplied', 'ticketAssigned', 'ticketSolved'),
    kind: fc.constantFrom('customer', 'agent', 'bot', 'flow'),
    changes: fc.option(arbitraryChanges, { nil: undefined }),
    isFirstReply: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ type, kind, changes, isFirstReply }) => ({
    type,
    ticketId: 'k1',
    actor: { kind },
    ...(changes && { changes }),
    ...(isFirstReply !== undefined && { isFirstReply }),
  })) as fc.Arbitrary<TicketEvent>;

const clock = fc.constantFrom('00:00', '09:00', '12:00', '12:30', '18:00');

function shaped(type: FactType, shape: ValueShape): fc.Arbitrary<unknown> {
  const one = type === 'set' ? word : type === 'instant' ? fc.oneof(instant, written) : SEEN[type];
  switch (shape) {
    case 'none':
      return fc.constant(undefined);
    case 'one':
      return one;
    case 'many':
      return fc.array(one, { minLength: 1, maxLength: 3 });
    case 'range':
      return fc.record({ from: one, to: one });
    case 'duration':
      return fc.constantFrom(0, 1, 3_600_000, 7_200_000);
    case 'pattern':
      return fc.constantFrom('re.und', '^low', '(', 'h$');
    case 'words':
      return fc.constantFrom('fun', 'refund low', 'STRASSE', 'ｈｉｇｈ fun', '--');
    case 'calendar':
      return fc.record({ intervals: fc.constant([{ weekday: 1, from: '09:00', to: '12:30' }]) });
    case 'weekdays':
      return fc.record({ days: fc.constantFrom([1], [2, 3]) });
    case 'clock':
      return fc.record({ from: clock, to: clock });
  }
}

const comparison: fc.Arbitrary<Comparison> = fc.constantFrom(...FACTS).chain((fact) => {
  const type = TYPES[fact] ?? 'text';
  return fc
    .constantFrom(...OPERATORS[type])
    .chain(({ op, value }) =>
      fc
        .oneof(
          { arbitrary: shaped(type, value), weight: 20 },
          { arbitrary: fc.oneof(anything, fc.constantFrom(null, {}, { from: 1 })), weight: 1 },
        )
        .map((given) => (given === undefined ? { fact, op } : { fact, op, value: given })),
    );
});

/** Conditions with every operator on every type, nested up to four deep; some with values that do not fit. */
const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

const given = fc.option(fc.oneof(word, small, fc.boolean()), { nil: undefined });

const trigger = fc.oneof(
  fc.record({ kind: fc.constant('trigger.ticketCreated'), config: fc.record({ channels: fc.array(word) }) }),
  fc.record({
    kind: fc.constant('trigger.ticketUpdated'),
    config: fc.record({ fields: fc.uniqueArray(fc.constantFrom(...FACTS), { maxLength: 3 }), from: given, to: given }),
  }),
  fc.record({
    kind: fc.constant('trigger.ticketReplied'),
    config: fc.record({ by: fc.constantFrom('customer', 'agent', 'any'), firstOnly: fc.boolean() }),
  }),
  fc.record({
    kind: fc.constant('trigger.ticketAssigned'),
    config: fc.record({ scope: fc.constantFrom('agent', 'team', 'any') }),
  }),
  fc.record({ kind: fc.constant('trigger.ticketSolved'), config: fc.constant({}) }),
);

const step = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('filter.condition'),
      config: fc.record({ condition }),
      ports: fc.constant(['yes', 'no']),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.array(condition, { minLength: 1, maxLength: 5 }).map((conditions) => ({
      kind: 'filter.switch',
      config: { cases: conditions.map((own, index) => ({ id: `c${index}`, condition: own })) },
      ports: [...conditions.map((_, index) => `c${index}`), 'otherwise'],
    })),
    weight: 3,
  },
  {
    arbitrary: fc.constantFrom(
      { kind: 'action.note', config: { text: 'x' }, ports: ['done'] },
      { kind: 'control.stop', config: { laterFlows: true }, ports: [] },
      { kind: 'control.stop', config: { laterFlows: false }, ports: [] },
      { kind: 'control.stop', config: {}, ports: [] },
    ),
    weight: 4,
  },
);

/** Whole flows of up to eight steps and three triggers; ports lead to later steps or nowhere, sometimes in a circle. */
export const arbitraryFlow: fc.Arbitrary<Flow> = fc
  .record({
    triggers: fc.array(fc.tuple(trigger, fc.nat(2)), { minLength: 1, maxLength: 3 }),
    steps: fc.array(step, { minLength: 1, maxLength: 8 }),
    leaps: fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 40, maxLength: 40 }),
    canCircle: fc.constantFrom(false, false, false, true),
  })
  .map(({ triggers, steps, leaps, canCircle }) => {
    const position = { x: 0, y: 0 };
    const edges: FlowEdge[] = [];
    const join = (from: string, port: string, to: number) => {
      if (to >= 0 && to < steps.length) {
        edges.push({ id: `${from}-${port}`, from: { node: from, port }, to: { node: `s${to}` } });
      }
    };
    const nodes: FlowNode[] = [
      ...triggers.map(([{ kind, config }], index) => ({ id: `t${index}`, kind, position, config: plain(config) })),
      ...steps.map(({ kind, config }, index) => ({ id: `s${index}`, kind, position, config: plain(config) })),
    ];
    for (const [index, [, start]] of triggers.entries()) join(`t${index}`, 'then', start === 2 ? 1 : 0);
    let draw = 0;
    for (const [index, { ports }] of steps.entries()) {
      for (const port of ports) {
        const leap = leaps[draw % leaps.length] ?? 0;
        draw += 1;
        join(`s${index}`, port, leap < 0 && canCircle ? 0 : leap < 4 ? index + 1 + Math.max(leap - 1, 0) : -1);
      }
    }
    return { ...EMPTY_FLOW, nodes, edges };
  });

/** As JSON would bring it: keys that are undefined are absent. */
function plain(config: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}
