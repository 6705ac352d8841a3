import type { Calendar } from '../calendar/calendar.ts';
import type { Pipeline } from '../compile/compile-flow.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { Provider } from '../nodes/behaviour.ts';
import type { Effect, Firing } from '../nodes/effect.ts';
import type { CascadeEvent, CascadeStop, Consideration, Run } from './trace.ts';
import type { WaitingRun } from './waiting-run.ts';

/** A run that waits, under the id the caller keeps it by, with the version it began with. */
export interface StoredRun {
  readonly runId: string;
  readonly pipeline: Pipeline;
  readonly state: WaitingRun;
}

/** A message that went to a customer or person because of this ticket. */
export interface SentMessage {
  /** `contact`, or a recipient as `agent:<id>`, `team:<id>`, `address:<address>`, `supervisors`, `level:<n>`. */
  readonly recipient: string;
  readonly atMs: number;
}

/** The clock, the seed and what is set up: nothing else from outside enters. */
export interface RunContext {
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
  readonly seed: string;
  /** IANA time zone of the workspace. */
  readonly timeZone: string;
  /** Absent: none is set up, and steps that need one fail. */
  readonly providers?: ReadonlySet<Provider>;
  readonly calendars?: Readonly<Record<string, Calendar>>;
  /** The workspace's own calendar. */
  readonly defaultCalendarId?: string;
  /** Where a ticket goes whose run failed while nobody was responsible for it. */
  readonly fallbackQueueId?: string | null;
  /** The ticket's waiting runs, oldest first. */
  readonly waiting?: readonly StoredRun[];
  /** By `<flowId>/<nodeId>`: what is remembered of time triggers for this ticket. */
  readonly firings?: Readonly<Record<string, Firing>>;
  /** Messages of the last hour caused by flows on this ticket. */
  readonly sent?: readonly SentMessage[];
  /**
   * `all` says of every listening flow why it did or did not run, at a cost linear in the flows. `acting` (default
   * `all`) records only those that had consequences, at a cost of what matches; ask `all` again for the rest.
   */
  readonly considerations?: 'all' | 'acting';
}

/** Everything one event caused. JSON all the way down; the same inputs give the same bytes. */
export interface RunOutcome {
  readonly events: readonly CascadeEvent[];
  readonly considerations: readonly Consideration[];
  /** Those that acted, by their first consequence; then those without any, which only `all` tells of. */
  readonly runs: readonly Run[];
  /** In the order asked for; apply them in this order. */
  readonly effects: readonly Effect[];
  /** The facts after all effects. */
  readonly facts: Facts;
  readonly stops: readonly CascadeStop[];
  /** The runs, by index, that wait now, as they are to be stored. */
  readonly waiting: readonly { readonly runIndex: number; readonly state: WaitingRun }[];
}
