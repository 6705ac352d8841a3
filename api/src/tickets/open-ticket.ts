import type { Actor } from '../access/actor.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { changeTicket, doerOf, eventActorOf, type TicketParts } from './change-ticket.ts';

/** An agent looks at a ticket; the first time is remembered and runs the flows that listen. @throws NOT_FOUND */
export async function openTicket(parts: TicketParts, actor: Actor, ticketId: string): Promise<void> {
  await changeTicket(parts, actor.workspaceId, ticketId, ({ handling, inHand }) => {
    if (inHand.ticket.firstOpenedAt !== null) return;
    inHand.ticket = { ...inHand.ticket, firstOpenedAt: handling.now };
    inHand.log('opened', doerOf(actor), {});
    handleEvents(handling, inHand, [{ type: 'ticketOpened', ticketId, actor: eventActorOf(actor) }]);
  });
}
