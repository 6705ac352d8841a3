import type { Actor } from '../access/actor.ts';
import { changeTicket, doerOf, type TicketParts } from './change-ticket.ts';

/**
 * Remembers since when the customer of a live conversation has been away, or that they are back. Flows that wait for a
 * customer who stays away reckon from it. Saying the same again changes nothing. @throws NOT_FOUND
 */
export async function setCustomerPresence(
  parts: TicketParts,
  actor: Actor,
  { ticketId, isOnline }: { readonly ticketId: string; readonly isOnline: boolean },
): Promise<void> {
  await changeTicket(parts, actor.workspaceId, ticketId, ({ handling, inHand }) => {
    const isOnlineNow = inHand.ticket.customerOfflineSince === null;
    if (isOnline === isOnlineNow) return;
    inHand.ticket = { ...inHand.ticket, customerOfflineSince: isOnline ? null : handling.now };
    inHand.log(isOnline ? 'customerOnline' : 'customerOffline', doerOf(actor), {});
  });
}
