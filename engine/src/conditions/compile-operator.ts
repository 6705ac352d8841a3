import { type FactValue, presentValue } from '../facts/fact-value.ts';
import { foldedWords, foldText } from '../facts/fold-text.ts';
import { instantMs } from '../facts/instant.ts';
import { minutesOfClock, type ZonedTime, zonedTime } from '../facts/zoned-time.ts';
import {
  type CalendarReference,
  type CalendarValue,
  type ClockValue,
  calendarReference,
  calendarValue,
  clockValue,
  type WeekdaysValue,
  weekdaysValue,
} from './comparison-value.ts';
import type { ConditionInput } from './compile-condition.ts';
import { compilePatternOrThrow } from './compile-pattern.ts';
import type { Operator } from './operators.ts';

type Clock = Pick<ConditionInput, 'nowMs' | 'timeZone' | 'businessClock'>;

interface Change {
  readonly from: FactValue | null;
  readonly to: FactValue | null;
}

/** Whether a comparison holds for what was seen (null: missing), the clock and the fact's change, if it has one. */
export type ComparisonTest = (seen: FactValue | null, clock: Clock, change: Change | undefined) => boolean;

/** A test of a fact that is there. */
type PresentTest = (seen: FactValue, clock: Clock) => boolean;

/**
 * The meaning of every operator. A missing fact makes every comparison false, save `isEmpty` and the negative
 * operators, which are exact negations of their positive ones. Change operators look at the change, not at the fact:
 * a field that was emptied has changed. Values that do not fit the operator never hold.
 */
export function compileOperator(op: Operator, value: unknown): ComparisonTest {
  switch (op) {
    case 'isEmpty':
      return (seen) => seen === null;
    case 'is':
      return present(equals(value));
    case 'isNot':
      return absentOrNot(equals(value));
    case 'isOneOf':
      return present(equalsAny(value));
    case 'isNoneOf':
      return absentOrNot(equalsAny(value));
    case 'contains':
      return present(containsAny([value]));
    case 'containsAnyOf':
      return present(containsAny(value));
    case 'containsNoneOf':
      return absentOrNot(containsAny(value));
    case 'containsAllOf':
      return present(containsAll(value));
    case 'containsAllWords':
      return present(hasAllWords(value));
    case 'startsWith':
      return present(onFolded(value, (text, part) => text.startsWith(part)));
    case 'endsWith':
      return present(onFolded(value, (text, part) => text.endsWith(part)));
    case 'matches':
      return present(matchesPattern(value));
    case 'lessThan':
    case 'before':
      return present(ordered(value, (seen, bound) => seen < bound));
    case 'atMost':
      return present(ordered(value, (seen, bound) => seen <= bound));
    case 'moreThan':
    case 'after':
      return present(ordered(value, (seen, bound) => seen > bound));
    case 'atLeast':
      return present(ordered(value, (seen, bound) => seen >= bound));
    case 'between':
      return present(inRange(value));
    case 'notBetween':
      return absentOrNot(inRange(value));
    case 'withinLast':
      return present(ordered(value, (seen, lengthMs, { nowMs }) => seen <= nowMs && nowMs - seen <= lengthMs));
    case 'inBusinessHours':
      return present(inCalendar(value));
    case 'isWeekday':
      return present(onWeekday(value));
    case 'timeOfDayBetween':
      return present(atTimeOfDay(value));
    case 'changed':
      return (_seen, _clock, change) => change !== undefined;
    case 'changedFrom':
      return changedSide('from', equals(value));
    case 'changedTo':
      return changedSide('to', equals(value));
  }
}

function present(test: PresentTest): ComparisonTest {
  return (seen, clock) => seen !== null && test(seen, clock);
}

function absentOrNot(test: PresentTest): ComparisonTest {
  return (seen, clock) => seen === null || !test(seen, clock);
}

function changedSide(side: 'from' | 'to', test: PresentTest): ComparisonTest {
  return (_seen, clock, change) => {
    const value = presentValue(change?.[side]);
    return value !== null && test(value, clock);
  };
}

/** Text by its folded form, a written instant by its milliseconds, all else as it is. */
function equals(expected: unknown): PresentTest {
  if (typeof expected !== 'string') return (seen) => seen === expected;
  const folded = foldText(expected);
  const atMs = instantMs(expected);
  return (seen) => (typeof seen === 'string' ? foldText(seen) === folded : atMs !== null && seen === atMs);
}

function equalsAny(expected: unknown): PresentTest {
  const tests = Array.isArray(expected) ? expected.map(equals) : [];
  return (seen, clock) => tests.some((test) => test(seen, clock));
}

/** In a set: has one of the elements. In a text: has one of the parts. */
function containsAny(expected: unknown): PresentTest {
  const parts = foldedList(expected);
  return (seen) => {
    if (typeof seen === 'string') {
      const text = foldText(seen);
      return parts.some((part) => text.includes(part));
    }
    const elements = foldedElements(seen);
    return parts.some((part) => elements.has(part));
  };
}

