import type { ConditionInput } from '../conditions/compile-condition.ts';
import type { ConditionTrace } from '../conditions/condition-trace.ts';
import type { TicketEvent, TicketEventType } from '../facts/event.ts';
import type { FactValue } from '../facts/fact-value.ts';
import type { Effect } from './effect.ts';

/** Why a trigger that listens to an event did not fire on it. Append only. */
export const TRIGGER_MISS_REASONS = [
  'otherChannel',
  'otherFields',
  'otherValueBefore',
  'otherValueAfter',
  'otherAuthor',
  'notFirstReply',
  'otherScope',
] as const;

export type TriggerMissReason = (typeof TRIGGER_MISS_REASONS)[number];

/** Why a trigger did not fire, with the value that decided (null: missing). */
export interface TriggerMiss {
  readonly reason: TriggerMissReason;
  /** The field whose value decided, where one did. */
  readonly fact?: string;
  readonly seen: FactValue | null;
}

/** What a node sees: the event being handled, the facts as they are now, the clock. */
export interface NodeInput extends ConditionInput {
  readonly event: TicketEvent;
}

type WithoutSource<T> = T extends unknown ? Omit<T, 'runIndex' | 'nodeId'> : never;

/** An effect before the run says who asked for it. */
export type EffectDraft = WithoutSource<Effect>;

/** The port a filter chose and the conditions it asked, up to and including the one that decided. */
export interface Choice {
  readonly port: string;
  readonly conditions: readonly { readonly caseId?: string; readonly trace: ConditionTrace }[];
}

/** What a node does once its config is known. Pure, and compiled once per flow version. */
export type Behaviour =
  | {
      readonly type: 'trigger';
      /** The events it listens to. */
      readonly on: readonly TicketEventType[];
      /** Null where it fires. */
      readonly miss: (input: NodeInput) => TriggerMiss | null;
    }
  | { readonly type: 'filter'; readonly choose: (input: NodeInput) => Choice }
  | {
      readonly type: 'action';
      /** What to ask for, in order; effects that would change nothing are dropped by the run. */
      readonly act: (input: NodeInput) => readonly EffectDraft[];
    }
  | { readonly type: 'stop'; readonly laterFlows: boolean };
