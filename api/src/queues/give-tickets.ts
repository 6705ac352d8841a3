import { type Assignment, makeOffer, raiseEvents } from '@alur/engine';
import { v7 } from 'uuid';
import type { EntityManager } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import { tellAgent } from '../runs/apply-messages.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { DISPATCHER, type Doer, type Handling } from '../runs/handling.ts';
import type { LockedCounter } from '../runs/lock-workspace.ts';
import type { AssignmentRow, OfferRow } from '../runs/rows.ts';
import { TicketInHand } from '../runs/ticket-in-hand.ts';
import { openHandling } from '../tickets/open-handling.ts';
import type { WaitingQueue } from './load-waiting.ts';

/** A ticket and who gets it, from which queue. */
export interface Given extends Assignment {
  readonly queue: WaitingQueue;
}

/**
 * Writes what a round decided, and what flows make of it: in queues where agents accept, offers; else assignments. Gives
 * the earliest instant something is due because of it.
 */
export async function giveTickets(
  em: EntityManager,
  workspaceId: string,
  counter: LockedCounter,
  given: readonly Given[],
  programs: Programs,
  now: Date,
): Promise<Date | null> {
  const ids = given.map(({ ticketId }) => ticketId);
  const { handling, tickets } = await openHandling(em, workspaceId, counter, programs, ids, now);
  const found = new Map(tickets.map((ticket) => [ticket.ticket.id, ticket]));
  for (const { ticketId, agentId, queue, explanation } of given) {
    const ticket = found.get(ticketId);
    if (!ticket) throw new Error(`The waiting ticket ${ticketId} does not exist.`);
    const inHand = new TicketInHand(ticket, handling);
    const { queueId, acceptWithinMs } = queue;
    if (acceptWithinMs === null)
      giveTicket(handling, inHand, { ticketId, agentId, queueId, explanation, at: now }, DISPATCHER);
    else holdOut(handling, inHand, { agentId, queueId, explanation }, acceptWithinMs);
    inHand.settle();
  }
  const { writes } = handling;
  const turns = new Set(given.map(({ agentId }) => agentId));
  writes.agentTurns.push(...[...turns].map((agentId) => ({ agentId, at: now })));
  await writes.write(em, workspaceId, counter);
  return writes.wakeAt;
}

/** Makes an agent responsible for a waiting ticket, with the reason why it is them. `doer` is who did it. */
export function giveTicket(
  handling: Handling,
  inHand: TicketInHand,
  assignment: Omit<AssignmentRow, 'id'>,
  doer: Doer,
): void {
  const { agentId, ticketId } = assignment;
  const changes = { 'ticket.assignee': { from: inHand.ticket.assigneeId, to: agentId } };
  inHand.ticket = { ...inHand.ticket, assigneeId: agentId };
  const assignmentId = v7();
  handling.writes.assignments.push({ id: assignmentId, ...assignment });
  inHand.log('assigned', doer, { ...changes, assignmentId });
  inHand.openIfAssigned();
  handleEvents(handling, inHand, raiseEvents(changes, ticketId, { kind: doer.kind }));
}

function holdOut(
  handling: Handling,
  inHand: TicketInHand,
  to: Pick<OfferRow, 'agentId' | 'queueId' | 'explanation'>,
  acceptWithinMs: number,
): void {
  const { id: ticketId, number, subject } = inHand.ticket;
  const { expiresAtMs } = makeOffer(ticketId, to.agentId, acceptWithinMs, handling.now.getTime());
  inHand.offer({
    ...to,
    id: v7(),
    ticketId,
    state: 'offered',
    offeredAt: handling.now,
    expiresAt: new Date(expiresAtMs),
    endedAt: null,
    reasonId: null,
  });
  tellAgent(handling, inHand, to.agentId, `Ticket #${number} is offered to you: ${subject}`);
}
