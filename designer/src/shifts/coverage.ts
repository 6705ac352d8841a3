import type { Calendar } from '@alur/engine';
import { clockMinutes, hoursOf, WEEK, type Weekday } from '../calendars/week-edits.ts';

/** Hours of a day, 0 to 23. */
export const HOURS: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * How many people are on shift in each hour of each weekday, by the clock of their own calendar: seven rows, Monday
 * first, of 24. A person counts in an hour of which they work any part. `calendarIds` has one entry for each person,
 * null where they have no shifts; those count nowhere.
 */
export function coverage(
  calendarIds: readonly (string | null)[],
  calendars: ReadonlyMap<string, Pick<Calendar, 'weekly'>>,
): readonly (readonly number[])[] {
  const people = new Map<string, number>();
  for (const id of calendarIds) if (id !== null) people.set(id, (people.get(id) ?? 0) + 1);
  return WEEK.map((weekday) =>
    HOURS.map((hour) => {
      let count = 0;
      for (const [id, many] of people) if (isWorked(calendars.get(id), weekday, hour)) count += many;
      return count;
    }),
  );
}

function isWorked(calendar: Pick<Calendar, 'weekly'> | undefined, weekday: Weekday, hour: number): boolean {
  return hoursOf(calendar?.weekly ?? [], weekday).some(
    ({ hours }) => clockMinutes(hours.from) < (hour + 1) * 60 && clockMinutes(hours.to) > hour * 60,
  );
}
