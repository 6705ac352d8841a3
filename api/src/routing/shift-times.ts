import { type BusinessClock, type Calendar, compileCalendar } from '@alur/engine';

const DAY_MS = 86_400_000;
const MONTH_MS = 31 * DAY_MS;
/** Compiled calendars that are kept; they are known by their text. */
const KEPT = 500;

const kept = new Map<string, BusinessClock>();

/** A shift's calendar, ready for arithmetic. The same text gives the same clock. */
export function shiftClock(text: string): BusinessClock {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= KEPT) kept.clear();
  const clock = compileCalendar(JSON.parse(text) as Calendar);
  kept.set(text, clock);
  return clock;
}

/** Since when the shift that runs now has run, in milliseconds since 1970 UTC; a day at the most. For an open clock. */
export function openSinceMs(clock: BusinessClock, nowMs: number): number {
  return nowMs - longest(DAY_MS, (lengthMs) => clock.businessTimeBetween(nowMs - lengthMs, nowMs) === lengthMs);
}

/** Answers of `closedSinceMs`: a roster asks the same for everybody of a shift. */
const asked = new WeakMap<BusinessClock, { readonly nowMs: number; readonly sinceMs: number }>();

/** Since when no shift has run; a month at the most. For a closed clock. */
export function closedSinceMs(clock: BusinessClock, nowMs: number): number {
  const known = asked.get(clock);
  if (known?.nowMs === nowMs) return known.sinceMs;
  const sinceMs = nowMs - longest(MONTH_MS, (lengthMs) => clock.businessTimeBetween(nowMs - lengthMs, nowMs) === 0);
  asked.set(clock, { nowMs, sinceMs });
  return sinceMs;
}

/** When the shift begins or ends next; null where it never does, or not within a day. */
export function nextShiftChangeMs(clock: BusinessClock, nowMs: number): number | null {
  if (!clock.isOpenAt(nowMs)) return clock.nextOpening(nowMs);
  const lengthMs = longest(DAY_MS, (length) => clock.businessTimeBetween(nowMs, nowMs + length) === length);
  return lengthMs >= DAY_MS ? null : nowMs + lengthMs;
}

/** The longest length up to `limitMs`, in whole milliseconds, for which something holds that holds for shorter ones. */
function longest(limitMs: number, holds: (lengthMs: number) => boolean): number {
  if (holds(limitMs)) return limitMs;
  let most = 0;
  let tooLong = limitMs;
  while (tooLong - most > 1) {
    const middle = Math.floor((most + tooLong) / 2);
    if (holds(middle)) most = middle;
    else tooLong = middle;
  }
  return most;
}
