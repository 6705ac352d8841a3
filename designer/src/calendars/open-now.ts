import { type Calendar, compileCalendar, isTimeZone } from '@alur/engine';

/** Whether a calendar is open, and when that changes; null: never again, or not within ten days while open. */
export interface OpenNow {
  readonly isOpen: boolean;
  readonly changesAtMs: number | null;
}

const LOOK_AHEAD_MS = 10 * 86_400_000;

/** How a calendar stands at an instant; null while its time zone is none. */
export function openNow(calendar: Calendar, nowMs: number): OpenNow | null {
  if (!isTimeZone(calendar.timeZone)) return null;
  const clock = compileCalendar(calendar);
  if (!clock.isOpenAt(nowMs)) return { isOpen: false, changesAtMs: clock.nextOpening(nowMs) };
  const isOpenFor = (lengthMs: number) => clock.businessTimeBetween(nowMs, nowMs + lengthMs) === lengthMs;
  if (isOpenFor(LOOK_AHEAD_MS)) return { isOpen: true, changesAtMs: null };
  let openMs = 0;
  let closedMs = LOOK_AHEAD_MS;
  while (closedMs - openMs > 1) {
    const middleMs = Math.floor((openMs + closedMs) / 2);
    if (isOpenFor(middleMs)) openMs = middleMs;
    else closedMs = middleMs;
  }
  return { isOpen: true, changesAtMs: nowMs + openMs };
}
