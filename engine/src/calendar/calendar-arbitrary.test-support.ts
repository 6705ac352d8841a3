import fc from 'fast-check';
import type { Calendar } from './calendar.ts';

/** Zones that differ in how their clocks change: never, by an hour, by half an hour, by a whole day. */
const ZONES = ['Asia/Jakarta', 'Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];

/** Days around which clocks change in one of the zones, and ordinary ones. */
const DATES = [
  '2025-03-09',
  '2025-03-30',
  '2025-04-06',
  '2025-10-05',
  '2025-10-26',
  '2025-11-02',
  '2011-12-29',
  '2011-12-30',
  '2011-12-31',
  '2025-12-31',
  '2026-01-01',
];

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Up to three hours of a day, apart from each other. */
const dayHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((quarters) => quarters.sort((a, b) => a - b).map((quarter) => clock(quarter * 15)))
  .map((times) =>
    times.flatMap((from, index) => {
      const to = times[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    }),
  );

/** Any calendar in which `checkCalendar` finds no errors. */
export const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc.array(dayHours, { minLength: 7, maxLength: 7 }),
    holidays: fc.subarray(DATES),
    exceptions: fc
      .subarray(DATES)
      .chain((dates) => fc.tuple(...dates.map((date) => dayHours.map((hours) => ({ date, intervals: hours }))))),
  })
  .map(({ timeZone, week, holidays, exceptions }) => ({
    timeZone,
    weekly: week.flatMap((hours, index) => hours.map((own) => ({ weekday: index + 1, ...own }))),
    holidays: holidays.map((date) => ({ date, name: 'Holiday' })),
    exceptions,
  }));

const aroundChange = fc
  .tuple(fc.constantFrom(...DATES), fc.integer({ min: -2 * 1440, max: 2 * 1440 }))
  .map(([date, minutes]) => Date.parse(`${date}T00:00Z`) + minutes * 60_000);

/** Instants from 2009 to 2028, many of them near a change of some clock. */
export const instants = fc.oneof(aroundChange, fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2028, 0, 1) }));
