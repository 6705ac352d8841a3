import type { ActorKind, Pipeline } from '@alur/engine';
import type { LiveProgram } from '../flows/programs.ts';
import type { FactBasis } from '../tickets/ticket-facts.ts';
import type { LockedCounter } from './lock-workspace.ts';
import type { WriteSet } from './write-set.ts';

/** What one transaction works with while it handles events; its tickets share all of it. */
export interface Handling {
  readonly counter: LockedCounter;
  readonly writes: WriteSet;
  readonly live: LiveProgram;
  /** The versions that runs of its tickets wait in, by version id. */
  readonly pipelines: ReadonlyMap<string, Pipeline>;
  readonly basis: FactBasis;
  /** Where tickets go that nothing routed; null if the workspace has no such queue. */
  readonly fallbackQueueId: string | null;
  /** The instant of everything done in the transaction. */
  readonly now: Date;
}

/** Who did something, as the event log names them. */
export interface Doer {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly name: string | null;
}

/** What Alur does of itself: dispatching, and the fallback queue. */
export const DISPATCHER: Doer = { kind: 'dispatcher', id: null, name: null };

/** What happens because its time has come. */
export const TIMER: Doer = { kind: 'timer', id: null, name: null };
