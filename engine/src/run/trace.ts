import type { ConditionTrace } from '../conditions/condition-trace.ts';
import type { FieldChanges, TicketEvent, TicketEventType } from '../facts/event.ts';
import type { FactValue } from '../facts/fact-value.ts';
import type { TriggerMissReason } from '../nodes/behaviour.ts';

/** One node of a run: the port it left by (null: it ended the run) and why. */
export interface Step {
  readonly nodeId: string;
  readonly kind: string;
  readonly port: string | null;
  /** Filters: each condition evaluated, in order, up to and including the one that decided. */
  readonly conditions?: readonly { readonly caseId?: string; readonly trace: ConditionTrace }[];
  /** Actions: how many effects they asked for, and field values before and after. */
  readonly effectCount?: number;
  readonly changes?: FieldChanges;
}

/**
 * Why a flow did or did not act on an event. In every outcome but `triggerDidNotMatch` one of its triggers fired;
 * `triggerDidNotMatch` comes once for each of its triggers that listen to the event.
 */
export type Consideration = {
  readonly flowId: string;
  readonly versionId: string;
  /** Index of the event in `RunOutcome.events`. */
  readonly eventIndex: number;
} & (
  | { readonly outcome: 'ran'; readonly runIndex: number }
  | {
      readonly outcome: 'triggerDidNotMatch';
      readonly nodeId: string;
      readonly reason: TriggerMissReason;
      /** The field whose value decided, where one did. */
      readonly fact?: string;
      readonly seen: FactValue | null;
    }
  | { readonly outcome: 'alreadyRan' | 'stoppedByEarlierFlow' | 'depthReached' }
);

/**
 * One execution of a pipeline for one event. `acted` is true once it passed an action, even one that found nothing to
 * change. `failed` when a step could not be run (a kind or config this engine does not know); effects so far stand.
 */
export interface Run {
  readonly flowId: string;
  readonly versionId: string;
  readonly eventIndex: number;
  readonly triggerNodeId: string;
  readonly outcome: 'done' | 'stopped' | 'failed';
  readonly acted: boolean;
  readonly steps: readonly Step[];
  /** The edges taken, in order, so that a canvas can light them up. */
  readonly edgeIds: readonly string[];
}

/** An event handled in the cascade: depth 0 is the given one, deeper ones were raised by effects. */
export interface CascadeEvent {
  readonly depth: number;
  readonly event: TicketEvent;
  /** The run that raised it; null for the given event. */
  readonly raisedByRun: number | null;
}

/** Why the cascade was cut short. */
export interface CascadeStop {
  readonly cause: 'depthReached';
  readonly eventType: TicketEventType;
  readonly flowIds: readonly string[];
}
