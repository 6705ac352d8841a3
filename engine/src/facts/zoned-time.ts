/** The wall clock of a place: ISO weekday (1 Monday to 7 Sunday) and minutes since midnight (0 to 1439). */
export interface ZonedTime {
  readonly weekday: number;
  readonly minuteOfDay: number;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** A formatter costs about 50 µs to make and depends on nothing but the zone's name. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether a text names a time zone of the IANA database. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The wall clock in an IANA time zone at an instant (milliseconds since 1970 UTC, up to ±8.64e15).
 * Throws RangeError for a zone or instant that does not exist: check zones with `isTimeZone` first.
 */
export function zonedTime(atMs: number, timeZone: string): ZonedTime {
  const part = zonedParts(atMs, timeZone);
  return {
    weekday: WEEKDAYS.indexOf(part.weekday ?? '') + 1,
    minuteOfDay: Number(part.hour) * 60 + Number(part.minute),
  };
}

/** An instant as `YYYY-MM-DD HH:MM` on the wall clock of a time zone. Throws as `zonedTime` does. */
export function zonedText(atMs: number, timeZone: string): string {
  const part = zonedParts(atMs, timeZone);
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** Minutes since midnight of an `HH:MM` between 00:00 and 24:00, or null for any other text. */
export function minutesOfClock(clock: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  if (match) return Number(match[1]) * 60 + Number(match[2]);
  return clock === '24:00' ? 24 * 60 : null;
}

function zonedParts(atMs: number, timeZone: string): Readonly<Record<string, string>> {
  const parts = formatterOf(timeZone).formatToParts(atMs);
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
