import { expect, it } from 'vitest';
import { LOCALES } from '../flow/locale.ts';
import { calendarIssueText, checkCalendar } from './check-calendar.ts';

const exception = (date: string) => ({ date, intervals: [{ from: '09:00', to: '12:00' }] });

/** A calendar for each thing that may be wrong: open on Mondays, but for what is given. */
const CASES: readonly (readonly [
  given: Record<string, unknown>,
  severity: string,
  english: string,
  indonesian: string,
])[] = [
  [
    { weekly: 7 },
    'error',
    'This is not a calendar as Alur writes it. Fill the calendar in again.',
    'Ini bukan kalender dalam bentuk Alur. Isi kembali kalendernya.',
  ],
  [
    { timeZone: 'Asia/Atlantis' },
    'error',
    'There is no time zone “Asia/Atlantis”. Write one like Asia/Jakarta.',
    'Tidak ada zona waktu “Asia/Atlantis”. Tulis seperti Asia/Jakarta.',
  ],
  [
    { weekly: [{ weekday: 1, from: '9:00', to: '10:00' }] },
    'error',
    '“9:00” is not a time of day. Write it as 09:00, up to 24:00.',
    '“9:00” bukan jam. Tulis seperti 09:00, paling lambat 24:00.',
  ],
  [
    { weekly: [{ weekday: 1, from: '09:00', to: '24:30' }] },
    'error',
    '“24:30” is not a time of day. Write it as 09:00, up to 24:00.',
    '“24:30” bukan jam. Tulis seperti 09:00, paling lambat 24:00.',
  ],
  [
    { holidays: [{ date: '2026-02-30', name: '' }] },
    'error',
    '“2026-02-30” is not a date. Write it as 2026-12-25.',
    '“2026-02-30” bukan tanggal. Tulis seperti 2026-12-25.',
  ],
  [
    { weekly: [{ weekday: 1, from: '22:00', to: '06:00' }] },
    'error',
    'Hours from 22:00 to 06:00 end before they start. Over midnight, write two: until 24:00, and from 00:00 the day after.',
    'Jam 22:00 sampai 06:00 berakhir sebelum mulai. Untuk melewati tengah malam, tulis dua: sampai 24:00, dan dari 00:00 hari berikutnya.',
  ],
  [
    {
      weekly: [
        { weekday: 1, from: '09:00', to: '12:00' },
        { weekday: 1, from: '09:00', to: '10:00' },
      ],
    },
    'error',
    'Hours from 09:00 to 12:00 overlap others of that day. Join them.',
    'Jam 09:00 sampai 12:00 bertumpuk dengan jam lain di hari itu. Gabungkan.',
  ],
  [
    { exceptions: [exception('2026-12-24'), exception('2026-12-24')] },
    'error',
    '2026-12-24 has special hours twice. Keep one.',
    '2026-12-24 punya jam khusus dua kali. Sisakan satu.',
  ],
  [
    { holidays: Array(2001).fill({ date: '2026-01-01', name: '' }) },
    'error',
    'This is too long: at most 2000. Remove what is past.',
    'Ini terlalu panjang: paling banyak 2000. Hapus yang sudah lewat.',
  ],
  [
    { weekly: [], exceptions: [{ date: '2026-12-24', intervals: [] }] },
    'warning',
    'This calendar has no hours, so it never opens. Add opening hours.',
    'Kalender ini tidak punya jam kerja, jadi tidak pernah buka. Tambahkan jam kerja.',
  ],
];

it.each(CASES)('of %j it says what is wrong and what to do', (given, severity, english, indonesian) => {
  const weekly = [{ weekday: 1, from: '09:00', to: '17:00' }];
  const issues = checkCalendar({ timeZone: 'Asia/Jakarta', weekly, holidays: [], exceptions: [], ...given });
  expect(issues.map((issue) => issue.severity)).toEqual([severity]);
  expect(LOCALES.map((locale) => issues.map((issue) => calendarIssueText(issue, locale)))).toEqual([
    [english],
    [indonesian],
  ]);
});

it('a calendar of exceptional days alone opens on those', () => {
  const calendar = { timeZone: 'UTC', weekly: [], holidays: [], exceptions: [exception('2026-12-24')] };
  expect(checkCalendar(calendar)).toEqual([]);
});
