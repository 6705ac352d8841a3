import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import type { Doer, Handling } from '../runs/handling.ts';
import { lockWorkspace } from '../runs/lock-workspace.ts';
import { TicketInHand } from '../runs/ticket-in-hand.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { openHandling } from './open-handling.ts';

/** The part of an app that changes tickets. */
export type TicketParts = Pick<App, 'database' | 'notices' | 'clock' | 'programs' | 'dispatcher'>;

/** A change under way: the open transaction, what it shares, and its ticket. */
export interface Change {
  readonly em: EntityManager;
  readonly workspaceId: string;
  readonly handling: Handling;
  readonly inHand: TicketInHand;
}

/** Who does what an actor asks for, as the log and flows see them. */
export function doerOf(actor: Actor): Doer {
  // Alur itself has no row of its own to name.
  return { kind: actor.kind === 'user' ? 'agent' : 'api', id: isId(actor.id) ? actor.id : null, name: actor.name };
}

/** The same as the engine's event actor: the agent where the user works as one. */
export function eventActorOf(actor: Actor): { readonly kind: Doer['kind']; readonly id?: string } {
  const kind = doerOf(actor).kind;
  return actor.agentId === null ? { kind } : { kind, id: actor.agentId };
}

/**
 * Changes one ticket in one transaction: locks the workspace, loads the ticket, does the work, writes everything at once;
 * after the commit it tells those who watch and wakes the dispatcher.
 * @throws NOT_FOUND, and what the work throws, with nothing written
 */
export async function changeTicket<T>(
  { database, notices, clock, programs, dispatcher }: TicketParts,
  workspaceId: string,
  ticketId: string,
  work: (change: Change) => Promise<T> | T,
): Promise<T> {
  if (!isId(ticketId)) throw notFound('ticket');
  const now = new Date(clock.nowMs());
  const { result, wakeAt } = await database.inWorkspace(workspaceId, async (em) => {
    const counter = await lockWorkspace(em, workspaceId);
    const { handling, tickets } = await openHandling(em, workspaceId, counter, programs, [ticketId], now);
    const [found] = tickets;
    if (!found) throw notFound('ticket');
    const inHand = new TicketInHand(found, handling);
    const done = await work({ em, workspaceId, handling, inHand });
    inHand.settle();
    await handling.writes.write(em, workspaceId, counter);
    return { result: done, wakeAt: handling.writes.wakeAt };
  });
  notices.publish({ workspaceId, about: 'tickets', ids: [ticketId] });
  if (wakeAt) notices.publish({ workspaceId, about: 'timers', dueAtMs: wakeAt.getTime() });
  dispatcher.wake(workspaceId);
  return result;
}
