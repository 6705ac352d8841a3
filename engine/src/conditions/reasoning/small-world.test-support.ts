import fc from 'fast-check';
import { compileCalendar } from '../../calendar/compile-calendar.ts';
import type { FieldChanges } from '../../facts/event.ts';
import { factCatalogue } from '../../facts/fact-catalogue.ts';
import type { FactValue } from '../../facts/fact-value.ts';
import { workspace } from '../../flow/workspace.test-support.ts';
import { type ConditionInput, evaluateCondition } from '../compile-condition.ts';
import type { Comparison, Condition } from '../condition.ts';
import type { FactLookup } from './knowledge.ts';

const definitions = new Map(factCatalogue(workspace).map((definition) => [definition.fact, definition]));

export const lookup: FactLookup = (fact) => definitions.get(fact);

/** Wednesday 2026-03-04 12:00 in Jakarta. */
const NOW = Date.parse('2026-03-04T05:00:00Z');
const HOUR = 3_600_000;

/** The workspace's own hours, the office's, which differ, and no other calendar. */
const CALENDARS = new Map(
  [
    { id: null, from: '08:00', to: '17:00' },
    { id: 'cal-office', from: '12:00', to: '20:00' },
  ].map(({ id, from, to }) => [
    id,
    compileCalendar({ timeZone: 'Asia/Jakarta', weekly: [{ weekday: 3, from, to }], holidays: [], exceptions: [] }),
  ]),
);

const parts = ['refund', 'late', 'ref', 'Ate'];
const texts = [
  'refund',
  'REF',
  'late',
  'ate',
  'refund late',
  'late refund',
  'refund-late ref',
  'x',
  'x refund',
  'ref late ate',
  'refundlate',
  'late!',
  'lateref',
  'ateref',
  'ref ate',
  'ref!ate',
  'late ate ref!',
];
const numbers = [-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4];

/** Every value a fact has in the small world; null is missing. */
export const DOMAINS: Readonly<Record<string, readonly (FactValue | null)[]>> = {
  'ticket.priority': ['low', 'normal', 'high', 'URGENT'],
  'ticket.severity': ['minor', 'moderate', 'major', 'critical', null],
  'ticket.category': ['Billing', 'technical', 'other', null],
  'ticket.team': ['t-1', 't-gone', null],
  'ticket.assignee': ['a-dewi', 'a-gone', null],
  'ticket.queue': ['q-pay', 'q-gen', null],
  'ticket.level': [1, 2, 3, 4, 5],
  'ticket.custom.amount': [...numbers, null],
  'contact.isVip': [true, false, null],
  'ticket.tags': [
    ['vip'],
    ['Refund'],
    ['x'],
    ['vip', 'refund'],
    ['vip', 'x'],
    ['refund', 'x'],
    ['vip', 'refund', 'x'],
    null,
  ],
  'ticket.subject': [...texts, null],
  'ticket.custom.dueDate': [
    ...[-200, -100, -30, -24, -12, -5, -1, 0, 1, 5, 12, 30, 100].map((hours) => NOW + hours * HOUR),
    null,
  ],
};

/** Facts whose small world holds an example of whatever the operators can tell apart. */
export const EXACT_FACTS = Object.keys(DOMAINS).filter(
  (fact) => fact !== 'ticket.subject' && fact !== 'ticket.custom.dueDate',
);

const CHANGES: readonly (FieldChanges[string] | undefined)[] = [
  undefined,
  ...[null, 'low', 'high'].flatMap((from) => [null, 'urgent', 'High'].map((to) => ({ from, to }))),
];

/** Whether a condition holds somewhere in the small world, and whether everywhere, where `given` holds. */
export function bruteForce(
  given: Condition,
  asked: Condition,
): { readonly isNever: boolean; readonly isAlways: boolean } {
  let isNever = true;
  let isAlways = true;
  for (const input of worlds(new Set([...factsOf(given), ...factsOf(asked)]))) {
    if (!evaluateCondition(given, input).holds) continue;
    if (evaluateCondition(asked, input).holds) isNever = false;
    else isAlways = false;
  }
  return { isNever, isAlways };
}

/** Every way the named facts may be, and, where changes are asked about, every change of the priority. */
export function* worlds(facts: ReadonlySet<string>): Generator<ConditionInput> {
  const names = [...facts].filter((fact) => fact !== 'change');
  function* from(index: number, values: Record<string, FactValue | null>): Generator<Record<string, FactValue | null>> {
    const name = names[index];
    if (name === undefined) yield { ...values };
    else for (const value of DOMAINS[name] ?? [null]) yield* from(index + 1, { ...values, [name]: value });
  }
  for (const values of from(0, {})) {
    for (const change of facts.has('change') ? CHANGES : [undefined]) {
      yield {
        facts: values,
        nowMs: NOW,
        timeZone: 'Asia/Jakarta',
        changes: change && { 'ticket.priority': change },
        businessClock: (calendarId) => CALENDARS.get(calendarId),
      };
    }
  }
}

export function factsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsOf);
  if ('any' in condition) return condition.any.flatMap(factsOf);
  if ('not' in condition) return factsOf(condition.not);
  return condition.op.startsWith('changed') ? ['change'] : [condition.fact];
}

const WITHOUT_VALUE: ReadonlySet<Comparison['op']> = new Set(['isEmpty', 'changed']);

