import { describe, expect, it } from 'vitest';
import { Refusal } from '../server/refusal.ts';
import { readHolidaysOrThrow } from './read-holidays.ts';

const FILE = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Hari libur//ID
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20200817
DTEND;VALUE=DATE:20200818
RRULE:FREQ=YEARLY
SUMMARY:Hari Kemerdekaan
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20260320
DTEND;VALUE=DATE:20260323
SUMMARY:Idulfitri 1447 H
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20261224
SUMMARY:Cuti bersama\\, Natal
END:VEVENT
END:VCALENDAR`.replaceAll('\n', '\r\n');

describe('holidays of an iCalendar file', () => {
  it('are each day of each event within the years, yearly ones in every year', () => {
    expect(readHolidaysOrThrow(FILE, { fromYear: 2026, toYear: 2027 })).toEqual([
      { date: '2026-03-20', name: 'Idulfitri 1447 H' },
      { date: '2026-03-21', name: 'Idulfitri 1447 H' },
      { date: '2026-03-22', name: 'Idulfitri 1447 H' },
      { date: '2026-08-17', name: 'Hari Kemerdekaan' },
      { date: '2026-12-24', name: 'Cuti bersama, Natal' },
      { date: '2027-08-17', name: 'Hari Kemerdekaan' },
    ]);
  });

  it.each([
    ['text that is no calendar', 'Libur nasional 2026'],
    ['a file without days of those years', FILE.replace('RRULE:FREQ=YEARLY\r\n', '')],
    ['an event that repeats every second', FILE.replace('FREQ=YEARLY', 'FREQ=SECONDLY')],
  ])('refuses %s in words', (_what, text) => {
    expect(() => readHolidaysOrThrow(text, { fromYear: 2030, toYear: 2031 })).toThrow(Refusal);
  });
});
