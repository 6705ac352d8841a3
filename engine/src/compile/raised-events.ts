import type { TicketEventType } from '../facts/event.ts';
import type { FieldWrite } from '../nodes/field-write.ts';

/** The types of events that a write may raise. */
export function raisedEvents(write: FieldWrite): readonly TicketEventType[] {
  const to = 'added' in write ? undefined : write.to;
  if (write.fact === 'ticket.assignee' || write.fact === 'ticket.team') {
    return to === null ? ['ticketAssigned'] : ['ticketAssigned', 'ticketTransferred'];
  }
  if (write.fact !== 'ticket.status') return ['ticketUpdated'];
  if (to === 'solved') return ['ticketUpdated', 'ticketSolved'];
  return to === 'closed' ? ['ticketUpdated', 'ticketClosed'] : ['ticketUpdated', 'ticketReopened'];
}
