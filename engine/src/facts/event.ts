import type { FactValue } from './fact-value.ts';

/** What can happen to a ticket: each trigger kind `trigger.x` listens to the event `x`, and some to more than one. */
export const TICKET_EVENT_TYPES = [
  'ticketCreated',
  'ticketAssigned',
  'ticketOpened',
  'ticketReplied',
  'ticketUpdated',
  'slaChecked',
  'ticketIdle',
  'ticketTransferred',
  'ticketSolved',
  'ticketClosed',
  'ticketReopened',
  'customerOffline',
  'agentUnavailable',
  'surveyAnswered',
  'schedule',
  'manual',
  'webhook',
] as const;

export type TicketEventType = (typeof TICKET_EVENT_TYPES)[number];

/** Who caused an event. `flow` is an effect of a run, `bot` an automated sender, `timer` a time that came. */
export type ActorKind = 'customer' | 'agent' | 'bot' | 'flow' | 'api' | 'dispatcher' | 'timer';

/** What a person may do in a workspace. */
export type ActorRole = 'agent' | 'manager' | 'admin';

/** Who caused an event, and of a person who pressed a flow's button also the role and teams. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id?: string;
  readonly role?: ActorRole;
  readonly teamIds?: readonly string[];
}

/** A field's value before and after; null where it was or is missing. Keyed by fact, for example `ticket.priority`. */
export type FieldChanges = Readonly<Record<string, { readonly from: FactValue | null; readonly to: FactValue | null }>>;

/**
 * Which time trigger of which flow has come due, and the stretch of time in which its condition has held without a
 * break (an episode), by a name that stays the same for as long as it holds.
 */
export interface Due {
  readonly flowId: string;
  readonly nodeId: string;
  readonly episode: string;
}

/**
 * One thing that happened to one ticket. The facts given beside it are those *after* it happened.
 * `changes` is present wherever fields changed: on `ticketUpdated`, `ticketAssigned`, `ticketTransferred` and the moves
 * of the status (`ticketSolved`, `ticketClosed`, `ticketReopened`).
 */
export interface TicketEvent {
  readonly type: TicketEventType;
  readonly ticketId: string;
  readonly actor: Actor;
  readonly changes?: FieldChanges;
  /** On `ticketReplied`: true for the first reply by that kind of author. */
  readonly isFirstReply?: boolean;
  /** RFC 3834 automated messages: they are stored, but raise no flows. */
  readonly isAutomated?: boolean;
  /** On the events of time triggers: the one trigger that is due; no other fires. */
  readonly due?: Due;
  /** On `manual`: the flow whose button was pressed. */
  readonly flowId?: string;
  /** On `webhook`: the name the external event was sent under. */
  readonly name?: string;
}
