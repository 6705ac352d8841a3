import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('are those of a national calendar: rules, exceptions, moved and cancelled days, more than one calendar', () => {
    const fixture = readFileSync(join(import.meta.dirname, 'libur-nasional.test-data.ics'), 'utf8');
    const days = readHolidaysOrThrow(fixture, { fromYear: 2026, toYear: 2027 }).map(
      ({ date, name }) => `${date} ${name}`,
    );
    expect(days).toEqual([
      '2026-01-01 Tahun Baru Masehi',
      '2026-01-16 Isra Mikraj Nabi Muhammad SAW',
      '2026-02-17 Tahun Baru Imlek 2577 Kongzili',
      '2026-03-19 Hari Suci Nyepi (Tahun Baru Saka 1948)',
      '2026-03-20 Cuti Bersama Idulfitri',
      '2026-03-21 Idulfitri 1447 Hijriah',
      '2026-03-22 Idulfitri 1447 Hijriah',
      '2026-03-23 Cuti Bersama Idulfitri',
      '2026-03-24 Cuti Bersama Idulfitri',
      '2026-05-01 Hari Buruh Internasional',
      '2026-06-02 Hari Lahir Pancasila (dipindah)',
      '2026-08-17 Proklamasi Kemerdekaan Republik Indonesia, hari libur nasional',
      '2026-12-25 Kelahiran Yesus Kristus',
      '2026-12-31 Tutup kantor akhir tahun',
      '2027-01-01 Tahun Baru Masehi',
      '2027-01-02 Tutup kantor akhir tahun',
      '2027-06-01 Hari Lahir Pancasila',
      '2027-08-17 Proklamasi Kemerdekaan Republik Indonesia, hari libur nasional',
      '2027-12-25 Kelahiran Yesus Kristus',
    ]);
  });

  it('are not the days of an event that goes on for ever, beyond the years', () => {
    const text = FILE.replace('DTEND;VALUE=DATE:20260323', 'DTEND;VALUE=DATE:99990101');
    expect(readHolidaysOrThrow(text, { fromYear: 2027, toYear: 2027 })).toHaveLength(365);
  });
});
