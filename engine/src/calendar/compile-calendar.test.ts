import { describe, expect, it } from 'vitest';
import type { Calendar, OpenInterval } from './calendar.ts';
import { compileCalendar } from './compile-calendar.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const at = (iso: string) => Date.parse(iso);

const daily = (weekdays: readonly number[], from: string, to: string): OpenInterval[] =>
  weekdays.map((weekday) => ({ weekday, from, to }));
const WEEKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const calendar = (over: Partial<Calendar>): Calendar => ({
  timeZone: 'Asia/Jakarta',
  weekly: daily(WEEKDAYS, '09:00', '17:00'),
  holidays: [],
  exceptions: [],
  ...over,
});

/** Morning and afternoon, closed on Independence Day, open for two hours on the Saturday before it. */
const jakarta = calendar({
  weekly: [...daily(WEEKDAYS, '09:00', '12:00'), ...daily(WEEKDAYS, '13:00', '17:00')],
  holidays: [{ date: '2026-08-17', name: 'Hari Kemerdekaan' }],
  exceptions: [{ date: '2026-08-15', intervals: [{ from: '10:00', to: '12:00' }] }],
});
/** Open around the clock. */
const always = (timeZone: string) => calendar({ timeZone, weekly: daily(EVERY_DAY, '00:00', '24:00') });
/** Open at night, across every change of the clock. */
const nights = (timeZone: string) => calendar({ timeZone, weekly: daily(EVERY_DAY, '00:00', '06:00') });
const early = (timeZone: string, from: string, to: string) =>
  calendar({ timeZone, weekly: daily(EVERY_DAY, from, to) });

describe('hand-checked sums', () => {
  it.each<[string, Calendar, string, number, string]>([
    ['within a shift', jakarta, '2026-11-23T09:15+07:00', 0.5, '2026-11-23T09:45+07:00'],
    ['over lunch', jakarta, '2026-11-23T11:30+07:00', 1, '2026-11-23T13:30+07:00'],
    ['to the end of a shift, not to the next', jakarta, '2026-11-23T11:00+07:00', 1, '2026-11-23T12:00+07:00'],
    ['from lunch', jakarta, '2026-11-23T12:20+07:00', 1, '2026-11-23T14:00+07:00'],
    ['over a night', jakarta, '2026-11-23T16:00+07:00', 2, '2026-11-24T10:00+07:00'],
    ['over a weekend', jakarta, '2026-11-20T16:00+07:00', 2, '2026-11-23T10:00+07:00'],
    ['from a Sunday', jakarta, '2026-11-22T04:00+07:00', 1, '2026-11-23T10:00+07:00'],
    ['over a special Saturday and a holiday', jakarta, '2026-08-14T16:00+07:00', 4, '2026-08-18T10:00+07:00'],
    ['a whole week', jakarta, '2026-11-23T09:00+07:00', 35, '2026-11-27T17:00+07:00'],
    ['nothing, closed', jakarta, '2026-11-22T04:00+07:00', 0, '2026-11-22T04:00+07:00'],
    // Amsterdam, 29 March 2026: 02:00 becomes 03:00. 25 October: 03:00 becomes 02:00.
    [
      'around the clock over a short day',
      always('Europe/Amsterdam'),
      '2026-03-29T00:00+01:00',
      23,
      '2026-03-30T00:00+02:00',
    ],
    [
      'around the clock over a long day',
      always('Europe/Amsterdam'),
      '2026-10-25T00:00+02:00',
      25,
      '2026-10-26T00:00+01:00',
    ],
    [
      'a night without 02:00 to 03:00',
      nights('Europe/Amsterdam'),
      '2026-03-29T00:00+01:00',
      5,
      '2026-03-29T06:00+02:00',
    ],
    [
      'a night with 02:00 to 03:00 twice',
      nights('Europe/Amsterdam'),
      '2026-10-25T00:00+02:00',
      7,
      '2026-10-25T06:00+01:00',
    ],
    [
      'an opening that is skipped begins after',
      early('Europe/Amsterdam', '02:30', '04:00'),
      '2026-03-29T00:00+01:00',
      0.5,
      '2026-03-29T03:30+02:00',
    ],
    [
      'an hour that comes twice counts twice',
      early('Europe/Amsterdam', '02:00', '03:00'),
      '2026-10-25T00:00+02:00',
      2,
      '2026-10-25T03:00+01:00',
    ],
    // New York, 8 March and 1 November 2026.
    ['New York in spring', nights('America/New_York'), '2026-03-08T00:00-05:00', 5, '2026-03-08T06:00-04:00'],
    ['New York in autumn', nights('America/New_York'), '2026-11-01T00:00-04:00', 7, '2026-11-01T06:00-05:00'],
    // Lord Howe changes by half an hour: 5 April and 4 October 2026.
    ['Lord Howe in autumn', nights('Australia/Lord_Howe'), '2026-04-05T00:00+11:00', 6.5, '2026-04-05T06:00+10:30'],
    ['Lord Howe in spring', nights('Australia/Lord_Howe'), '2026-10-04T00:00+10:30', 5.5, '2026-10-04T06:00+11:00'],
    // Apia went from 29 to 31 December 2011.
    [
      'Apia without a Friday',
      early('Pacific/Apia', '09:00', '17:00'),
      '2011-12-29T09:00-10:00',
      10,
      '2011-12-31T11:00+14:00',
    ],
    [
      'Apia on New Year',
      early('Pacific/Apia', '09:00', '17:00'),
      '2011-12-31T16:00+14:00',
      2,
      '2012-01-01T10:00+14:00',
    ],
  ])('%s', (_name, own, from, hours, to) => {
    const clock = compileCalendar(own);
    expect(new Date(clock.addBusinessTime(at(from), hours * HOUR_MS) ?? 0).toISOString()).toBe(
      new Date(at(to)).toISOString(),
    );
    expect(clock.businessTimeBetween(at(from), at(to))).toBe(hours * HOUR_MS);
  });
});

