import type { ConditionTrace } from '../conditions/condition-trace.ts';
import type { FieldChanges, TicketEvent, TicketEventType } from '../facts/event.ts';
import type { FactValue } from '../facts/fact-value.ts';
import type { TriggerMissReason } from '../nodes/behaviour.ts';
import type { FailureReason } from '../nodes/effect.ts';

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
  /** On lists of actions: which of them, from 0. */
  readonly item?: number;
  /** The branch this step is on, where branches run side by side: the edges that forked, joined by `/`. */
  readonly branch?: string;
  readonly failure?: FailureReason;
  /** It stays here: until an instant, until something happens, or until an outcome is known. */
  readonly waits?: { readonly untilMs: number | null; readonly for: 'time' | 'outcome' | 'branches' };
  /** A started flow: its run. */
  readonly startedRun?: number;
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
 * One execution of a pipeline for one event, or the continuation of one that waited. `acted` is true once it passed a
 * step with consequences: an action, even one that found nothing to change, a wait, a started flow. `failed` when a step
 * failed and its port `failed` was not drawn; effects so far stand. `cancelled` when the ticket was closed, or a person
 * stopped it, while it waited.
 */
export interface Run {
  readonly flowId: string;
  readonly versionId: string;
  /** Index in `RunOutcome.events`; -1 where no event but time, an answer or a person let it go on. */
  readonly eventIndex: number;
  readonly triggerNodeId: string;
  readonly outcome: 'done' | 'stopped' | 'failed' | 'waiting' | 'cancelled';
  readonly acted: boolean;
  readonly steps: readonly Step[];
  /** The edges taken, in order, so that a canvas can light them up. */
  readonly edgeIds: readonly string[];
  /** The id, given with it, of the waiting run this one continues; `steps` are those since. */
  readonly continues?: string;
  /** The run whose `action.startFlow` began this one. */
  readonly startedByRun?: number;
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
  readonly cause: 'depthReached' | 'messageBudget';
  readonly eventType: TicketEventType;
  readonly flowIds: readonly string[];
}
