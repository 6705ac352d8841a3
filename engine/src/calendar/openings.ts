import { minutesOfClock } from '../facts/zoned-time.ts';
import type { Calendar } from './calendar.ts';
import { offsetSpans } from './offset-spans.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Hours of one day in milliseconds since its midnight on the wall clock. */
interface DayHours {
  readonly fromMs: number;
  readonly toMs: number;
}

/** When a calendar is open in one UTC year: sorted stretches of instants that neither touch nor overlap. */
export interface Openings {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Open time of the year before each stretch. */
  readonly openBefore: readonly number[];
  readonly totalMs: number;
}

/** A calendar's rules by day, read once. */
export interface OpeningRules {
  readonly timeZone: string;
  /** Open in every week; otherwise only on the days of exceptions. */
  readonly isWeekly: boolean;
  /** The last day, in days since 1970-01-01, with an exception; -Infinity without any. */
  readonly lastExceptionDay: number;
  /** The hours of a day given in days since 1970-01-01, sorted, joined where they touch. */
  readonly hoursOf: (day: number) => readonly DayHours[];
}

/** Days since 1970-01-01 of a `YYYY-MM-DD`; null for any other text and for days that do not exist. */
export function dayOfDate(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const atMs = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(atMs).toISOString().slice(0, 10) === date ? atMs / DAY_MS : null;
}

/** Reads a calendar's rules. What `checkCalendar` finds wrong is left out; overlapping hours are joined. */
export function openingRules(calendar: Calendar): OpeningRules {
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    joinHours(calendar.weekly.filter((interval) => interval.weekday === weekday)),
  );
  const special = new Map<number, readonly DayHours[]>();
  for (const { date } of calendar.holidays) {
    const day = dayOfDate(date);
    if (day !== null) special.set(day, []);
  }
  let lastExceptionDay = Number.NEGATIVE_INFINITY;
  for (const { date, intervals } of calendar.exceptions) {
    const day = dayOfDate(date);
    if (day === null) continue;
    special.set(day, joinHours(intervals));
    lastExceptionDay = Math.max(lastExceptionDay, day);
  }
  return {
    timeZone: calendar.timeZone,
    isWeekly: week.some((hours) => hours.length > 0),
    lastExceptionDay,
    // 1970-01-01 was a Thursday; the remainder of a day before it may be negative.
    hoursOf: (day) => special.get(day) ?? week[(((day + 3) % 7) + 7) % 7] ?? [],
  };
}

/**
 * The openings of a UTC year: every instant at which the zone's wall clock stands within the hours of its date. So a
 * skipped hour is not there, and one that comes twice counts twice. Cost: linear in the days.
 */
export function openingsOf(rules: OpeningRules, year: number): Openings {
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (fromMs: number, toMs: number) => {
    if (fromMs >= toMs) return;
    if (ends.at(-1) === fromMs) ends[ends.length - 1] = toMs;
    else {
      starts.push(fromMs);
      ends.push(toMs);
    }
  };
  for (const span of offsetSpans(rules.timeZone, year)) {
    const firstDay = Math.floor((span.fromMs + span.offsetMs) / DAY_MS);
    const lastDay = Math.floor((span.toMs - 1 + span.offsetMs) / DAY_MS);
    for (let day = firstDay; day <= lastDay; day++) {
      const midnightMs = day * DAY_MS - span.offsetMs;
      for (const { fromMs, toMs } of rules.hoursOf(day)) {
        add(Math.max(midnightMs + fromMs, span.fromMs), Math.min(midnightMs + toMs, span.toMs));
      }
    }
  }
  let totalMs = 0;
  const openBefore = starts.map((startMs, index) => {
    const before = totalMs;
    totalMs += (ends[index] ?? startMs) - startMs;
    return before;
  });
  return { starts, ends, openBefore, totalMs };
}

function joinHours(intervals: readonly { readonly from: string; readonly to: string }[]): readonly DayHours[] {
  const hours = intervals
    .map(({ from, to }) => ({
      fromMs: (minutesOfClock(from) ?? Number.NaN) * MINUTE_MS,
      toMs: (minutesOfClock(to) ?? Number.NaN) * MINUTE_MS,
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    .sort((a, b) => a.fromMs - b.fromMs);
  const joined: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of hours) {
    const last = joined.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else joined.push({ fromMs, toMs });
  }
  return joined;
}