function ask(fact: string, ops: readonly Comparison['op'][], value: fc.Arbitrary<unknown>): fc.Arbitrary<Comparison> {
  return fc
    .tuple(fc.constantFrom(...ops), value)
    .map(([op, given]) => (WITHOUT_VALUE.has(op) ? { fact, op } : { fact, op, value: given }));
}

function some<T>(...values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
}

const number = fc.constantFrom(0, 1, 2, 3);
const range = fc.tuple(number, number).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const ORDER = ['is', 'isNot', 'lessThan', 'atMost', 'moreThan', 'atLeast'] as const;
const priority = fc.constantFrom('low', 'normal', 'high', 'urgent');
const clock = fc.constantFrom('00:00', '08:00', '12:00', '17:00', '24:00');

const COMPARISONS: Readonly<Record<string, fc.Arbitrary<Comparison>>> = {
  'ticket.priority': fc.oneof(
    ask('ticket.priority', ['is', 'isNot'], priority),
    ask('ticket.priority', ['isOneOf', 'isNoneOf'], some('low', 'normal', 'high', 'urgent')),
    ask('ticket.priority', ['changed', 'changedFrom', 'changedTo'], priority),
  ),
  'ticket.severity': fc.oneof(
    ask('ticket.severity', ['is', 'isNot', 'isEmpty'], fc.constantFrom('minor', 'moderate', 'major', 'critical')),
    ask('ticket.severity', ['isOneOf', 'isNoneOf'], some('minor', 'moderate', 'major', 'critical')),
  ),
  'ticket.category': fc.oneof(
    ask('ticket.category', ['is', 'isNot', 'isEmpty'], fc.constantFrom('Billing', 'Technical')),
    ask('ticket.category', ['isOneOf', 'isNoneOf'], some('Billing', 'Technical')),
  ),
  'ticket.team': ask('ticket.team', ['is', 'isNot', 'isEmpty'], fc.constantFrom('t-1', 't-gone')),
  'ticket.assignee': ask('ticket.assignee', ['is', 'isNot', 'isEmpty'], fc.constant('a-dewi')),
  'ticket.queue': ask('ticket.queue', ['is', 'isNot', 'isEmpty'], fc.constantFrom('q-pay', 'q-gen')),
  'ticket.level': fc.oneof(
    ask('ticket.level', ORDER, fc.integer({ min: 1, max: 5 })),
    ask('ticket.level', ['between', 'notBetween'], range),
  ),
  'ticket.custom.amount': fc.oneof(
    ask('ticket.custom.amount', [...ORDER, 'isEmpty'], number),
    ask('ticket.custom.amount', ['between', 'notBetween'], range),
  ),
  'contact.isVip': ask('contact.isVip', ['is', 'isNot', 'isEmpty'], fc.boolean()),
  'ticket.tags': ask(
    'ticket.tags',
    ['containsAnyOf', 'containsAllOf', 'containsNoneOf', 'isEmpty'],
    some('VIP', 'refund'),
  ),
  'ticket.subject': fc.oneof(
    ask('ticket.subject', ['is', 'isNot', 'contains', 'startsWith', 'endsWith', 'isEmpty'], fc.constantFrom(...parts)),
    ask('ticket.subject', ['containsAllWords'], fc.constantFrom('late', 'refund late', 'ref')),
    ask('ticket.subject', ['containsAnyOf'], some(...parts)),
    ask('ticket.subject', ['matches'], fc.constantFrom('re.', '^late')),
  ),
  'ticket.custom.dueDate': fc.oneof(
    ask(
      'ticket.custom.dueDate',
      ['before', 'after', 'atLeast', 'is', 'isNot'],
      fc.constantFrom(NOW, NOW - 12 * HOUR, NOW + HOUR),
    ),
    ask('ticket.custom.dueDate', ['withinLast'], fc.constantFrom(0, HOUR, 24 * HOUR, 48 * HOUR)),
    ask('ticket.custom.dueDate', ['isWeekday'], fc.record({ days: some(1, 2, 3, 4, 5, 6, 7) })),
    fc
      .tuple(clock, clock)
      .filter(([from, to]) => from !== to)
      .chain(([from, to]) => ask('ticket.custom.dueDate', ['timeOfDayBetween'], fc.constant({ from, to }))),
    ask(
      'ticket.custom.dueDate',
      ['inBusinessHours'],
      fc.constantFrom(null, 'cal-office', 'cal-gone').map((calendarId) => ({ calendarId })),
    ),
    fc
      .integer({ min: 1, max: 7 })
      .chain((weekday) =>
        ask(
          'ticket.custom.dueDate',
          ['inBusinessHours'],
          fc.constant({ intervals: [{ weekday, from: '08:00', to: '17:00' }] }),
        ),
      ),
  ),
};

/** Conditions about the given facts, nested up to three deep. */
export function conditionsAbout(facts: readonly string[]): fc.Arbitrary<Condition> {
  const comparison = fc.oneof(
    ...facts.map((fact) => COMPARISONS[fact] ?? fc.constant<Comparison>({ fact, op: 'isEmpty' })),
  );
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 2, arbitrary: comparison },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ not: tie('condition') }) },
    ),
  })).condition;
}

/** One or two facts and two conditions about them, so that they often have to do with each other. */
export function conditionPairs(facts: readonly string[]): fc.Arbitrary<readonly [Condition, Condition]> {
  return fc
    .uniqueArray(fc.constantFrom(...facts), { minLength: 1, maxLength: 2 })
    .chain((chosen) => fc.tuple(conditionsAbout(chosen), conditionsAbout(chosen)));
}
