import type { BusinessClock } from './business-clock.ts';
import type { Calendar } from './calendar.ts';
import { type OpeningRules, type Openings, openingRules, openingsOf } from './openings.ts';

/** The UTC years a calendar knows; outside of them it is closed, so that every sum ends. */
export const CALENDAR_YEARS = { first: 1900, last: 2199 } as const;

const YEARS_BEGIN_MS = Date.UTC(CALENDAR_YEARS.first, 0, 1);
const YEARS_END_MS = Date.UTC(CALENDAR_YEARS.last + 1, 0, 1);

/** Calendars are immutable data, so one that was compiled is known by its object. */
const compiled = new WeakMap<Calendar, BusinessClock>();

/**
 * Makes a calendar ready for arithmetic. Meant for calendars in which `checkCalendar` finds no errors: of others, bad
 * dates and hours are left out and overlapping hours joined.
 *
 * Hours are wall-clock hours, mapped to instants: a day that lacks 02:00 to 03:00 has an hour less, one on which it
 * comes twice an hour more. Open time is time that passes. Lengths of 0 or less end where they begin.
 *
 * Cost: each UTC year is worked out once, at its first use (20 µs, 2 ms the first time its zone is met); after that
 * every question takes the logarithm of the openings of a year, and a step for each year in between. The same object
 * gives the same clock. Throws RangeError for a time zone that does not exist.
 */
export function compileCalendar(calendar: Calendar): BusinessClock {
  const known = compiled.get(calendar);
  if (known) return known;
  const clock = businessClock(openingRules(calendar));
  compiled.set(calendar, clock);
  return clock;
}

function businessClock(rules: OpeningRules): BusinessClock {
  new Intl.DateTimeFormat('en-US', { timeZone: rules.timeZone });
  const years = new Map<number, Openings>();
  const openings = (year: number): Openings => {
    const known = years.get(year);
    if (known) return known;
    const made = openingsOf(rules, year);
    years.set(year, made);
    return made;
  };
  // A day on the wall clock may lie in the UTC year after it.
  const lastYear = rules.isWeekly
    ? CALENDAR_YEARS.last
    : Math.min(CALENDAR_YEARS.last, utcYear(rules.lastExceptionDay * 86_400_000) + 1);

  return {
    isOpenAt(atMs) {
      if (!(atMs < YEARS_END_MS)) return false;
      const { starts, ends } = openings(utcYear(atMs));
      return atMs < (ends[lastAtMost(starts, atMs)] ?? Number.NEGATIVE_INFINITY);
    },

    nextOpening(fromMs) {
      for (let year = utcYear(fromMs); year <= lastYear; year++) {
        const { starts, ends } = openings(year);
        const index = Math.max(0, lastAtMost(starts, fromMs));
        for (const near of [index, index + 1]) {
          if (fromMs < (ends[near] ?? Number.NEGATIVE_INFINITY)) return Math.max(starts[near] ?? 0, fromMs);
        }
      }
      return null;
    },

    addBusinessTime(fromMs, lengthMs) {
      if (lengthMs <= 0) return fromMs;
      if (Number.isNaN(lengthMs)) return null;
      let year = utcYear(fromMs);
      let restMs = lengthMs + openUntil(openings(year), fromMs);
      for (; year <= lastYear; year++) {
        const { starts, openBefore, totalMs } = openings(year);
        if (restMs <= totalMs) {
          const index = lastBelow(openBefore, restMs);
          return (starts[index] ?? 0) + restMs - (openBefore[index] ?? 0);
        }
        restMs -= totalMs;
      }
      return null;
    },

    businessTimeBetween(fromMs, toMs) {
      if (!(toMs > fromMs)) return 0;
      const lastOpenYear = Math.min(utcYear(toMs), lastYear);
      let openMs = 0;
      for (let year = utcYear(fromMs); year <= lastOpenYear; year++) {
        const own = openings(year);
        openMs += openUntil(own, toMs) - openUntil(own, fromMs);
      }
      return openMs;
    },
  };
}

/** Open time of a year up to an instant; 0 before the year and all of it after. */
function openUntil({ starts, ends, openBefore }: Openings, atMs: number): number {
  const index = lastAtMost(starts, atMs);
  if (index < 0) return 0;
  const startMs = starts[index] ?? 0;
  return (openBefore[index] ?? 0) + Math.min(atMs, ends[index] ?? startMs) - startMs;
}

/** The index of the last of the sorted values that is at most `bound`; -1 where none is. */
function lastAtMost(sorted: readonly number[], bound: number): number {
  return countWhile(sorted, (value) => value <= bound) - 1;
}

/** The index of the last of the sorted values that is below `bound`; -1 where none is. */
function lastBelow(sorted: readonly number[], bound: number): number {
  return countWhile(sorted, (value) => value < bound) - 1;
}

/** How many values at the head hold, by bisection. */
function countWhile(sorted: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The UTC year of an instant, or the first known one before it; the first unknown one after all, and of NaN. */
function utcYear(atMs: number): number {
  if (atMs < YEARS_BEGIN_MS) return CALENDAR_YEARS.first;
  return atMs < YEARS_END_MS ? new Date(atMs).getUTCFullYear() : CALENDAR_YEARS.last + 1;
}
