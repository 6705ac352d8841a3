import * as z from 'zod';
import { isTimeZone, minutesOfClock } from '../facts/zoned-time.ts';
import type { Locale, LocalText } from '../flow/locale.ts';
import type { Calendar } from './calendar.ts';
import { dayOfDate } from './openings.ts';

/** Every code a finding about a calendar can have. Append only. */
export const CALENDAR_ISSUE_CODES = [
  'WRONG_SHAPE',
  'UNKNOWN_TIME_ZONE',
  'BAD_TIME',
  'BAD_DATE',
  'ENDS_BEFORE_START',
  'OVERLAP',
  'DUPLICATE_EXCEPTION',
  'OVER_LIMIT',
  'NEVER_OPEN',
] as const;

export type CalendarIssueCode = (typeof CALENDAR_ISSUE_CODES)[number];

/** A finding about a calendar: data, never thrown. `path` leads to what is wrong; errors forbid saving. */
export interface CalendarIssue {
  readonly code: CalendarIssueCode;
  readonly severity: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** What one calendar may hold at most: ten years of holidays with room to spare. */
export const CALENDAR_LIMITS = { weekly: 100, holidays: 2000, exceptions: 2000, intervals: 24, name: 200 } as const;

const interval = { from: z.string(), to: z.string() };

/** The shape of a calendar; `checkCalendar` looks at what it says as well. */
export const calendarSchema = z.strictObject({
  timeZone: z.string(),
  weekly: z.array(z.strictObject({ weekday: z.number().int().min(1).max(7), ...interval })).max(CALENDAR_LIMITS.weekly),
  holidays: z
    .array(z.strictObject({ date: z.string(), name: z.string().max(CALENDAR_LIMITS.name) }))
    .max(CALENDAR_LIMITS.holidays),
  exceptions: z
    .array(
      z.strictObject({ date: z.string(), intervals: z.array(z.strictObject(interval)).max(CALENDAR_LIMITS.intervals) }),
    )
    .max(CALENDAR_LIMITS.exceptions),
});

type Hours = readonly { readonly from: string; readonly to: string }[];
type Path = CalendarIssue['path'];

/**
 * What is wrong with a calendar, from unknown JSON; nothing where it may be saved. Issues in the order of the document.
 * Two holidays may fall on one day, two exceptions may not. Hours over midnight are written as two intervals. A calendar
 * without hours is no error (a warning): it never opens. Never throws.
 */
export function checkCalendar(input: unknown): readonly CalendarIssue[] {
  const parsed = calendarSchema.safeParse(input);
  if (!parsed.success) return parsed.error.issues.map(shapeIssue);
  const calendar: Calendar = parsed.data;
  const issues: CalendarIssue[] = [];
  if (!isTimeZone(calendar.timeZone)) {
    issues.push(error('UNKNOWN_TIME_ZONE', ['timeZone'], { timeZone: calendar.timeZone }));
  }
  issues.push(...checkWeek(calendar));
  for (const [index, { date }] of calendar.holidays.entries()) {
    issues.push(...checkDate(date, ['holidays', index, 'date']));
  }
  const seen = new Set<string>();
  for (const [index, { date, intervals }] of calendar.exceptions.entries()) {
    issues.push(...checkDate(date, ['exceptions', index, 'date']));
    if (seen.has(date)) issues.push(error('DUPLICATE_EXCEPTION', ['exceptions', index, 'date'], { date }));
    seen.add(date);
    issues.push(...checkHours(intervals, (own) => ['exceptions', index, 'intervals', own]));
  }
  const isNeverOpen = calendar.weekly.length === 0 && calendar.exceptions.every((day) => day.intervals.length === 0);
  if (isNeverOpen) issues.push({ code: 'NEVER_OPEN', severity: 'warning', path: ['weekly'], params: {} });
  return issues;
}

/** An issue in words that say what is wrong and what to do. */
export function calendarIssueText({ code, params }: CalendarIssue, locale: Locale): string {
  const say = (key: string) => String(params[key] ?? '');
  const text = (): LocalText => {
    switch (code) {
      case 'WRONG_SHAPE':
        return {
          en: 'This is not a calendar as Alur writes it. Fill the calendar in again.',
          id: 'Ini bukan kalender dalam bentuk Alur. Isi kembali kalendernya.',
        };
      case 'UNKNOWN_TIME_ZONE':
        return {
          en: `There is no time zone “${say('timeZone')}”. Write one like Asia/Jakarta.`,
          id: `Tidak ada zona waktu “${say('timeZone')}”. Tulis seperti Asia/Jakarta.`,
        };
      case 'BAD_TIME':
        return {
          en: `“${say('time')}” is not a time of day. Write it as 09:00, up to 24:00.`,
          id: `“${say('time')}” bukan jam. Tulis seperti 09:00, paling lambat 24:00.`,
        };
      case 'BAD_DATE':
        return {
          en: `“${say('date')}” is not a date. Write it as 2026-12-25.`,
          id: `“${say('date')}” bukan tanggal. Tulis seperti 2026-12-25.`,
        };
      case 'ENDS_BEFORE_START':
        return {
          en: `Hours from ${say('from')} to ${say('to')} end before they start. Over midnight, write two: until 24:00, and from 00:00 the day after.`,
          id: `Jam ${say('from')} sampai ${say('to')} berakhir sebelum mulai. Untuk melewati tengah malam, tulis dua: sampai 24:00, dan dari 00:00 hari berikutnya.`,
        };
      case 'OVERLAP':
        return {
          en: `Hours from ${say('from')} to ${say('to')} overlap others of that day. Join them.`,
          id: `Jam ${say('from')} sampai ${say('to')} bertumpuk dengan jam lain di hari itu. Gabungkan.`,
        };
      case 'DUPLICATE_EXCEPTION':
        return {
          en: `${say('date')} has special hours twice. Keep one.`,
          id: `${say('date')} punya jam khusus dua kali. Sisakan satu.`,
        };
      case 'OVER_LIMIT':
        return {
          en: `This is too long: at most ${say('most')}. Remove what is past.`,
          id: `Ini terlalu panjang: paling banyak ${say('most')}. Hapus yang sudah lewat.`,
        };
      case 'NEVER_OPEN':
        return {
          en: 'This calendar has no hours, so it never opens. Add opening hours.',
          id: 'Kalender ini tidak punya jam kerja, jadi tidak pernah buka. Tambahkan jam kerja.',
        };
    }
  };
  return text()[locale];
}

function checkWeek({ weekly }: Calendar): readonly CalendarIssue[] {
  const places = weekly.map((hours, index) => ({ hours, index }));
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const own = places.filter(({ hours }) => hours.weekday === weekday);
    return checkHours(
      own.map(({ hours }) => hours),
      (index) => ['weekly', own[index]?.index ?? 0],
    );
  });
}

