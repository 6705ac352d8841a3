import { type Calendar, calendarIssueText, checkCalendar, type Locale } from '@alur/engine';

/** What is wrong with a calendar while it is edited, by the place it is shown at. */
export interface CalendarProblems {
  /** By the place of a stretch in the week. */
  readonly weekly: ReadonlyMap<number, string>;
  /** By the place of a special day, then of its hours. */
  readonly exceptions: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly timeZone: string | undefined;
  readonly holidays: string | undefined;
  /** Not wrong, but worth knowing. */
  readonly warning: string | undefined;
  readonly hasErrors: boolean;
}

/** The engine's findings, sorted to the fields. */
export function calendarProblems(calendar: Calendar, locale: Locale): CalendarProblems {
  const { timeZone, weekly, holidays, exceptions } = calendar;
  const issues = checkCalendar({ timeZone, weekly, holidays, exceptions });
  const week = new Map<number, string>();
  const days = new Map<number, Map<number, string>>();
  const first: Record<string, string> = {};
  for (const issue of issues) {
    const text = calendarIssueText(issue, locale);
    const [part, index, , at] = issue.path;
    if (issue.severity === 'warning') first.warning ??= text;
    else if (part === 'weekly' && typeof index === 'number') week.set(index, text);
    else if (part === 'exceptions' && typeof index === 'number') {
      const own = days.get(index) ?? new Map<number, string>();
      days.set(index, own.set(typeof at === 'number' ? at : 0, text));
    } else first[String(part)] ??= text;
  }
  return {
    weekly: week,
    exceptions: days,
    timeZone: first.timeZone,
    holidays: first.holidays,
    warning: first.warning,
    hasErrors: issues.some(({ severity }) => severity === 'error'),
  };
}