describe('a calendar', () => {
  it('is open from the first minute of its hours and closed from the last', () => {
    const clock = compileCalendar(jakarta);
    expect(clock.isOpenAt(at('2026-11-23T08:59:59.999+07:00'))).toBe(false);
    expect(clock.isOpenAt(at('2026-11-23T09:00+07:00'))).toBe(true);
    expect(clock.isOpenAt(at('2026-11-23T11:59:59.999+07:00'))).toBe(true);
    expect(clock.isOpenAt(at('2026-11-23T12:00+07:00'))).toBe(false);
  });

  it('opens next now while it is open, else at its next hour', () => {
    const clock = compileCalendar(jakarta);
    expect(clock.nextOpening(at('2026-11-23T10:00+07:00'))).toBe(at('2026-11-23T10:00+07:00'));
    expect(clock.nextOpening(at('2026-11-23T12:00+07:00'))).toBe(at('2026-11-23T13:00+07:00'));
    expect(clock.nextOpening(at('2026-08-15T12:00+07:00'))).toBe(at('2026-08-18T09:00+07:00'));
  });

  it('opens next in the year after, when this one has no more hours', () => {
    const clock = compileCalendar(calendar({ timeZone: 'UTC', weekly: daily([1], '09:00', '10:00') }));
    expect(clock.nextOpening(at('2026-12-29T00:00Z'))).toBe(at('2027-01-04T09:00Z'));
  });

  it('opens on a holiday that has hours of its own', () => {
    const date = '2026-11-23';
    const intervals = [{ from: '10:00', to: '11:00' }];
    const clock = compileCalendar(calendar({ holidays: [{ date, name: 'Half' }], exceptions: [{ date, intervals }] }));
    expect(clock.businessTimeBetween(at(`${date}T00:00+07:00`), at(`${date}T23:00+07:00`))).toBe(HOUR_MS);
  });

  it('that never opens has no next opening and no due time', () => {
    const clock = compileCalendar(calendar({ weekly: [] }));
    expect(clock.nextOpening(0)).toBeNull();
    expect(clock.addBusinessTime(0, 1)).toBeNull();
    expect(clock.addBusinessTime(5, 0)).toBe(5);
    expect(clock.businessTimeBetween(0, at('2199-01-01T00:00Z'))).toBe(0);
  });

  it('of exceptions alone ends with the last of them', () => {
    const clock = compileCalendar(
      calendar({ weekly: [], exceptions: [{ date: '2027-01-01', intervals: [{ from: '08:00', to: '10:00' }] }] }),
    );
    expect(clock.addBusinessTime(0, 2 * HOUR_MS)).toBe(at('2027-01-01T10:00+07:00'));
    expect(clock.addBusinessTime(0, 2 * HOUR_MS + 1)).toBeNull();
    expect(clock.nextOpening(at('2027-01-01T10:00+07:00'))).toBeNull();
  });

  it('is closed before 1900 and after 2199, so that every sum ends', () => {
    const clock = compileCalendar(always('UTC'));
    expect(clock.isOpenAt(at('1899-12-31T23:59Z'))).toBe(false);
    expect(clock.isOpenAt(at('1900-01-01T00:00Z'))).toBe(true);
    expect(clock.isOpenAt(8e15)).toBe(false);
    expect(clock.addBusinessTime(-8e15, DAY_MS)).toBe(at('1900-01-02T00:00Z'));
    expect(clock.addBusinessTime(0, 8e15)).toBeNull();
    expect(clock.nextOpening(8e15)).toBeNull();
  });

  it('is open to the last millisecond of 2199', () => {
    const clock = compileCalendar(always('UTC'));
    const end = at('2200-01-01T00:00Z');
    expect(clock.isOpenAt(end - 1)).toBe(true);
    expect(clock.isOpenAt(end)).toBe(false);
    expect(clock.isOpenAt(at('2200-06-01T00:00Z'))).toBe(false);
    expect(clock.nextOpening(end - 1)).toBe(end - 1);
    expect(clock.nextOpening(end)).toBeNull();
    expect(clock.addBusinessTime(end - DAY_MS, DAY_MS)).toBe(end);
    expect(clock.addBusinessTime(end - DAY_MS, DAY_MS + 1)).toBeNull();
    expect(clock.addBusinessTime(end, 1)).toBeNull();
    expect(clock.businessTimeBetween(end - DAY_MS, end + DAY_MS)).toBe(DAY_MS);
    expect(clock.businessTimeBetween(end - DAY_MS, Number.POSITIVE_INFINITY)).toBe(DAY_MS);
    expect(clock.businessTimeBetween(end, end + DAY_MS)).toBe(0);
  });

  it('opens first in 1900 and counts from there', () => {
    const clock = compileCalendar(calendar({ timeZone: 'UTC' }));
    // 1 January 1900 was a Monday.
    const first = at('1900-01-01T09:00Z');
    expect(clock.nextOpening(Number.NEGATIVE_INFINITY)).toBe(first);
    expect(clock.nextOpening(first - DAY_MS)).toBe(first);
    expect(clock.businessTimeBetween(Number.NEGATIVE_INFINITY, first + HOUR_MS)).toBe(HOUR_MS);
    expect(clock.businessTimeBetween(first - DAY_MS, first - HOUR_MS)).toBe(0);
  });

  it('counts nothing backwards', () => {
    const clock = compileCalendar(jakarta);
    expect(clock.businessTimeBetween(at('2026-11-23T16:00+07:00'), at('2026-11-23T09:00+07:00'))).toBe(0);
    expect(clock.businessTimeBetween(at('2026-11-23T16:00+07:00'), Number.NaN)).toBe(0);
    expect(clock.businessTimeBetween(Number.NaN, at('2026-11-23T16:00+07:00'))).toBe(0);
    expect(clock.addBusinessTime(at('2026-11-23T16:00+07:00'), Number.NaN)).toBeNull();
  });

  it('opens last in the UTC year after that of its last exception, where the day reaches into it', () => {
    const clock = compileCalendar(
      calendar({
        timeZone: 'America/New_York',
        weekly: [],
        exceptions: [{ date: '2027-12-31', intervals: [{ from: '20:00', to: '23:00' }] }],
      }),
    );
    const opens = at('2028-01-01T01:00Z');
    expect(clock.nextOpening(0)).toBe(opens);
    expect(clock.addBusinessTime(0, HOUR_MS)).toBe(opens + HOUR_MS);
    expect(clock.addBusinessTime(opens, HOUR_MS)).toBe(opens + HOUR_MS);
    expect(clock.businessTimeBetween(0, opens + 2 * HOUR_MS)).toBe(2 * HOUR_MS);
  });

  it('reads hours and dates in whatever order they stand', () => {
    const backwards = calendar({
      weekly: [...daily([1], '13:00', '15:00'), ...daily([1], '08:00', '10:00'), ...daily([1], '10:00', '11:00')],
      exceptions: [
        { date: '2026-11-25', intervals: [{ from: '09:00', to: '10:00' }] },
        { date: '2026-11-24', intervals: [{ from: '09:00', to: '10:00' }] },
      ],
    });
    const clock = compileCalendar(backwards);
    expect(clock.addBusinessTime(at('2026-11-23T00:00+07:00'), 3 * HOUR_MS)).toBe(at('2026-11-23T11:00+07:00'));
    expect(clock.nextOpening(at('2026-11-23T11:00+07:00'))).toBe(at('2026-11-23T13:00+07:00'));
    expect(clock.nextOpening(at('2026-11-23T15:00+07:00'))).toBe(at('2026-11-24T09:00+07:00'));
    expect(clock.nextOpening(at('2026-11-24T10:00+07:00'))).toBe(at('2026-11-25T09:00+07:00'));
  });

  it('leaves out dates that do not exist and hours that end before they start', () => {
    const clock = compileCalendar(
      calendar({
        weekly: [...daily([1], '09:00', '10:00'), ...daily([2], '12:00', '11:00'), ...daily([3], '9:00', '10:00')],
        holidays: [
          { date: '1970-1-1', name: 'Badly written' },
          { date: '2026-11-231', name: 'Too long' },
          { date: '02026-11-23', name: 'Too long as well' },
        ],
        exceptions: [{ date: '2026-02-30', intervals: [{ from: '09:00', to: '10:00' }] }],
      }),
    );
    expect(clock.isOpenAt(at('2026-11-23T09:00+07:00'))).toBe(true);
    expect(clock.businessTimeBetween(at('2026-11-23T00:00+07:00'), at('2026-11-30T00:00+07:00'))).toBe(HOUR_MS);
    expect(clock.businessTimeBetween(at('2026-03-01T00:00+07:00'), at('2026-03-02T09:00+07:00'))).toBe(0);
    // The zeroth day, a Thursday, is closed by nothing.
    expect(compileCalendar(always('UTC')).isOpenAt(0)).toBe(true);
  });

  it('of hours that never are ends with its last exception', () => {
    const clock = compileCalendar(
      calendar({
        weekly: daily([1], '10:00', '09:00'),
        exceptions: [{ date: '2027-01-04', intervals: [{ from: '08:00', to: '10:00' }] }],
      }),
    );
    expect(clock.addBusinessTime(0, 2 * HOUR_MS)).toBe(at('2027-01-04T10:00+07:00'));
    expect(clock.addBusinessTime(0, 2 * HOUR_MS + 1)).toBeNull();
  });

  it('joins hours that overlap instead of counting them twice', () => {
    const clock = compileCalendar(
      calendar({
        weekly: [...daily([1], '09:00', '12:00'), ...daily([1], '11:00', '13:00'), ...daily([1], '12:00', '12:00')],
      }),
    );
    expect(clock.businessTimeBetween(at('2026-11-23T00:00+07:00'), at('2026-11-24T00:00+07:00'))).toBe(4 * HOUR_MS);
  });

  it('answers odd instants without hanging', () => {
    const clock = compileCalendar(jakarta);
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(clock.isOpenAt(odd)).toBe(false);
      expect(clock.businessTimeBetween(odd, odd)).toBe(0);
    }
    expect(clock.addBusinessTime(Number.NaN, 1)).toBeNull();
    expect(clock.nextOpening(Number.NaN)).toBeNull();
  });

  it('is compiled once per object and refuses an unknown zone', () => {
    const own = calendar({});
    expect(compileCalendar(own)).toBe(compileCalendar(own));
    expect(() => compileCalendar(calendar({ timeZone: 'Asia/Atlantis' }))).toThrow(RangeError);
  });

  it('answers tickets spread over seven years', () => {
    const clock = compileCalendar(jakarta);
    let sum = 0;
    for (let ticket = 0; ticket < 500; ticket++) {
      const fromMs = at('2020-01-01T00:00Z') + ticket * 120 * HOUR_MS;
      const dueMs = clock.addBusinessTime(fromMs, 62 * HOUR_MS) ?? 0;
      sum += clock.businessTimeBetween(fromMs, dueMs);
    }
    expect(sum).toBe(500 * 62 * HOUR_MS);
  });
});