function checkHours(hours: Hours, pathOf: (index: number) => Path): readonly CalendarIssue[] {
  const issues: CalendarIssue[] = [];
  const sound: { readonly fromMinute: number; readonly toMinute: number; readonly index: number }[] = [];
  for (const [index, { from, to }] of hours.entries()) {
    const fromMinute = minutesOfClock(from);
    const toMinute = minutesOfClock(to);
    if (fromMinute === null) issues.push(error('BAD_TIME', [...pathOf(index), 'from'], { time: from }));
    if (toMinute === null) issues.push(error('BAD_TIME', [...pathOf(index), 'to'], { time: to }));
    if (fromMinute === null || toMinute === null) continue;
    if (fromMinute >= toMinute) issues.push(error('ENDS_BEFORE_START', pathOf(index), { from, to }));
    else sound.push({ fromMinute, toMinute, index });
  }
  sound.sort((a, b) => a.fromMinute - b.fromMinute || a.toMinute - b.toMinute);
  let openUntil = 0;
  for (const { fromMinute, toMinute, index } of sound) {
    const { from, to } = hours[index] ?? { from: '', to: '' };
    if (fromMinute < openUntil) issues.push(error('OVERLAP', pathOf(index), { from, to }));
    openUntil = Math.max(openUntil, toMinute);
  }
  return issues;
}

function checkDate(date: string, path: Path): readonly CalendarIssue[] {
  return dayOfDate(date) === null ? [error('BAD_DATE', path, { date })] : [];
}

function shapeIssue(issue: z.core.$ZodIssue): CalendarIssue {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'too_big' && issue.origin !== 'number') {
    return error('OVER_LIMIT', path, { most: Number(issue.maximum) });
  }
  return error('WRONG_SHAPE', path, {});
}

function error(code: CalendarIssueCode, path: Path, params: CalendarIssue['params']): CalendarIssue {
  return { code, severity: 'error', path, params };
}
