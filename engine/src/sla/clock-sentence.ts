import type { Names } from '../facts/names.ts';
import { SLA_METRIC_LABELS } from '../facts/sla-facts.ts';
import { durationText } from '../facts/value-text.ts';
import type { Locale, LocalText } from '../flow/locale.ts';
import type { SlaClock, TargetInForce } from './sla-clock.ts';

/**
 * How a clock stands and what it is held to: "First reply due in 20 minutes (Gold, priority High: 1 hour in Office
 * hours)". `nowMs` is the instant the clock was read at; lengths to or past the due time go around the clock, what is
 * left while paused counts in the target's calendar.
 */
export function clockSentence(clock: SlaClock, nowMs: number, names: Names, locale: Locale): string {
  const label = SLA_METRIC_LABELS[clock.metric][locale];
  const subject = label.charAt(0).toUpperCase() + label.slice(1);
  const length = (lengthMs: number) => durationText(lengthMs, locale);
  const { en, id } = predicate(clock, nowMs, length);
  const why = clock.target ? ` (${targetText(clock.target, length, names, locale)})` : '';
  return `${subject} ${{ en, id }[locale]}${why}`;
}

function predicate(clock: SlaClock, nowMs: number, length: (lengthMs: number) => string): LocalText {
  const { dueAtMs, fulfilledAtMs, timeLeftMs } = clock;
  const elapsed = length(clock.elapsedMs);
  if (!clock.target) {
    return fulfilledAtMs === null
      ? { en: `has taken ${elapsed} so far; it has no target`, id: `sudah berjalan ${elapsed}; tanpa target` }
      : { en: `took ${elapsed}; it had no target`, id: `memakan ${elapsed}; tanpa target` };
  }
  if (clock.state === 'breached' && dueAtMs !== null) {
    const late = length((fulfilledAtMs ?? nowMs) - dueAtMs);
    if (fulfilledAtMs !== null) return { en: `came ${late} late`, id: `terlambat ${late}` };
    return clock.isRunning
      ? { en: `is ${late} late`, id: `sudah lewat ${late}` }
      : { en: 'is paused, past its target', id: 'dijeda, sudah lewat target' };
  }
  if (fulfilledAtMs !== null) return { en: `was in time, after ${elapsed}`, id: `tepat waktu, setelah ${elapsed}` };
  if (!clock.isRunning) {
    const left = length(timeLeftMs ?? 0);
    return { en: `is paused with ${left} left`, id: `dijeda, sisa ${left}` };
  }
  if (dueAtMs === null) {
    return { en: 'is never due, its calendar does not open', id: 'tidak pernah jatuh tempo, kalendernya tidak buka' };
  }
  const left = length(dueAtMs - nowMs);
  return { en: `due in ${left}`, id: `jatuh tempo dalam ${left}` };
}

function targetText(
  { policyId, priority, lengthMs, calendarId }: TargetInForce,
  length: (lengthMs: number) => string,
  names: Names,
  locale: Locale,
): string {
  const policy = names.reference('slaPolicy', policyId);
  const rank = names.value('ticket.priority', priority, locale);
  const promised = length(lengthMs);
  const calendar = calendarId === null ? null : names.reference('calendar', calendarId);
  return {
    en: `${policy}, priority ${rank}: ${promised} ${calendar === null ? 'around the clock' : `in ${calendar}`}`,
    id: `${policy}, prioritas ${rank}: ${promised} ${calendar === null ? 'siang dan malam' : `menurut ${calendar}`}`,
  }[locale];
}
