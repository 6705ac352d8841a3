import type { BusinessClock } from '../calendar/business-clock.ts';
import type { Stretch } from './clock-episodes.ts';

/** Time around the clock, for targets that name no calendar. */
export const CALENDAR_TIME: BusinessClock = {
  isOpenAt: () => true,
  nextOpening: (fromMs) => fromMs,
  addBusinessTime: (fromMs, lengthMs) => fromMs + Math.max(0, lengthMs),
  businessTimeBetween: (fromMs, toMs) => Math.max(0, toMs - fromMs),
};

/** How long a clock ran until an instant, in a calendar. */
export function runTime(stretches: readonly Stretch[], untilMs: number, clock: BusinessClock): number {
  return stretches.reduce(
    (sum, { fromMs, toMs }) => sum + clock.businessTimeBetween(fromMs, Math.min(toMs ?? untilMs, untilMs)),
    0,
  );
}

/**
 * The instant at which a clock has run for a length: in the stretch that exceeds it, or, if none does, after the start
 * of the last stretch where that is still open. Null where it lies beyond what has happened or will.
 * So pausing moves it by the open time paused, and no pause ever reaches it. A length of 0 or less: when it first ran.
 */
export function reachedAt(stretches: readonly Stretch[], lengthMs: number, clock: BusinessClock): number | null {
  let restMs = lengthMs;
  for (const { fromMs, toMs } of stretches) {
    if (toMs === null) return clock.addBusinessTime(fromMs, restMs);
    const reachedAtMs = restMs <= 0 ? fromMs : clock.addBusinessTime(fromMs, restMs);
    if (reachedAtMs !== null && reachedAtMs < toMs) return reachedAtMs;
    restMs -= clock.businessTimeBetween(fromMs, toMs);
  }
  return null;
}
