import type { SlaMetric } from '../facts/sla-facts.ts';
import type { ClockEvent, Episode } from './clock-episodes.ts';
import type { SlaPriority } from './sla-policy.ts';

/**
 * How a clock stands.
 * - `none`: it has not started. - `running`, `paused`: it has, whether or not it has a target.
 * - `atRisk`: running, with at most a quarter of its target left. - `fulfilled`: stopped in time, or without a target.
 * - `breached`: its target is past, whether it still runs, is paused or was stopped too late.
 */
export type SlaState = 'none' | 'running' | 'paused' | 'atRisk' | 'fulfilled' | 'breached';

/** The share of a target that is left when its clock begins to be at risk. */
export const AT_RISK_SHARE = 0.25;

/** The promise a clock is held to: what the ticket's policy and priority come to. */
export interface TargetInForce {
  readonly policyId: string;
  readonly priority: SlaPriority;
  readonly lengthMs: number;
  /** Null: calendar time. */
  readonly calendarId: string | null;
}

/** One clock of a ticket as it stands at an instant. Lengths are milliseconds. */
export interface SlaClock extends Episode {
  readonly state: SlaState;
  readonly isRunning: boolean;
  /** The target in force now; for a stopped clock, when it stopped. Null: none. */
  readonly target: TargetInForce | null;
  /**
   * When the target is or was reached. Null while it is not known: without a target, while paused in time, or where the
   * calendar never holds as much.
   */
  readonly dueAtMs: number | null;
  /** How long it has run, around the clock. */
  readonly elapsedMs: number;
  /** How long it has run in the target's calendar; without one, in the workspace's own. */
  readonly businessMs: number;
  /** What is left of the target in its own calendar, negative once it is past; null without a target or once stopped. */
  readonly timeLeftMs: number | null;
  /** When the target in force at that moment was first missed. A target that is eased later doesn't undo it. */
  readonly breachedAtMs: number | null;
}

/** All clocks of a ticket at an instant. */
export interface SlaReading {
  readonly atMs: number;
  /** The policy the ticket has now; null: none. */
  readonly policyId: string | null;
  /** By metric, oldest first; empty where the metric's clock never started. */
  readonly clocks: Readonly<Record<SlaMetric, readonly SlaClock[]>>;
  /** What happened to the clocks, oldest first; equal instants in the order of the metrics. */
  readonly events: readonly ClockEvent[];
}

/** The clock of a metric that counts now: its last one; undefined where none has started. */
export function currentClock(reading: SlaReading, metric: SlaMetric): SlaClock | undefined {
  return reading.clocks[metric].at(-1);
}
