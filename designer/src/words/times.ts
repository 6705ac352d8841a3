/** Times and spans for people. Languages are BCP 47; all spans are milliseconds. */

/** British forms for English: day before month, 24 hours. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const YEAR_MS = 365 * DAY_MS;

const UNITS = [
  { unit: 'year', ms: YEAR_MS },
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: HOUR_MS },
  { unit: 'minute', ms: MINUTE_MS },
  { unit: 'second', ms: SECOND_MS },
] as const;

/** "3h 12m": the two largest units, zero ones left out; below a second "0s". Negative spans count as zero. */
export function spanText(spanMs: number, language: string): string {
  let rest = Math.max(0, Math.floor(spanMs / SECOND_MS) * SECOND_MS);
  const first = UNITS.findIndex(({ ms }) => rest >= ms);
  if (first === -1) return unitText(0, 'second', language);
  const parts: string[] = [];
  for (const { unit, ms } of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / ms);
    rest -= count * ms;
    if (count > 0) parts.push(unitText(count, unit, language));
  }
  return parts.join(' ');
}

function unitText(count: number, unit: (typeof UNITS)[number]['unit'], language: string): string {
  if (language.startsWith('id'))
    return `${count} ${{ year: 'th', day: 'hr', hour: 'jam', minute: 'mnt', second: 'dtk' }[unit]}`;
  return `${count}${{ year: 'y', day: 'd', hour: 'h', minute: 'm', second: 's' }[unit]}`;
}

/** A span that counts up on screen: "0:07", "12:45", "3:02:09", "2d 04:11". */
export function tickingText(spanMs: number, language: string): string {
  const seconds = Math.max(0, Math.floor(spanMs / SECOND_MS));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (days > 0) return `${unitText(days, 'day', language)} ${twoDigits(hours)}:${twoDigits(minutes)}`;
  const tail = `${twoDigits(seconds % 60)}`;
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${tail}` : `${minutes}:${tail}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Ages above this are told as a date. */
const LONGEST_AGO_MS = 30 * DAY_MS;

/** "now", "3 minutes ago", "yesterday"; after 30 days the date. `ageMs` is how long ago `atMs` was. */
export function agoText(atMs: number, ageMs: number, language: string): string {
  const locale = localeOf(language);
  if (ageMs > LONGEST_AGO_MS) return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(atMs);
  const fitting = UNITS.find(({ ms }) => ageMs >= ms) ?? { unit: 'second', ms: SECOND_MS };
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(ageMs / fitting.ms), fitting.unit);
}

/** The whole date and time in the viewer's zone, for hovering. */
export function fullTime(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeStyle: 'long' }).format(atMs);
}

/** "14:05" in the viewer's zone. */
export function clockTime(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit' }).format(atMs);
}

/** "12 Nov 2026, 14:05" in the viewer's zone. */
export function shortTime(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

const DURATION = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration of days and smaller ("PT8H", "P1DT30M"); null when it is not one. */
export function durationMs(text: string): number | null {
  const match = DURATION.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) return null;
  const [, days, hours, minutes, seconds] = match;
  const of = (value: string | undefined, ms: number) => (value ? Number(value) * ms : 0);
  return of(days, DAY_MS) + of(hours, HOUR_MS) + of(minutes, MINUTE_MS) + of(seconds, SECOND_MS);
}

/** "14:05:09" in the viewer's zone. */
export function exactClockTime(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    atMs,
  );
}
