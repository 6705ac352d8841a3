import type {
  ActorKind,
  Affinity,
  AssignmentExplanation,
  CascadeStop,
  Consideration,
  Offer,
  Priority,
  Requirement,
  Run,
  WaitingRun,
} from '@alur/engine';
import type { Contact } from '../contacts/contact.entity.ts';
import type { Message } from '../tickets/message.entity.ts';
import type { Ticket } from '../tickets/ticket.entity.ts';

type Own<T> = Omit<T, 'workspaceId'>;

export type ContactRow = Own<Contact>;
export type TicketRow = Own<Ticket>;
export type MessageRow = Own<Message>;

/** A ticket's place among the waiting. */
export interface EntryRow {
  readonly ticketId: string;
  readonly queueId: string;
  readonly requirement: Requirement;
  readonly priority: Priority;
  /** Units of capacity. */
  readonly weight: number;
  readonly channelType: string;
  readonly queuedAt: Date;
  readonly prefer: Affinity | null;
  /** Index into the rungs of the ticket's plan; 0 where it has none. */
  readonly rung: number;
  /** From when the timeouts of its ladder count; null where it is on none. */
  readonly countsFrom: Date | null;
  /** When time moves it on; null where nothing does. */
  readonly nextRungAt: Date | null;
  /** Its rung is skipped where a condition holds: to be asked while nobody has room for it. */
  readonly maySkip: boolean;
  /** It is offered to somebody now, or was declined by somebody; null: like any other. */
  readonly apart: 'offered' | 'declined' | null;
}

/** A ticket held out to an agent, see the engine's `Offer`. */
export interface OfferRow {
  readonly id: string;
  readonly ticketId: string;
  readonly queueId: string;
  readonly agentId: string;
  readonly state: Offer['state'];
  readonly explanation: AssignmentExplanation;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly reasonId: string | null;
}

/** A line of the event log. */
export interface EventRow {
  readonly id: string;
  /** Its place in the workspace's log. */
  readonly sequence: number;
  readonly ticketId: string;
  readonly type: string;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly actorName: string | null;
  /** The queue the ticket is in once the transaction is done. */
  readonly queueId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly runId: string | null;
  readonly at: Date;
}

/** Whom a notice goes to: one agent's user, the users of a team's agents, or managers and admins. */
export interface NoticeRow {
  /** One number per notice: a user reached twice by it is told once. */
  readonly notice: number;
  readonly kind: 'agent' | 'team' | 'supervisors' | 'level';
  readonly targetId: string | null;
  /** Where it goes to a support level, 1 to 5. */
  readonly level: number | null;
  /** Where it says that this flow failed: told once per ticket. */
  readonly failedFlowId: string | null;
  readonly ticketId: string;
  readonly text: string;
  readonly at: Date;
}

export interface TraceRow {
  readonly id: string;
  readonly ticketId: string;
  readonly eventType: string;
  readonly considerations: readonly Consideration[];
  readonly stops: readonly CascadeStop[];
  readonly isComplete: boolean;
  readonly at: Date;
}

export interface RunRow {
  readonly id: string;
  readonly traceId: string;
  readonly ticketId: string;
  readonly flowId: string;
  readonly versionId: string;
  readonly eventType: string;
  readonly outcome: Run['outcome'];
  readonly acted: boolean;
  readonly steps: Run['steps'];
  readonly edgeIds: readonly string[];
  readonly continues: string | null;
  readonly startedBy: string | null;
  readonly at: Date;
}

/** A run that stays somewhere, under the id of the run that began it. */
export interface WaitingRow {
  readonly runId: string;
  readonly ticketId: string;
  readonly flowId: string;
  readonly versionId: string;
  readonly state: WaitingRun;
  readonly since: Date;
  /** When time wakes it; null where only something else does. */
  readonly dueAt: Date | null;
}

/** How a run that waited came to its end: it and its continuations are told by it. */
export interface EndedRunRow {
  readonly runId: string;
  readonly outcome: Run['outcome'];
}

/** How often a time trigger has fired for a ticket. */
export interface FiringRow {
  readonly ticketId: string;
  readonly flowId: string;
  readonly triggerNodeId: string;
  readonly count: number;
  readonly episode: string | null;
}

/** A time trigger of a ticket, by flow and node; an empty node stands for all that may have to be armed. */
export interface TimerKeyRow {
  readonly ticketId: string;
  readonly flowId: string;
  readonly triggerNodeId: string;
}

/** When a time trigger is to be asked about a ticket, and the episode it was armed in. */
export interface TimerRow extends TimerKeyRow {
  readonly dueAt: Date;
  readonly episode: string;
}

/** A message a flow caused, for the budgets. */
export interface SentRow {
  readonly id: string;
  readonly ticketId: string;
  readonly recipient: string;
  readonly at: Date;
}

export interface AssignmentRow {
  readonly id: string;
  readonly ticketId: string;
  readonly queueId: string;
  readonly agentId: string;
  readonly explanation: AssignmentExplanation;
  readonly at: Date;
}

export interface InboxRow {
  readonly channelId: string;
  readonly externalId: string;
  readonly ticketId: string;
  readonly messageId: string | null;
  readonly receivedAt: Date;
}

/** An agent who was just given a ticket by a dispatcher. */
export interface AgentTurnRow {
  readonly agentId: string;
  readonly at: Date;
}
