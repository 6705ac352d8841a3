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

/** Since when no shift has run; a month at the most. For a closed clock. */
export const closedSinceMs = remembered(
  (clock, nowMs) => nowMs - longest(MONTH_MS, (lengthMs) => clock.businessTimeBetween(nowMs - lengthMs, nowMs) === 0),
);

/** When the shift begins or ends next; null where it never does, or does not end within a day. */
export const nextShiftChangeMs = remembered((clock, nowMs) => {
  if (!clock.isOpenAt(nowMs)) return clock.nextOpening(nowMs);
  const lengthMs = longest(DAY_MS, (length) => clock.businessTimeBetween(nowMs, nowMs + length) === length);
  return lengthMs >= DAY_MS ? null : nowMs + lengthMs;
});

/** Keeps the last answer of each clock: a roster asks the same for everybody of a shift. */
function remembered<T>(answer: (clock: BusinessClock, nowMs: number) => T): (clock: BusinessClock, nowMs: number) => T {
  const answers = new WeakMap<BusinessClock, { readonly nowMs: number; readonly value: T }>();
  return (clock, nowMs) => {
    const known = answers.get(clock);
    if (known?.nowMs === nowMs) return known.value;
    const value = answer(clock, nowMs);
    answers.set(clock, { nowMs, value });
    return value;
  };
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
