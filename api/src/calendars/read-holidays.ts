import type { Holiday } from '@alur/engine';
import ICAL from 'ical.js';
import { refusal } from '../server/refusal.ts';

const DAY_MS = 86_400_000;
/** More repetitions than days of the widest choice of years: whatever goes on longer is a mistake in the file. */
const MOST_REPETITIONS = 10_000;
const LONGEST_NAME = 200;

/**
 * The days an iCalendar file (RFC 5545) names, within years (both included), by date; of several events on one day the
 * first one's name. An event over several days gives each of them; rules of repetition are followed, with their
 * exceptions and moved days. Cancelled events, and those that do not take whole days, are no holidays.
 * @throws Refusal where the text is no calendar, or names no day of those years.
 */
export function readHolidaysOrThrow(
  ics: string,
  years: { readonly fromYear: number; readonly toYear: number },
): readonly Holiday[] {
  const found = new Map<string, string>();
  const events = eventsOrThrow(ics);
  const moved = new Set(events.flatMap(({ uid, recurrenceId }) => (recurrenceId ? [placeOf(uid, recurrenceId)] : [])));
  for (const event of events.filter(isWholeDays)) {
    const name = (event.summary?.trim() || '?').slice(0, LONGEST_NAME);
    for (const start of startsOf(event, years.toYear)) {
      if (!event.recurrenceId && moved.has(placeOf(event.uid, start))) continue;
      for (const date of daysFrom(start, lengthInDays(event), years)) {
        if (!found.has(date)) found.set(date, name);
      }
    }
  }
  if (found.size === 0) {
    const span = `${years.fromYear} to ${years.toYear}`;
    throw refusal('INVALID', `The file has no days from ${span}. Choose other years, or another file.`, 'ics');
  }
  return [...found].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function eventsOrThrow(ics: string): readonly ICAL.Event[] {
  try {
    const parsed: unknown[] = ICAL.parse(ics);
    // Several calendars in one file come as a list of them.
    const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
    return calendars
      .flatMap((calendar) => new ICAL.Component(Array.isArray(calendar) ? calendar : []).getAllSubcomponents('vevent'))
      .filter((part) => part.getFirstPropertyValue('status') !== 'CANCELLED')
      .map((part) => new ICAL.Event(part));
  } catch {
    throw refusal('INVALID', 'This is no iCalendar file. Export your holidays as .ics and choose that file.', 'ics');
  }
}

/** One repetition of an event, by which another event says that it takes its place. */
function placeOf(uid: string, start: ICAL.Time): string {
  return `${uid} ${dayOf(start)}`;
}

/** From a day to a day, or from a midnight to a later one. */
function isWholeDays({ startDate, endDate }: ICAL.Event): boolean {
  if (!startDate || startDate.isDate) return true;
  const isMidnight = ({ hour, minute, second }: ICAL.Time) => hour === 0 && minute === 0 && second === 0;
  return isMidnight(startDate) && isMidnight(endDate) && dayOf(startDate) < dayOf(endDate);
}

/** The first days of an event: its own, or one for each repetition up to the end of a year. */
function startsOf(event: ICAL.Event, toYear: number): readonly ICAL.Time[] {
  const { startDate } = event;
  if (!startDate) return [];
  if (!event.isRecurring()) return [startDate];
  const tooOften = () =>
    refusal('INVALID', `“${event.summary}” repeats too often to be a holiday. Remove it from the file.`, 'ics');
  const starts: ICAL.Time[] = [];
  const repetitions = event.iterator();
  // The library throws where a rule names one day again and again.
  const nextOrThrow = () => {
    try {
      return repetitions.next();
    } catch {
      throw tooOften();
    }
  };
  for (let next = nextOrThrow(); next && next.year <= toYear; next = nextOrThrow()) {
    starts.push(next.clone());
    if (starts.length > MOST_REPETITIONS) throw tooOften();
  }
  return starts;
}

/** The end of a whole-day event is the day after its last one. */
function lengthInDays(event: ICAL.Event): number {
  const { startDate, endDate } = event;
  if (!startDate || !endDate) return 1;
  return Math.max(1, Math.round((dayOf(endDate) - dayOf(startDate)) / DAY_MS));
}

/** Each of so many days from a first one, as far as they lie within the years. */
function daysFrom(
  start: ICAL.Time,
  count: number,
  { fromYear, toYear }: { readonly fromYear: number; readonly toYear: number },
): readonly string[] {
  const firstMs = Math.max(dayOf(start), Date.UTC(fromYear, 0, 1));
  const endMs = Math.min(dayOf(start) + count * DAY_MS, Date.UTC(toYear + 1, 0, 1));
  return Array.from({ length: Math.max(0, (endMs - firstMs) / DAY_MS) }, (_each, index) =>
    new Date(firstMs + index * DAY_MS).toISOString().slice(0, 10),
  );
}

function dayOf({ year, month, day }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day);
}
