import type { EntityManager } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import type { Handling } from '../runs/handling.ts';
import type { LockedCounter } from '../runs/lock-workspace.ts';
import type { TicketAsFound } from '../runs/ticket-in-hand.ts';
import { WriteSet } from '../runs/write-set.ts';
import { loadTickets } from './load-tickets.ts';

/** A transaction's handling, and the stored tickets it is about. */
export interface OpenHandling {
  readonly handling: Handling;
  /** In no particular order; ids there is no ticket of are left out. */
  readonly tickets: readonly TicketAsFound[];
}

/**
 * Loads stored tickets to handle events of, once the workspace is locked: one statement whatever their number, and one
 * more where the live flows, or an old version that a run waits in, are not known yet.
 */
export async function openHandling(
  em: EntityManager,
  workspaceId: string,
  counter: LockedCounter,
  programs: Programs,
  ticketIds: readonly string[],
  now: Date,
): Promise<OpenHandling> {
  const live = await programs.at(em, workspaceId, counter.flowsRevision);
  const { tickets, customFields, fallbackQueueId } = await loadTickets(em, workspaceId, ticketIds, now);
  const versionIds = new Set(tickets.flatMap(({ memory }) => memory.waiting.map(({ versionId }) => versionId)));
  const pipelines = await programs.versions(em, workspaceId, live, [...versionIds]);
  return {
    handling: { counter, writes: new WriteSet(), live, pipelines, customFields, fallbackQueueId, now },
    tickets,
  };
}
