import type { Facts } from '../facts/fact-value.ts';
import type { Effect } from '../nodes/effect.ts';
import type { CascadeEvent, CascadeStop, Consideration, Run } from './trace.ts';

/** The clock and seed of one `runEvent`; nothing else from outside enters. */
export interface RunContext {
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
  readonly seed: string;
  /** IANA time zone of the workspace. */
  readonly timeZone: string;
}

/** Everything one event caused. JSON all the way down; the same inputs give the same bytes. */
export interface RunOutcome {
  readonly events: readonly CascadeEvent[];
  readonly considerations: readonly Consideration[];
  readonly runs: readonly Run[];
  /** In the order asked for; apply them in this order. */
  readonly effects: readonly Effect[];
  /** The facts after all effects. */
  readonly facts: Facts;
  readonly stops: readonly CascadeStop[];
}
