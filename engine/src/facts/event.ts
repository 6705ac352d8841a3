import type { FactValue } from './fact-value.ts';

/** What can happen to a ticket, as far as this version's triggers know. */
export type TicketEventType = 'ticketCreated' | 'ticketUpdated' | 'ticketReplied' | 'ticketAssigned' | 'ticketSolved';

/** Who caused an event. `flow` is an effect of a run, `bot` an automated sender. */
export type ActorKind = 'customer' | 'agent' | 'bot' | 'flow' | 'api' | 'dispatcher';

/** A field's value before and after; null where it was or is missing. Keyed by fact, for example `ticket.priority`. */
export type FieldChanges = Readonly<Record<string, { readonly from: FactValue | null; readonly to: FactValue | null }>>;

/**
 * One thing that happened to one ticket. The facts given beside it are those *after* it happened.
 * `changes` is present on `ticketUpdated`, `ticketSolved` and `ticketAssigned`.
 */
export interface TicketEvent {
  readonly type: TicketEventType;
  readonly ticketId: string;
  readonly actor: { readonly kind: ActorKind; readonly id?: string };
  readonly changes?: FieldChanges;
  /** On `ticketReplied`: true for the first reply by that kind of author. */
  readonly isFirstReply?: boolean;
  /** RFC 3834 automated messages: they are stored, but raise no flows. */
  readonly isAutomated?: boolean;
}
