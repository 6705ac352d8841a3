import { SLA_METRICS, type SlaMetric } from '../facts/sla-facts.ts';
import type { Sla } from './compile-sla.ts';
import { reachedAt } from './episode-time.ts';
import { currentClock, type SlaClock, type SlaReading } from './sla-clock.ts';

/** What a timer tells of: so much of the target left, in its own calendar, or none. */
export type SlaMoment = { readonly type: 'warning'; readonly beforeMs: number } | { readonly type: 'breach' };

/** An instant at which a running clock warns or is missed. */
export interface SlaTimer {
  readonly metric: SlaMetric;
  readonly episode: number;
  readonly policyId: string;
  readonly at: SlaMoment;
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number;
  /** The instant was past when the clock was read: nobody was there to fire it, or the target came into force late. */
  readonly isLate: boolean;
  /** The same for the same moment of the same episode, whatever became of the due time: fire each key once a ticket. */
  readonly key: string;
}

/**
 * The timers of a ticket's running clocks: its breach, and a warning for every length given (milliseconds before it).
 * By instant, then metric. A warning longer than the target comes when the clock starts. Clocks that are paused,
 * stopped or without a target have none; read the ticket anew at its next event. Whoever fires them keeps the keys.
 */
export function slaTimers(sla: Sla, reading: SlaReading, warnings: readonly number[]): readonly SlaTimer[] {
  const lengths = [...new Set(warnings)].sort((a, b) => b - a);
  const timers = SLA_METRICS.flatMap((metric) => {
    const clock = currentClock(reading, metric);
    return clock ? timersOf(sla, clock, lengths, reading.atMs) : [];
  });
  return timers.sort((a, b) => a.atMs - b.atMs);
}

function timersOf(sla: Sla, clock: SlaClock, warnings: readonly number[], nowMs: number): readonly SlaTimer[] {
  const { metric, number, stretches, target, isRunning } = clock;
  if (!isRunning || !target) return [];
  const timer = (at: SlaMoment, lengthMs: number): readonly SlaTimer[] => {
    const atMs = reachedAt(stretches, lengthMs, sla.businessClock(target.calendarId));
    if (atMs === null) return [];
    const moment = at.type === 'breach' ? at.type : `${at.type}:${at.beforeMs}`;
    const key = `${metric}:${number}:${moment}`;
    return [{ metric, episode: number, policyId: target.policyId, at, atMs, isLate: atMs < nowMs, key }];
  };
  return [
    ...warnings.flatMap((beforeMs) => timer({ type: 'warning', beforeMs }, target.lengthMs - beforeMs)),
    ...timer({ type: 'breach' }, target.lengthMs),
  ];
}
