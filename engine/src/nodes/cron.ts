import { jumpOver, wallInstants } from '../calendar/wall-instants.ts';

/**
 * The moments of a schedule, as five fields name them: minute (0-59), hour (0-23), day of the month (1-31), month (1-12
 * or JAN-DEC), weekday (0-7 or SUN-SAT; 0 and 7 are Sunday). A field is `*` or a list of numbers and ranges, each with
 * an optional step: `1-5`, `0,30`, `9-17/2`, every 15 as `*` with `/15`. Where day and weekday are both given, either will do
 * (POSIX crontab).
 */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  readonly isAnyDay: boolean;
  readonly isAnyWeekday: boolean;
  readonly isAnyHour: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** The furthest a clock is put back. */
const LARGEST_CHANGE_MS = 3 * HOUR_MS;
/** Between two 29ths of February lie at most eight years. */
const FARTHEST_DAYS = 8 * 366 + 1;

/** Reads the five fields, or null where they are no schedule. */
export function parseCron(text: string): Cron | null {
  const fields = text.trim().toUpperCase().split(/\s+/);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const minutes = readField(minute, 0, 59);
  const hours = readField(hour, 0, 23);
  const days = readField(day, 1, 31);
  const months = readField(month, 1, 12, MONTHS);
  const weekdays = readField(weekday, 0, 7, WEEKDAYS);
  if (fields.length !== 5 || !minutes || !hours || !days || !months || !weekdays) return null;
  return {
    minutes,
    hours,
    days: new Set(days),
    months: new Set(months),
    weekdays: new Set(weekdays.map((each) => each % 7)),
    isAnyDay: day === '*',
    isAnyWeekday: weekday === '*',
    isAnyHour: hour === '*',
  };
}

/**
 * The first moment of a schedule after an instant (both milliseconds since 1970 UTC), on the wall clock of an IANA time
 * zone; null where there is none, as on every 30th of February. A time that the clock jumps over comes when it has
 * jumped; one it shows twice comes the first time only, unless the schedule runs in every hour.
 * Throws RangeError for a zone that does not exist. Cost: linear in the days until then, at most eight years of them.
 */
export function nextCronMoment(cron: Cron, timeZone: string, afterMs: number): number | null {
  // One day back, because no zone is further from UTC than that.
  const startMs = Math.floor(afterMs / DAY_MS) * DAY_MS - DAY_MS;
  for (let index = 0; index <= FARTHEST_DAYS; index += 1) {
    const dayMs = startMs + index * DAY_MS;
    if (!isOnDay(cron, dayMs)) continue;
    const momentMs = firstOfDay(cron, dayMs, timeZone, afterMs);
    if (momentMs !== null) return momentMs;
  }
  return null;
}

function isOnDay({ days, months, weekdays, isAnyDay, isAnyWeekday }: Cron, dayMs: number): boolean {
  const date = new Date(dayMs);
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const isDay = days.has(date.getUTCDate());
  const isWeekday = weekdays.has(date.getUTCDay());
  return isAnyDay || isAnyWeekday ? isDay && isWeekday : isDay || isWeekday;
}

function firstOfDay(cron: Cron, dayMs: number, timeZone: string, afterMs: number): number | null {
  let first: { readonly atMs: number; readonly wallMs: number } | null = null;
  for (const hour of cron.hours) {
    const hourMs = dayMs + hour * HOUR_MS;
    // Wall and UTC differ by less than a day, so most hours of the first day need no look at the zone.
    if (hourMs + HOUR_MS + DAY_MS <= afterMs) continue;
    // Later wall times come later, save where the clock was put back in between.
    if (first && hourMs > first.wallMs + LARGEST_CHANGE_MS) break;
    for (const minute of cron.minutes) {
      const wallMs = hourMs + minute * MINUTE_MS;
      for (const atMs of momentsAt(cron, wallMs, timeZone)) {
        if (atMs > afterMs && (!first || atMs < first.atMs)) first = { atMs, wallMs };
      }
    }
  }
  return first?.atMs ?? null;
}

function momentsAt(cron: Cron, wallMs: number, timeZone: string): readonly number[] {
  const shown = wallInstants(wallMs, timeZone);
  if (shown.length === 0) {
    const jumpMs = jumpOver(wallMs, timeZone);
    return jumpMs === null ? [] : [jumpMs];
  }
  return cron.isAnyHour ? shown : shown.slice(0, 1);
}

/** The numbers of one field in ascending order, or null where it is none. */
function readField(field: string, least: number, most: number, names: readonly string[] = []): number[] | null {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(\*|[A-Z]{3}|\d{1,2})(?:-([A-Z]{3}|\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(part);
    if (!match) return null;
    const [, start = '', end, step] = match;
    if (start === '*' && end !== undefined) return null;
    // A step needs something to step through; `5/15` means different things in different programs.
    if (start !== '*' && end === undefined && step !== undefined) return null;
    const from = start === '*' ? least : numberOf(start, least, names);
    const to = start === '*' ? most : end === undefined ? from : numberOf(end, least, names);
    const by = step === undefined ? 1 : Number(step);
    if (from === null || to === null || from < least || to > most || from > to || by < 1) return null;
    for (let value = from; value <= to; value += by) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function numberOf(text: string, least: number, names: readonly string[]): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const index = names.indexOf(text);
  return index === -1 ? null : index + least;
}
