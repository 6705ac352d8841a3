import type { Calendar, CalendarException, Holiday } from '@alur/engine';
import type { StoredCalendar } from './calendar-documents.ts';
import { copyDay, WORKING_DAYS, withDay } from './week-edits.ts';

/** A calendar while it is edited. */
export interface CalendarDraft extends Calendar {
  readonly name: string;
  readonly isDefault: boolean;
}

/** The stored calendar as a draft, without what only the server's answer has. */
export function draftOf(stored: StoredCalendar): CalendarDraft {
  const { name, isDefault, timeZone, weekly, holidays, exceptions } = stored;
  return {
    name,
    isDefault,
    timeZone,
    weekly: weekly.map(({ weekday, from, to }) => ({ weekday, from, to })),
    holidays: holidays.map(({ date, name: holiday }) => ({ date, name: holiday })),
    exceptions: exceptions.map(({ date, intervals }) => ({
      date,
      intervals: intervals.map(({ from, to }) => ({ from, to })),
    })),
  };
}

/** The draft as the API takes it. */
export function fieldsOf({ name, isDefault, timeZone, weekly, holidays, exceptions }: CalendarDraft) {
  return {
    name: name.trim(),
    isDefault,
    timeZone,
    weekly: [...weekly],
    holidays: [...holidays],
    exceptions: exceptions.map(({ date, intervals }) => ({ date, intervals: [...intervals] })),
  };
}

/** What a new calendar begins as: office hours on working days. */
export function newDraft(timeZone: string): CalendarDraft {
  const monday = withDay([], 1, [{ from: '09:00', to: '17:00' }]);
  return {
    name: '',
    isDefault: false,
    timeZone,
    weekly: copyDay(monday, 1, WORKING_DAYS),
    holidays: [],
    exceptions: [],
  };
}

/** Holidays by date with one more; on a day that has one already its name is replaced. */
export function withHoliday(holidays: readonly Holiday[], holiday: Holiday): readonly Holiday[] {
  return [...holidays.filter(({ date }) => date !== holiday.date), holiday].sort(byDate);
}

/** Both lists by date; where both name a day, the first list's name stays. */
export function joinHolidays(first: readonly Holiday[], second: readonly Holiday[]): readonly Holiday[] {
  const known = new Set(first.map(({ date }) => date));
  return [...first, ...second.filter(({ date }) => !known.has(date))].sort(byDate);
}

/** Special days by date with one more or changed. */
export function withException(
  exceptions: readonly CalendarException[],
  exception: CalendarException,
): readonly CalendarException[] {
  return [...exceptions.filter(({ date }) => date !== exception.date), exception].sort(byDate);
}

function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
