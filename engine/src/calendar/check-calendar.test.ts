import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../flow/locale.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import type { Calendar } from './calendar.ts';
import { CALENDAR_ISSUE_CODES, type CalendarIssueCode, calendarIssueText, checkCalendar } from './check-calendar.ts';

const office: Calendar = {
  timeZone: 'Asia/Jakarta',
  weekly: [
    { weekday: 1, from: '09:00', to: '12:00' },
    { weekday: 1, from: '12:00', to: '24:00' },
  ],
  holidays: [
    { date: '2026-05-14', name: 'Kenaikan Yesus Kristus' },
    { date: '2026-05-14', name: 'Cuti bersama' },
  ],
  exceptions: [{ date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }] }],
};

describe('a sound calendar', () => {
  it('has no issues: hours may touch, two holidays may fall on one day', () => {
    expect(checkCalendar(office)).toEqual([]);
  });
});

describe('what is wrong with a calendar is told with its place', () => {
  const monday = (from: string, to: string) => ({ ...office, weekly: [{ weekday: 1, from, to }] });
  it.each<[string, unknown, CalendarIssueCode, readonly (string | number)[]]>([
    ['no object', null, 'WRONG_SHAPE', []],
    ['a key that does not belong', { ...office, zone: 'x' }, 'WRONG_SHAPE', []],
    [
      'an eighth weekday',
      { ...office, weekly: [{ weekday: 8, from: '1', to: '2' }] },
      'WRONG_SHAPE',
      ['weekly', 0, 'weekday'],
    ],
    ['an unknown zone', { ...office, timeZone: 'Asia/Atlantis' }, 'UNKNOWN_TIME_ZONE', ['timeZone']],
    ['a bad time', monday('9:00', '10:00'), 'BAD_TIME', ['weekly', 0, 'from']],
    ['a time after 24:00', monday('09:00', '24:30'), 'BAD_TIME', ['weekly', 0, 'to']],
    ['hours over midnight', monday('22:00', '06:00'), 'ENDS_BEFORE_START', ['weekly', 0]],
    ['no length', monday('09:00', '09:00'), 'ENDS_BEFORE_START', ['weekly', 0]],
    [
      'an overlap',
      { ...office, weekly: [...office.weekly, { weekday: 1, from: '11:59', to: '12:00' }] },
      'OVERLAP',
      ['weekly', 2],
    ],
    [
      'a day that does not exist',
      { ...office, holidays: [{ date: '2026-02-30', name: '' }] },
      'BAD_DATE',
      ['holidays', 0, 'date'],
    ],
    [
      'a date in words',
      { ...office, exceptions: [{ date: 'Monday', intervals: [] }] },
      'BAD_DATE',
      ['exceptions', 0, 'date'],
    ],
    [
      'two exceptions on a day',
      { ...office, exceptions: [...office.exceptions, { date: '2026-12-24', intervals: [] }] },
      'DUPLICATE_EXCEPTION',
      ['exceptions', 1, 'date'],
    ],
    [
      'overlapping hours of an exception',
      {
        ...office,
        exceptions: [
          {
            date: '2026-12-24',
            intervals: [
              { from: '09:00', to: '11:00' },
              { from: '10:00', to: '12:00' },
            ],
          },
        ],
      },
      'OVERLAP',
      ['exceptions', 0, 'intervals', 1],
    ],
    [
      'too many holidays',
      { ...office, holidays: Array(2001).fill({ date: '2026-01-01', name: '' }) },
      'OVER_LIMIT',
      ['holidays'],
    ],
    ['no hours at all', { ...office, weekly: [], exceptions: [] }, 'NEVER_OPEN', ['weekly']],
  ])('%s', (_name, input, code, path) => {
    expect(checkCalendar(input)).toEqual([expect.objectContaining({ code, path })]);
  });

  it('and every interval that overlaps a longer one is named, in whatever order they stand', () => {
    const weekly = [
      { weekday: 1, from: '12:00', to: '13:00' },
      { weekday: 1, from: '10:00', to: '11:00' },
      { weekday: 1, from: '09:00', to: '17:00' },
    ];
    expect(checkCalendar({ ...office, weekly }).map(({ code, path }) => [code, path[1]])).toEqual([
      ['OVERLAP', 1],
      ['OVERLAP', 0],
    ]);
  });

  it('only a calendar that never opens may still be saved', () => {
    expect(checkCalendar({ ...office, weekly: [], exceptions: [] })[0]?.severity).toBe('warning');
  });

  it('in whole sentences, in every language', () => {
    for (const code of CALENDAR_ISSUE_CODES) {
      const texts = LOCALES.map((locale) =>
        calendarIssueText({ code, severity: 'error', path: [], params: {} }, locale),
      );
      expect(new Set(texts).size).toBe(LOCALES.length);
      for (const text of texts) expect(text).toMatch(/^[“A-Z ].*\.$/);
    }
  });

  it('and no JSON makes the check throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(Array.isArray(checkCalendar(input))).toBe(true);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
    );
  });
});
