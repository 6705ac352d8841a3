import type { Actor } from '../access/actor.ts';
import { changeTicket, type TicketParts } from '../tickets/change-ticket.ts';
import { UNSETTLED_STATUSES } from '../tickets/ticket-facts.ts';
import { changeFields } from '../tickets/update-ticket.ts';

/** Solves a ticket in the replay's name; one that somebody solved or closed before is left alone. @throws NOT_FOUND */
export async function solveTicket(parts: TicketParts, workspaceId: string, ticketId: string): Promise<void> {
  await changeTicket(parts, workspaceId, ticketId, (change) => {
    const { ticket } = change.inHand;
    if (UNSETTLED_STATUSES.includes(ticket.status))
      changeFields(change, replayActor(workspaceId), { ...ticket, status: 'solved' });
  });
}

function replayActor(workspaceId: string): Actor {
  return {
    workspaceId,
    kind: 'system',
    id: 'replay',
    name: 'Replay',
    role: 'manager',
    agentId: null,
    locale: 'en',
    credentialId: 'replay',
  };
}
