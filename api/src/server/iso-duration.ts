const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Milliseconds as an ISO 8601 duration of hours, minutes and seconds: `PT1H30M`. */
export function durationText(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const seconds = (ms % MINUTE_MS) / 1000;
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, seconds && `${seconds}S`].filter(Boolean);
  return `PT${parts.join('') || '0S'}`;
}

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

/** An ISO 8601 duration in milliseconds; null if it has years or months, whose length depends, or a sign. */
export function durationMs(text: string): number | null {
  const match = DURATION.exec(text);
  if (!match || text.endsWith('P') || text.endsWith('T')) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return Math.round((weeks * 7 + days) * 24 * HOUR_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1000);
}
