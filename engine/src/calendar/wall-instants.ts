import { offsetSpans } from './offset-spans.ts';

/**
 * The instants at which the clocks of an IANA time zone show a wall time, earliest first: one, two where the clock is
 * put back, none where it jumps over it. The wall time is given as the milliseconds it would have in UTC.
 * Throws RangeError for a zone that does not exist.
 */
export function wallInstants(wallMs: number, timeZone: string): readonly number[] {
  const found: number[] = [];
  for (const { fromMs, toMs, offsetMs } of spansAround(wallMs, timeZone)) {
    const atMs = wallMs - offsetMs;
    // A clock that does not change with the year is listed once per year, so an instant falls into one span only.
    if (fromMs <= atMs && atMs < toMs) found.push(atMs);
  }
  return found.sort((a, b) => a - b);
}

/** The instant at which the clock jumps over a wall time that it never shows. */
export function jumpOver(wallMs: number, timeZone: string): number | null {
  const spans = spansAround(wallMs, timeZone);
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    if (next && span.toMs + span.offsetMs <= wallMs && wallMs < next.fromMs + next.offsetMs) return next.fromMs;
  }
  return null;
}

function spansAround(wallMs: number, timeZone: string) {
  const year = new Date(wallMs).getUTCFullYear();
  return [year - 1, year, year + 1].flatMap((each) => offsetSpans(timeZone, each));
}
