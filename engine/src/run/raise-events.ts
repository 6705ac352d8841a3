import type { FieldChanges, TicketEvent } from '../facts/event.ts';

const ASSIGNMENT_FACTS: ReadonlySet<string> = new Set(['ticket.assignee', 'ticket.team']);

/**
 * The events one action raises by what it changed, in this order: `ticketUpdated` with all changes but those of
 * responsibility, `ticketSolved` where the status became solved, `ticketAssigned` where agent or team changed.
 * Nothing changed raises nothing.
 */
export function raiseEvents(changes: FieldChanges, ticketId: string, flowId: string): readonly TicketEvent[] {
  const actor = { kind: 'flow', id: flowId } as const;
  const updates = pick(changes, (fact) => !ASSIGNMENT_FACTS.has(fact));
  const assignments = pick(changes, (fact) => ASSIGNMENT_FACTS.has(fact));
  const events: TicketEvent[] = [];
  if (Object.keys(updates).length > 0) events.push({ type: 'ticketUpdated', ticketId, actor, changes: updates });
  if (updates['ticket.status']?.to === 'solved')
    events.push({ type: 'ticketSolved', ticketId, actor, changes: updates });
  if (Object.keys(assignments).length > 0) {
    events.push({ type: 'ticketAssigned', ticketId, actor, changes: assignments });
  }
  return events;
}

function pick(changes: FieldChanges, isWanted: (fact: string) => boolean): FieldChanges {
  return Object.fromEntries(Object.entries(changes).filter(([fact]) => isWanted(fact)));
}
