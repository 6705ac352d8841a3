const CLOCK = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/;

/**
 * Reads a time of day as people type it: "9", "0930", "9.30", "17:00", up to "24:00". `HH:MM` on 24 hours; null where it
 * is no time of day.
 */
export function textToClock(text: string): string | null {
  const match = CLOCK.exec(text.trim().toLowerCase());
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  if (minutes > 59 || hours * 60 + minutes > 24 * 60) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
