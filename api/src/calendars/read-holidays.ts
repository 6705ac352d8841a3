import type { Holiday } from '@alur/engine';
import ICAL from 'ical.js';
import { refusal } from '../server/refusal.ts';

const DAY_MS = 86_400_000;
/** More repetitions than days of the widest choice of years: whatever goes on longer is a mistake in the file. */
const MOST_REPETITIONS = 10_000;
const LONGEST_NAME = 200;

/**
 * The days an iCalendar file (RFC 5545) names, within years (both included), by date; of several events on one day the
 * first one's name. An event over several days gives each of them; yearly rules are followed. Times of day are left
 * out: a holiday is a whole day. @throws Refusal where the text is no calendar, or names no day of those years.
 */
export function readHolidaysOrThrow(
  ics: string,
  years: { readonly fromYear: number; readonly toYear: number },
): readonly Holiday[] {
  const found = new Map<string, string>();
  for (const event of eventsOrThrow(ics)) {
    const name = (event.summary || '?').slice(0, LONGEST_NAME);
    for (const start of startsOf(event, years.toYear)) {
      for (const date of daysFrom(start, lengthInDays(event))) {
        const year = Number(date.slice(0, 4));
        if (year >= years.fromYear && year <= years.toYear && !found.has(date)) found.set(date, name);
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
    const calendar = new ICAL.Component(ICAL.parse(ics));
    return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  } catch {
    throw refusal('INVALID', 'This is no iCalendar file. Export your holidays as .ics and choose that file.', 'ics');
  }
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

function daysFrom(start: ICAL.Time, count: number): readonly string[] {
  return Array.from({ length: count }, (_each, index) =>
    new Date(dayOf(start) + index * DAY_MS).toISOString().slice(0, 10),
  );
}

function dayOf({ year, month, day }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day);
}
