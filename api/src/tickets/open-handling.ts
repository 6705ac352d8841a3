import type { EntityManager } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import type { FactNeed } from '../flows/read-version.ts';
import type { Handling } from '../runs/handling.ts';
import type { LockedCounter } from '../runs/lock-workspace.ts';
import type { TicketAsFound } from '../runs/ticket-in-hand.ts';
import { WriteSet } from '../runs/write-set.ts';
import { loadCircumstances } from './circumstances.ts';
import { loadTickets } from './load-tickets.ts';

const NOTHING: ReadonlySet<FactNeed> = new Set();

/** A transaction's handling, and the stored tickets it is about. */
export interface OpenHandling {
  readonly handling: Handling;
  /** In no particular order; ids there is no ticket of are left out. */
  readonly tickets: readonly TicketAsFound[];
}

/**
 * Loads stored tickets to handle events of, once the workspace is locked: one statement whatever their number, and more
 * only where live flows are not known yet, a run waits in an old version, or some flow reads what is beside the tickets.
 */
export async function openHandling(
  em: EntityManager,
  workspaceId: string,
  counter: LockedCounter,
  programs: Programs,
  ticketIds: readonly string[],
  now: Date,
  alsoNeeded: ReadonlySet<FactNeed> = NOTHING,
): Promise<OpenHandling> {
  const live = await programs.at(em, workspaceId, counter.flowsRevision);
  const { tickets, fallbackQueueId, ...fields } = await loadTickets(em, workspaceId, ticketIds, now, live.sla !== null);
  const versionIds = new Set(tickets.flatMap(({ memory }) => memory.waiting.map(({ versionId }) => versionId)));
  const versions = await programs.versions(em, workspaceId, live, [...versionIds]);
  const needs = new Set([
    ...alsoNeeded,
    ...live.needs,
    ...[...versions.values()].flatMap((version) => [...version.needs]),
  ]);
  const contactIds = tickets.map(({ contact }) => contact.id);
  const circumstances = await loadCircumstances(em, workspaceId, needs, contactIds, now);
  const handling: Handling = {
    counter,
    writes: new WriteSet(),
    live,
    pipelines: new Map([...versions].map(([versionId, { pipeline }]) => [versionId, pipeline])),
    basis: { ...fields, businessClock: live.clockOf(null) ?? null, circumstances },
    fallbackQueueId,
    now,
  };
  return { handling, tickets };
}
