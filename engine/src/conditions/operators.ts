import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { FactType } from '../facts/fact-value.ts';
import type { LocalText } from '../flow/locale.ts';

/**
 * What a comparison's `value` looks like:
 * `none` absent; `one` a single value of the fact's type; `many` a list of them, at least one;
 * `range` `{from, to}`, both ends included; `duration` milliseconds; `pattern` a regular expression in RE2 syntax;
 * `words` a text of words; `calendar` a calendar of the workspace as `{calendarId}` (null: the workspace's own), or hours
 * written out as `{timeZone?, intervals: [{weekday: 1-7, from: 'HH:MM', to: 'HH:MM'}]}`;
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

/** What each operator asks, in one line, for forms and the reference. */
export const OPERATOR_HELP: Readonly<Record<Operator, LocalText>> = {
  is: {
    en: 'The value is exactly this one; case does not matter',
    id: 'Nilainya tepat ini; besar kecil huruf tidak berpengaruh',
  },
  isNot: { en: 'The value is another one, or missing', id: 'Nilainya lain, atau tidak ada' },
  isOneOf: { en: 'The value is one of those listed', id: 'Nilainya salah satu dari daftar' },
  isNoneOf: { en: 'The value is none of those listed, or missing', id: 'Nilainya tidak ada dalam daftar, atau kosong' },
  isEmpty: { en: 'There is no value', id: 'Tidak ada nilainya' },
  contains: { en: 'The text has this text somewhere in it', id: 'Teks ini ada di dalamnya' },
  containsAnyOf: { en: 'At least one of those listed is in it', id: 'Setidaknya satu dari daftar ada di dalamnya' },
  containsAllOf: { en: 'All of those listed are in it', id: 'Semua dari daftar ada di dalamnya' },
  containsNoneOf: {
    en: 'None of those listed is in it, or it is empty',
    id: 'Tidak satu pun dari daftar ada di dalamnya, atau kosong',
  },
  containsAllWords: {
    en: 'Every word is in the text, in any order',
    id: 'Setiap kata ada di dalam teks, urutannya bebas',
  },
  startsWith: { en: 'The text begins with this text', id: 'Teks diawali dengan teks ini' },
  endsWith: { en: 'The text ends with this text', id: 'Teks diakhiri dengan teks ini' },
  matches: { en: 'The pattern is found somewhere in the text', id: 'Pola ini ditemukan di dalam teks' },
  lessThan: { en: 'The value is smaller or earlier', id: 'Nilainya lebih kecil atau lebih awal' },
  atMost: { en: 'The value is this one, smaller or earlier', id: 'Nilainya sama, lebih kecil, atau lebih awal' },
  moreThan: { en: 'The value is larger or later', id: 'Nilainya lebih besar atau lebih akhir' },
  atLeast: { en: 'The value is this one, larger or later', id: 'Nilainya sama, lebih besar, atau lebih akhir' },
  between: {
    en: 'The value lies between the two, both included',
    id: 'Nilainya di antara keduanya, termasuk keduanya',
  },
  notBetween: { en: 'The value lies outside the two, or is missing', id: 'Nilainya di luar keduanya, atau tidak ada' },
  before: { en: 'The moment is earlier', id: 'Waktunya lebih awal' },
  after: { en: 'The moment is later', id: 'Waktunya lebih akhir' },
  withinLast: {
    en: 'The moment lies in the past, no longer ago than this',
    id: 'Waktunya sudah lewat, tetapi tidak lebih lama dari ini',
  },
  inBusinessHours: { en: 'The moment lies in opening hours', id: 'Waktunya di dalam jam kerja' },
  isWeekday: { en: 'The moment lies on one of these days', id: 'Waktunya pada salah satu hari ini' },
  timeOfDayBetween: {
    en: 'The clock shows a time from the first to before the second, over midnight too',
    id: 'Jam menunjukkan waktu dari yang pertama sampai sebelum yang kedua, juga melewati tengah malam',
  },
  changed: { en: 'This event changed the value', id: 'Peristiwa ini mengubah nilainya' },
  changedFrom: {
    en: 'This event changed the value, and it was this one before',
    id: 'Peristiwa ini mengubah nilainya, dan sebelumnya nilai ini',
  },
  changedTo: {
    en: 'This event changed the value to this one',
    id: 'Peristiwa ini mengubah nilainya menjadi nilai ini',
  },
};

/** An operator as a form offers it for one fact type. */
export interface OperatorDefinition {
  readonly op: Operator;
  readonly label: LocalText;
  readonly help: LocalText;
  readonly value: ValueShape;
  /** True where a missing fact makes the comparison true: it is the negation of another operator. */
  readonly isNegative: boolean;
}

/** Operators that ask about a change, so they hold only in events that carry one, on tracked facts. */
const CHANGE_OPERATORS: ReadonlySet<Operator> = new Set(['changed', 'changedFrom', 'changedTo']);

const NEGATIVE: ReadonlySet<Operator> = new Set(['isNot', 'isNoneOf', 'containsNoneOf', 'notBetween']);

function operator(op: Operator, value: ValueShape): OperatorDefinition {
  return { op, label: OPERATOR_LABELS[op], help: OPERATOR_HELP[op], value, isNegative: NEGATIVE.has(op) };
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
