import type { FieldChanges, TicketEvent, TicketEventType } from '../facts/event.ts';

const RESPONSIBILITY = ['ticket.assignee', 'ticket.team'];

/**
 * The events that one change of a ticket raises, so that whoever changes one says each change once. In this order:
 * `ticketUpdated` with all changes but those of responsibility; the move of the status (`ticketSolved`, `ticketClosed`
 * or `ticketReopened`) with the same changes; `ticketAssigned` where agent or team changed, be it to nobody;
 * `ticketTransferred` where one of them changed from one to another. Nothing changed raises nothing.
 */
export function raiseEvents(
  changes: FieldChanges,
  ticketId: string,
  actor: TicketEvent['actor'],
): readonly TicketEvent[] {
  const events: TicketEvent[] = [];
  const raise = (type: TicketEventType, about: FieldChanges) => {
    if (Object.keys(about).length > 0) events.push({ type, ticketId, actor, changes: about });
  };
  const updates = pick(changes, (fact) => !RESPONSIBILITY.includes(fact));
  raise('ticketUpdated', updates);
  const moved = moveOfStatus(updates['ticket.status']);
  if (moved) raise(moved, updates);
  raise(
    'ticketAssigned',
    pick(changes, (fact) => RESPONSIBILITY.includes(fact)),
  );
  raise(
    'ticketTransferred',
    pick(changes, (fact, { from, to }) => RESPONSIBILITY.includes(fact) && from !== null && to !== null),
  );
  return events;
}

function moveOfStatus(status: FieldChanges[string] | undefined): TicketEventType | null {
  if (!status || status.from === status.to) return null;
  if (status.to === 'solved') return 'ticketSolved';
  if (status.to === 'closed') return 'ticketClosed';
  return status.from === 'solved' || status.from === 'closed' ? 'ticketReopened' : null;
}

function pick(changes: FieldChanges, isWanted: (fact: string, change: FieldChanges[string]) => boolean): FieldChanges {
  return Object.fromEntries(Object.entries(changes).filter(([fact, change]) => isWanted(fact, change)));
}