function containsAll(expected: unknown): PresentTest {
  const parts = foldedList(expected);
  return (seen) => {
    const elements = foldedElements(seen);
    return parts.length > 0 && parts.every((part) => elements.has(part));
  };
}

function hasAllWords(expected: unknown): PresentTest {
  const words = typeof expected === 'string' ? foldedWords(expected) : [];
  return (seen) => {
    if (typeof seen !== 'string' || words.length === 0) return false;
    const present = new Set(foldedWords(seen));
    return words.every((word) => present.has(word));
  };
}

function onFolded(expected: unknown, test: (text: string, part: string) => boolean): PresentTest {
  if (typeof expected !== 'string' || expected === '') return () => false;
  const part = foldText(expected);
  return (seen) => typeof seen === 'string' && test(foldText(seen), part);
}

/** Finds the pattern anywhere in the text, whatever the case; time linear in the text (RE2). */
function matchesPattern(expected: unknown): PresentTest {
  if (typeof expected !== 'string') return () => false;
  try {
    const finds = compilePatternOrThrow(expected);
    return (seen) => typeof seen === 'string' && finds(seen);
  } catch {
    return () => false;
  }
}

function ordered(expected: unknown, test: (seen: number, bound: number, clock: Clock) => boolean): PresentTest {
  const bound = typeof expected === 'number' ? expected : instantMs(expected);
  if (bound === null) return () => false;
  return (seen, clock) => typeof seen === 'number' && test(seen, bound, clock);
}

function inRange(expected: unknown): PresentTest {
  if (typeof expected !== 'object' || expected === null || !('from' in expected) || !('to' in expected)) {
    return () => false;
  }
  const isFrom = ordered(expected.from, (seen, from) => seen >= from);
  const isTo = ordered(expected.to, (seen, to) => seen <= to);
  return (seen, clock) => isFrom(seen, clock) && isTo(seen, clock);
}

function inCalendar(expected: unknown): PresentTest {
  const reference = calendarReference.safeParse(expected);
  if (reference.success) return inCalendarOfWorkspace(reference.data);
  const parsed = calendarValue.safeParse(expected);
  if (!parsed.success) return () => false;
  const calendar: CalendarValue = parsed.data;
  const intervals = calendar.intervals.map(({ weekday, from, to }) => ({
    weekday,
    from: minutesOfClock(from) ?? 0,
    to: minutesOfClock(to) ?? 0,
  }));
  return (seen, clock) => {
    const wall = wallClock(seen, calendar.timeZone ?? clock.timeZone);
    if (!wall) return false;
    const { weekday, minuteOfDay } = wall;
    return intervals.some(
      (interval) => interval.weekday === weekday && interval.from <= minuteOfDay && minuteOfDay < interval.to,
    );
  };
}

/** Never in the hours of a calendar that is gone. */
function inCalendarOfWorkspace({ calendarId }: CalendarReference): PresentTest {
  return (seen, { businessClock }) =>
    typeof seen === 'number' && instantMs(seen) !== null && (businessClock?.(calendarId)?.isOpenAt(seen) ?? false);
}

function onWeekday(expected: unknown): PresentTest {
  const parsed = weekdaysValue.safeParse(expected);
  if (!parsed.success) return () => false;
  const { days, timeZone }: WeekdaysValue = parsed.data;
  return (seen, clock) => {
    const wall = wallClock(seen, timeZone ?? clock.timeZone);
    return wall !== null && days.includes(wall.weekday);
  };
}

function atTimeOfDay(expected: unknown): PresentTest {
  const parsed = clockValue.safeParse(expected);
  if (!parsed.success) return () => false;
  const value: ClockValue = parsed.data;
  const from = minutesOfClock(value.from) ?? 0;
  const to = minutesOfClock(value.to) ?? 0;
  return (seen, clock) => {
    const wall = wallClock(seen, value.timeZone ?? clock.timeZone);
    if (!wall) return false;
    const { minuteOfDay } = wall;
    return from < to ? from <= minuteOfDay && minuteOfDay < to : from <= minuteOfDay || minuteOfDay < to;
  };
}

/** Null for what is no instant, so that odd facts never throw. */
function wallClock(seen: FactValue, timeZone: string): ZonedTime | null {
  return typeof seen === 'number' && instantMs(seen) !== null ? zonedTime(seen, timeZone) : null;
}

function foldedList(expected: unknown): readonly string[] {
  if (!Array.isArray(expected)) return [];
  return expected.filter((part): part is string => typeof part === 'string' && part !== '').map(foldText);
}

/** Many flows look at one set in turn, so the last one is kept folded; the result is the same either way. */
let lastSet: { readonly seen: readonly string[]; readonly folded: ReadonlySet<string> } = {
  seen: [],
  folded: new Set(),
};

function foldedElements(seen: FactValue): ReadonlySet<string> {
  if (typeof seen !== 'object') return new Set(typeof seen === 'string' ? [foldText(seen)] : []);
  if (seen !== lastSet.seen) lastSet = { seen, folded: new Set(seen.map(foldText)) };
  return lastSet.folded;
}
