import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { FactType } from '../facts/fact-value.ts';
import type { LocalText } from '../flow/locale.ts';

/**
 * What a comparison's `value` looks like:
 * `none` absent; `one` a single value of the fact's type; `many` a list of them, at least one;
 * `range` `{from, to}`, both ends included; `duration` milliseconds; `pattern` a regular expression in RE2 syntax;
 * `words` a text of words; `calendar` `{timeZone?, intervals: [{weekday: 1-7, from: 'HH:MM', to: 'HH:MM'}]}`;
 * `weekdays` `{days: [1-7], timeZone?}`, 1 is Monday; `clock` `{from: 'HH:MM', to: 'HH:MM', timeZone?}`, over
 * midnight where `from` is later than `to`. An absent time zone is the workspace's.
 */
export type ValueShape =
  | 'none'
  | 'one'
  | 'many'
  | 'range'
  | 'duration'
  | 'pattern'
  | 'words'
  | 'calendar'
  | 'weekdays'
  | 'clock';

/** The labels of every operator, written to stand between a fact and a value in a sentence. */
export const OPERATOR_LABELS = {
  is: { en: 'is', id: 'adalah' },
  isNot: { en: 'is not', id: 'bukan' },
  isOneOf: { en: 'is one of', id: 'salah satu dari' },
  isNoneOf: { en: 'is none of', id: 'bukan salah satu dari' },
  isEmpty: { en: 'is empty', id: 'kosong' },
  contains: { en: 'contains', id: 'memuat' },
  containsAnyOf: { en: 'contains any of', id: 'memuat salah satu dari' },
  containsAllOf: { en: 'contains all of', id: 'memuat semua dari' },
  containsNoneOf: { en: 'contains none of', id: 'tidak memuat satu pun dari' },
  containsAllWords: { en: 'contains all the words', id: 'memuat semua kata' },
  startsWith: { en: 'starts with', id: 'diawali dengan' },
  endsWith: { en: 'ends with', id: 'diakhiri dengan' },
  matches: { en: 'matches the pattern', id: 'cocok dengan pola' },
  lessThan: { en: 'is less than', id: 'kurang dari' },
  atMost: { en: 'is at most', id: 'paling banyak' },
  moreThan: { en: 'is more than', id: 'lebih dari' },
  atLeast: { en: 'is at least', id: 'paling sedikit' },
  between: { en: 'is between', id: 'antara' },
  notBetween: { en: 'is not between', id: 'tidak di antara' },
  before: { en: 'is before', id: 'sebelum' },
  after: { en: 'is after', id: 'sesudah' },
  withinLast: { en: 'is within the last', id: 'dalam kurun' },
  inBusinessHours: { en: 'is in business hours', id: 'dalam jam kerja' },
  isWeekday: { en: 'is on', id: 'pada hari' },
  timeOfDayBetween: { en: 'is at a time between', id: 'pada pukul antara' },
  changed: { en: 'changed', id: 'berubah' },
  changedFrom: { en: 'changed from', id: 'berubah dari' },
  changedTo: { en: 'changed to', id: 'berubah menjadi' },
} as const satisfies Readonly<Record<string, LocalText>>;

export type Operator = keyof typeof OPERATOR_LABELS;

/** An operator as a form offers it for one fact type. */
export interface OperatorDefinition {
  readonly op: Operator;
  readonly label: LocalText;
  readonly value: ValueShape;
  /** True where a missing fact makes the comparison true: it is the negation of another operator. */
  readonly isNegative: boolean;
}

/** Operators that ask about a change, so they hold only in events that carry one, on tracked facts. */
const CHANGE_OPERATORS: ReadonlySet<Operator> = new Set(['changed', 'changedFrom', 'changedTo']);

const NEGATIVE: ReadonlySet<Operator> = new Set(['isNot', 'isNoneOf', 'containsNoneOf', 'notBetween']);

function operator(op: Operator, value: ValueShape): OperatorDefinition {
  return { op, label: OPERATOR_LABELS[op], value, isNegative: NEGATIVE.has(op) };
}

const EQUALITY = [operator('is', 'one'), operator('isNot', 'one')];
const MEMBERSHIP = [...EQUALITY, operator('isOneOf', 'many'), operator('isNoneOf', 'many')];
const ORDER = [
  ...EQUALITY,
  operator('lessThan', 'one'),
  operator('atMost', 'one'),
  operator('moreThan', 'one'),
  operator('atLeast', 'one'),
  operator('between', 'range'),
  operator('notBetween', 'range'),
];
const EMPTINESS = [operator('isEmpty', 'none')];
const CHANGES = [operator('changed', 'none'), operator('changedFrom', 'one'), operator('changedTo', 'one')];

/** For each fact type its operators, in the order a form lists them. */
export const OPERATORS: Readonly<Record<FactType, readonly OperatorDefinition[]>> = {
  text: [
    ...EQUALITY,
    operator('contains', 'one'),
    operator('containsAnyOf', 'many'),
    operator('containsAllWords', 'words'),
    operator('startsWith', 'one'),
    operator('endsWith', 'one'),
    operator('matches', 'pattern'),
    ...EMPTINESS,
    ...CHANGES,
  ],
  number: [...ORDER, ...EMPTINESS, ...CHANGES],
  boolean: [...EQUALITY, ...EMPTINESS, ...CHANGES],
  duration: [...ORDER, ...EMPTINESS],
  instant: [
    ...ORDER,
    operator('before', 'one'),
    operator('after', 'one'),
    operator('withinLast', 'duration'),
    operator('inBusinessHours', 'calendar'),
    operator('isWeekday', 'weekdays'),
    operator('timeOfDayBetween', 'clock'),
    ...EMPTINESS,
    ...CHANGES,
  ],
  option: [...MEMBERSHIP, ...EMPTINESS, ...CHANGES],
  reference: [...MEMBERSHIP, ...EMPTINESS, ...CHANGES],
  set: [
    operator('containsAnyOf', 'many'),
    operator('containsAllOf', 'many'),
    operator('containsNoneOf', 'many'),
    ...EMPTINESS,
    operator('changed', 'none'),
  ],
};

/** Whether a text names an operator of any type. */
export function isOperator(op: string): op is Operator {
  return Object.hasOwn(OPERATOR_LABELS, op);
}

/** The operators one fact offers: those of its type, without the change operators where changes are not tracked. */
export function operatorsOf(definition: FactDefinition): readonly OperatorDefinition[] {
  const operators = OPERATORS[definition.type];
  return definition.isTracked ? operators : operators.filter(({ op }) => !CHANGE_OPERATORS.has(op));
}
