import type { FactType, FactValue } from '../facts/fact-value.ts';
import type { Affinity, LadderTarget, Requirement } from '../routing/requirement.ts';

/** A person or group a notice goes to. `level` is everybody of a support level, 1 to 5. */
export type Recipient =
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'assignee' }
  | { readonly kind: 'supervisors' }
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'address'; readonly address: string };

/** How a notice reaches people. */
export const NOTICE_WAYS = ['inApp', 'email', 'webhook'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** A value to read from the answer of a call: it becomes the fact `result.<nodeId>.<name>`. */
export interface AnswerField {
  readonly name: string;
  /** Dotted path into the JSON answer. */
  readonly path: string;
  readonly type: FactType;
}

/** What an answering machine is asked to do with a ticket. */
export type AiTask = 'classify' | 'suggestReply' | 'answer';

/**
 * What a run asks for; the API applies it. Every effect says which run and node asked; `runIndex` is -1 only on a
 * `setFiring` of a trigger that did not fire or whose flow did nothing.
 *
 * `awaitedBy`, where present, is the place in the waiting run that stays until the effect's outcome is known: the API
 * hands the outcome back through `resumeRun` under this name. Where it is absent nobody waits.
 */
export type Effect = { readonly runIndex: number; readonly nodeId: string } & (
  | { readonly type: 'setField'; readonly field: string; readonly value: FactValue | null }
  | { readonly type: 'setTags'; readonly added: readonly string[]; readonly removed: readonly string[] }
  /** Puts the ticket into a queue: the first target of its ladder. Absent `timeoutMs`: it stays there for good. */
  | ({
      readonly type: 'enqueue';
      readonly queueId: string;
      readonly requirement: Requirement;
      readonly priority: 'low' | 'normal' | 'high' | 'urgent' | null;
      /** Further targets in order; absent for a route to one queue. */
      readonly ladder?: readonly LadderTarget[];
      readonly prefer?: Affinity;
    } & Partial<Pick<LadderTarget, 'timeoutMs' | 'skipIf'>>)
  | { readonly type: 'assign'; readonly agentId: string | null; readonly teamId: string | null }
  /** Takes the ticket from its agent, its team or both. */
  | { readonly type: 'unassign'; readonly from: 'agent' | 'team' | 'both' }
  /** Hands the ticket over; exactly one of the ids is set. The reason is logged. */
  | {
      readonly type: 'transfer';
      readonly agentId: string | null;
      readonly teamId: string | null;
      readonly queueId: string | null;
      readonly reason: string;
    }
  | { readonly type: 'addNote'; readonly text: string }
  | {
      readonly type: 'notify';
      readonly recipients: readonly Recipient[];
      readonly text: string;
      /** Absent: in the app. */
      readonly way?: NoticeWay;
    }
  /** A public message to the customer on the ticket's channel. */
  | { readonly type: 'sendReply'; readonly text: string; readonly awaitedBy?: string }
  | { readonly type: 'sendSurvey'; readonly question: string; readonly awaitedBy?: string }
  | {
      readonly type: 'callWebhook';
      readonly url: string;
      readonly method: 'POST' | 'PUT' | 'PATCH' | 'GET';
      readonly body: string;
      readonly credentialId: string | null;
      readonly answers: readonly AnswerField[];
      readonly awaitedBy: string;
    }
  | { readonly type: 'lookupContact'; readonly awaitedBy: string }
  | { readonly type: 'askAi'; readonly task: AiTask; readonly fields: readonly string[]; readonly awaitedBy: string }
  /** The run has failed here and no port `failed` was drawn: a person must see it. */
  | { readonly type: 'failRun'; readonly reason: FailureReason }
  /** What is to be remembered of a time trigger's firings for this ticket. */
  | { readonly type: 'setFiring'; readonly flowId: string; readonly triggerNodeId: string; readonly firing: Firing }
);

/** How often a time trigger has fired for a ticket, and the episode it last fired in (null: that one has ended). */
export interface Firing {
  readonly count: number;
  readonly episode: string | null;
}

/** Why a step failed. Append only. */
export const FAILURE_REASONS = [
  /** A kind or config this engine cannot run. */
  'notRunnable',
  /** Nobody has set up what it needs: a channel that can send, a mail server, a CRM, an AI. */
  'noProvider',
  /** The outside world refused or did not answer. */
  'refused',
  'timedOut',
  /** The named thing is gone. */
  'missing',
  /** Too many messages to this recipient. */
  'messageBudget',
  /** The started flow is not live, or already ran in this cascade. */
  'notLive',
  'alreadyRan',
  /** A value that does not fit, as a set field read from an answer. */
  'badValue',
  /** A step passed twice without a wait between. */
  'cycle',
  /** An inner step of a list failed. */
  'innerStep',
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];
