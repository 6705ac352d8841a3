import type { BusinessClock } from '../calendar/business-clock.ts';
import type { ConditionInput } from '../conditions/compile-condition.ts';
import type { Condition } from '../conditions/condition.ts';
import type { ConditionTrace } from '../conditions/condition-trace.ts';
import type { TicketEvent, TicketEventType } from '../facts/event.ts';
import type { Facts, FactValue } from '../facts/fact-value.ts';
import type { Effect, FailureReason } from './effect.ts';

/** Why a trigger that listens to an event did not fire on it. Append only. */
export const TRIGGER_MISS_REASONS = [
  'otherChannel',
  'otherFields',
  'otherValueBefore',
  'otherValueAfter',
  'otherAuthor',
  'notFirstReply',
  'otherScope',
  'otherTrigger',
  'otherFlow',
  'otherName',
  'otherScore',
  'notAllowed',
  'conditionDoesNotHold',
  'alreadyFired',
] as const;

export type TriggerMissReason = (typeof TRIGGER_MISS_REASONS)[number];

/** Why a trigger did not fire, with the value that decided (null: missing). */
export interface TriggerMiss {
  readonly reason: TriggerMissReason;
  /** The field whose value decided, where one did. */
  readonly fact?: string;
  readonly seen: FactValue | null;
}

/** What somebody must have set up before a step can reach the outside world. */
export const PROVIDERS = ['reply', 'email', 'webhook', 'crm', 'ai', 'survey'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** What a node sees: the event being handled, the facts as they are now, the clock, what is set up. */
export interface NodeInput extends ConditionInput {
  readonly event: TicketEvent;
  /** The providers that are set up for this ticket (`reply`: its channel can send). */
  readonly providers: ReadonlySet<Provider>;
}

type WithoutSource<T> = T extends unknown ? Omit<T, 'runIndex' | 'nodeId' | 'awaitedBy'> : never;

/** An effect before the run says who asked for it and who waits for it. */
export type EffectDraft = WithoutSource<Effect>;

/** The port a filter chose and the conditions it asked, up to and including the one that decided. */
export interface Choice {
  readonly port: string;
  readonly conditions: readonly { readonly caseId?: string; readonly trace: ConditionTrace }[];
}

/** What an action asks for, in order, or why it cannot. */
export type Action =
  | { readonly effects: readonly EffectDraft[]; readonly failure?: undefined }
  | { readonly effects?: undefined; readonly failure: FailureReason };

/** Whether a run stays at an action until the outcome is known: never, always, or where its port `failed` is drawn. */
export type Awaited = 'never' | 'always' | 'whereFailedIsDrawn';

export interface ActionBehaviour {
  readonly type: 'action';
  /** Effects that would change nothing are dropped by the run. */
  readonly act: (input: NodeInput) => Action;
  readonly awaited: Awaited;
}

/** How often a time trigger may fire for one ticket. An episode ends when the trigger's condition stops holding. */
export type Refire =
  | { readonly policy: 'oncePerTicket' | 'oncePerEpisode' }
  | { readonly policy: 'atMost'; readonly times: number };

/** What the due time of a wait or a time trigger is reckoned from. */
export interface TimeInput {
  readonly facts: Facts;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
  readonly timeZone: string;
  /** The calendar of that id; the workspace's own for null. Undefined where there is none: business time is then
   * calendar time. */
  readonly businessClock: (calendarId: string | null) => BusinessClock | undefined;
}

export interface TimeTrigger {
  readonly refire: Refire;
  /**
   * When the trigger is next due for a ticket with these facts, after `nowMs` or, where it was missed, before it;
   * null while nothing makes it due. `episode` names the stretch of time that holds at `nowMs`: another name tells that
   * the last one has ended. See `armedFor`, `firingNow` and `firingSeen` for what follows from it.
   */
  readonly due: (input: TimeInput) => { readonly dueAtMs: number; readonly episode: string } | null;
}

/**
 * A condition without which a trigger never fires, of what the event carries and the facts at that moment; the event's
 * own parts are the facts of `EVENT_FACTS`. Where it `isSufficient` nothing else decides. From it flows are indexed.
 */
export interface TriggerNeed {
  /** Null for nothing: with `isSufficient` it fires on every event it listens to. */
  readonly condition: Condition | null;
  readonly isSufficient: boolean;
}

/** Parts of the event as facts of a `TriggerNeed`: the kind of its actor, the first reply, the name of a webhook. */
export const EVENT_FACTS = {
  actor: 'event.actor',
  isFirstReply: 'event.isFirstReply',
  name: 'event.name',
} as const;

/** A port of a filter and the condition on which it is taken, provided that none before it held. */
export interface FilterCase {
  readonly port: string;
  readonly condition: Condition;
}

/** An event that ends a wait: a type, and by whom where that matters. */
export interface WaitEnd {
  readonly type: TicketEventType;
  readonly by?: 'agent' | 'customer' | 'bot' | 'any';
}

/** One action of a list inside a node. */
export interface InnerAction {
  readonly kind: string;
  readonly behaviour: ActionBehaviour;
}

/** What a node does once its config is known. Pure, and compiled once per flow version. */
export type Behaviour =
  | {
      readonly type: 'trigger';
      /** The events it listens to. */
      readonly on: readonly TicketEventType[];
      /** Null where it fires. */
      readonly miss: (input: NodeInput) => TriggerMiss | null;
      /** On time triggers only. */
      readonly time?: TimeTrigger;
      /** Absent or null where only `miss` can tell. */
      readonly need?: TriggerNeed | null;
    }
  | {
      readonly type: 'filter';
      readonly choose: (input: NodeInput) => Choice;
      /** What `choose` decides by, in order, and the port taken where none holds; absent where it is no condition. */
      readonly cases?: readonly FilterCase[];
      readonly otherwise?: string;
    }
  | ActionBehaviour
  /** Runs another flow with the same ticket, by its live version. */
  | { readonly type: 'startFlow'; readonly flowId: string }
  /** Leaves by `elapsed` when the time has come, by `happened` when one of `ends` comes first. */
  | {
      readonly type: 'wait';
      /** The instant it is over, at least `nowMs`; never for null. */
      readonly until: (input: TimeInput) => number | null;
      readonly ends: readonly WaitEnd[];
    }
  | { readonly type: 'sequence'; readonly actions: readonly InnerAction[]; readonly onError: 'stop' | 'continue' }
  /** Actions that read one snapshot; with none, its port `done` fans out to branches that do. */
  | { readonly type: 'parallel'; readonly actions: readonly InnerAction[] }
  | { readonly type: 'join'; readonly waitsFor: 'all' | 'any' }
  | { readonly type: 'stop'; readonly laterFlows: boolean };
