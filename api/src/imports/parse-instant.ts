import { parseLogTime } from '../incidents/parse-incident.ts';

const WITH_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * A cell's time in milliseconds since 1970 UTC: ISO 8601 (UTC where it names no zone), a date alone (midnight), or
 * day/month/year as the incident log's publishers write it. Null if it is none of these, or no day of the calendar.
 */
export function parseInstant(text: string): number | null {
  if (DATE.test(text)) return parseLogTime(`${text}T00:00:00`);
  if (WITH_ZONE.test(text)) {
    const ms = Date.parse(text.replace(/^(\S+) (?=\d)/, '$1T').replace(/\s(?=[Z+-])/, ''));
    return Number.isNaN(ms) ? null : ms;
  }
  const parts = DAY_FIRST.exec(text);
  if (!parts) return parseLogTime(text);
  const [, day = '', month = '', year = '', hour = '0', minute = '00', second = '00'] = parts;
  const two = (part: string) => part.padStart(2, '0');
  return parseLogTime(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`);
}
