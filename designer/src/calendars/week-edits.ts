import type { OpenInterval } from '@alur/engine';

/** Hours within a day, wall clock: `from` is inside, `to` (up to 24:00) is not. */
export interface DayHours {
  readonly from: string;
  readonly to: string;
}

/** 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

const OFFICE_HOURS: DayHours = { from: '09:00', to: '17:00' };
const DAY_MINUTES = 24 * 60;

/** Minutes since midnight; 24:00 is the end of the day. NaN where it is no time. */
export function clockMinutes(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
}

function minutesClock(minutes: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The hours of a day, with their place in the whole week, as they were entered. */
export function hoursOf(weekly: readonly OpenInterval[], weekday: Weekday): { hours: DayHours; index: number }[] {
  return weekly.flatMap((interval, index) =>
    interval.weekday === weekday ? [{ hours: { from: interval.from, to: interval.to }, index }] : [],
  );
}

/** The week with a day's hours replaced; days in order, the hours of a day as given. */
export function withDay(
  weekly: readonly OpenInterval[],
  weekday: Weekday,
  hours: readonly DayHours[],
): readonly OpenInterval[] {
  return WEEK.flatMap((day) =>
    day === weekday
      ? hours.map(({ from, to }) => ({ weekday: day, from, to }))
      : weekly.filter((interval) => interval.weekday === day),
  );
}

/** The week in which other days have the hours of one. */
export function copyDay(
  weekly: readonly OpenInterval[],
  from: Weekday,
  to: readonly Weekday[],
): readonly OpenInterval[] {
  const hours = hoursOf(weekly, from).map((each) => each.hours);
  return to.reduce((week, day) => withDay(week, day, hours), weekly);
}

/**
 * Hours to offer when a day gets more: office hours on a closed day, else an hour after its last ones for as long as
 * they were or the day lasts. Null where no hour of the day is left.
 */
export function nextHours(hours: readonly DayHours[]): DayHours | null {
  const last = [...hours].sort((a, b) => clockMinutes(a.to) - clockMinutes(b.to)).at(-1);
  if (!last) return OFFICE_HOURS;
  const startsAt = clockMinutes(last.to) + 60;
  if (!(startsAt < DAY_MINUTES)) return null;
  const lengthMinutes = Math.max(60, clockMinutes(last.to) - clockMinutes(last.from));
  return { from: minutesClock(startsAt), to: minutesClock(Math.min(DAY_MINUTES, startsAt + lengthMinutes)) };
}

/** Where hours lie on a bar of the day, as shares of 0 to 1; null where they are none yet. */
export function barOf({ from, to }: DayHours): { readonly start: number; readonly length: number } | null {
  const start = clockMinutes(from) / DAY_MINUTES;
  const length = clockMinutes(to) / DAY_MINUTES - start;
  return length > 0 ? { start, length } : null;
}

/** Open hours of a week, in minutes; overlaps count twice. */
export function weekMinutes(weekly: readonly DayHours[]): number {
  return weekly.reduce((sum, { from, to }) => sum + Math.max(0, clockMinutes(to) - clockMinutes(from) || 0), 0);
}
