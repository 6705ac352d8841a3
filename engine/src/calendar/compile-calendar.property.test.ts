import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import type { Calendar } from './calendar.ts';
import { calendars, instants } from './calendar-arbitrary.test-support.ts';
import { checkCalendar } from './check-calendar.ts';
import { compileCalendar } from './compile-calendar.ts';

// Instrumented code, as a mutation test runs it, is some twenty times slower.
vi.setConfig({ testTimeout: 60_000 });

const options = { seed: PROPERTY_SEED, numRuns: propertyRuns(300) };
const lengths = fc.oneof(
  fc.integer({ min: 0, max: 3 * 86_400_000 }),
  fc.integer({ min: 0, max: 400 }).map((hours) => hours * 3_600_000),
);
const MINUTE_MS = 60_000;

describe('business time', () => {
  it('comes back: what is added is what lies between', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, (calendar, fromMs, lengthMs) => {
        const clock = compileCalendar(calendar);
        const toMs = clock.addBusinessTime(fromMs, lengthMs);
        if (toMs !== null) expect(clock.businessTimeBetween(fromMs, toMs)).toBe(lengthMs);
      }),
      options,
    );
  });

  it('is added as little as possible: a millisecond earlier is too early', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, (calendar, fromMs, lengthMs) => {
        const clock = compileCalendar(calendar);
        const toMs = clock.addBusinessTime(fromMs, lengthMs);
        if (toMs !== null && lengthMs > 0) {
          expect(clock.businessTimeBetween(fromMs, toMs - 1)).toBe(lengthMs - 1);
          expect(clock.isOpenAt(toMs - 1)).toBe(true);
        }
      }),
      options,
    );
  });

  it('returns from an open instant to the same instant', () => {
    fc.assert(
      fc.property(calendars, instants, instants, (calendar, a, b) => {
        const clock = compileCalendar(calendar);
        const [fromMs, toMs] = [Math.min(a, b), Math.max(a, b)];
        if (fromMs < toMs && clock.isOpenAt(toMs - 1)) {
          expect(clock.addBusinessTime(fromMs, clock.businessTimeBetween(fromMs, toMs))).toBe(toMs);
        }
      }),
      options,
    );
  });

  it('adds up over any instant in between', () => {
    fc.assert(
      fc.property(calendars, instants, instants, instants, (calendar, ...three) => {
        const clock = compileCalendar(calendar);
        const [a, b, c] = three.sort((x, y) => x - y) as [number, number, number];
        expect(clock.businessTimeBetween(a, b) + clock.businessTimeBetween(b, c)).toBe(clock.businessTimeBetween(a, c));
      }),
      options,
    );
  });

  it('added in two parts is added in one', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, lengths, (calendar, fromMs, first, second) => {
        const clock = compileCalendar(calendar);
        const between = clock.addBusinessTime(fromMs, first);
        if (between === null || second === 0) return;
        expect(clock.addBusinessTime(between, second)).toBe(clock.addBusinessTime(fromMs, first + second));
      }),
      options,
    );
  });

  it('is what a walk by minutes and a look at the wall clock finds', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 2000 }), (calendar, fromMs, minutes) => {
        const clock = compileCalendar(calendar);
        const beginMs = Math.floor(fromMs / MINUTE_MS) * MINUTE_MS;
        const isOpen = wallReader(calendar);
        let openMs = 0;
        for (let minute = 0; minute < minutes; minute++) {
          const atMs = beginMs + minute * MINUTE_MS;
          const own = isOpen(atMs);
          expect(clock.isOpenAt(atMs)).toBe(own);
          if (own) openMs += MINUTE_MS;
        }
        expect(clock.businessTimeBetween(beginMs, beginMs + minutes * MINUTE_MS)).toBe(openMs);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(60) },
    );
  });

  it('opens next at the first open instant', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, fromMs) => {
        const clock = compileCalendar(calendar);
        const opensAtMs = clock.nextOpening(fromMs);
        if (opensAtMs === null) {
          expect(clock.addBusinessTime(fromMs, 1)).toBeNull();
          return;
        }
        expect(clock.isOpenAt(opensAtMs)).toBe(true);
        expect(clock.businessTimeBetween(fromMs, opensAtMs)).toBe(0);
        expect(clock.addBusinessTime(fromMs, 1)).toBe(opensAtMs + 1);
      }),
      options,
    );
  });
});

describe('generated calendars', () => {
  it('have no errors', () => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        expect(checkCalendar(calendar).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      options,
    );
  });
});

/** The naive way: what date and time does the wall clock show, and is that within its hours? */
function wallReader(calendar: Calendar): (atMs: number) => boolean {
  const formatter = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (atMs) => {
    const [date = '', time = ''] = formatter.format(atMs).split(' ');
    const exception = calendar.exceptions.find((day) => day.date === date);
    const isHoliday = calendar.holidays.some((day) => day.date === date);
    const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7;
    const weekly = isHoliday ? [] : calendar.weekly.filter((own) => own.weekday === weekday);
    return (exception?.intervals ?? weekly).some(({ from, to }) => from <= time && time < to);
  };
}
