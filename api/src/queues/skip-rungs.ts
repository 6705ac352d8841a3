import { climbLadder, type Demand, evaluateCondition, exclusionFor, type RoutingAgent, type Rung } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { Programs } from '../flows/programs.ts';
import { FACT_NEEDS } from '../flows/read-version.ts';
import type { Handling } from '../runs/handling.ts';
import { rungsOf } from '../runs/ladder-standing.ts';
import type { LockedCounter } from '../runs/lock-workspace.ts';
import type { EntryRow } from '../runs/rows.ts';
import { TicketInHand } from '../runs/ticket-in-hand.ts';
import { openHandling } from '../tickets/open-handling.ts';
import { factsOf } from '../tickets/ticket-facts.ts';
import { loadWaitingTickets } from './load-waiting.ts';
import { NOTHING_SETTLED, type Settled } from './settle-due.ts';

/** Tickets that are asked in one round at the most. */
const LIMIT = 200;
/** A ticket that stays on its rung is asked again after this, in milliseconds. */
const ASK_AGAIN_MS = 15_000;

const ALL_NEEDS = new Set(FACT_NEEDS);

/**
 * Moves on, in the open transaction and after a round, the waiting tickets whose rung is to be skipped where a condition
 * holds: those nobody has room for now. One target at a time, so that the condition is asked of the ticket as it is then.
 *
 * @param agents as they stand after the round
 */
export async function skipRungs(
  em: EntityManager,
  workspaceId: string,
  counter: LockedCounter,
  programs: Programs,
  agents: readonly RoutingAgent[],
  now: Date,
): Promise<Settled> {
  const ids = await findAskable(em, workspaceId, now);
  if (ids.length === 0) return NOTHING_SETTLED;
  const demands = new Map(
    (await loadWaitingTickets(em, workspaceId, ids, now.getTime())).map(({ ticket }) => [ticket.ticketId, ticket]),
  );
  const { handling, tickets } = await openHandling(em, workspaceId, counter, programs, ids, now, ALL_NEEDS);
  const moved: string[] = [];
  for (const found of tickets) {
    const inHand = new TicketInHand(found, handling);
    const demand = demands.get(found.ticket.id);
    if (!found.entry || !demand || !skip(handling, inHand, found.entry, demand, agents)) continue;
    inHand.settle();
    moved.push(found.ticket.id);
  }
  const { writes } = handling;
  await writes.write(em, workspaceId, counter);
  await noteAsked(em, workspaceId, ids, moved, now);
  return { ticketIds: moved, isUnfinished: moved.length > 0 || ids.length === LIMIT, wakeAt: writes.wakeAt };
}

async function findAskable(em: EntityManager, workspaceId: string, now: Date): Promise<readonly string[]> {
  const rows = await runStatement<{ ticket_id: string }>(
    em,
    `select ticket_id from queue_entry
     where workspace_id = $1 and may_skip and apart is distinct from 'offered'
       and (skip_asked_at is null or skip_asked_at <= $2)
     order by skip_asked_at nulls first, queued_at limit ${LIMIT}`,
    [workspaceId, new Date(now.getTime() - ASK_AGAIN_MS)],
  );
  return rows.map(({ ticket_id }) => ticket_id);
}

async function noteAsked(
  em: EntityManager,
  workspaceId: string,
  ids: readonly string[],
  moved: readonly string[],
  now: Date,
): Promise<void> {
  await runStatement(
    em,
    `update queue_entry set skip_asked_at = $4
     where workspace_id = $1 and ticket_id = any($2::uuid[]) and not ticket_id = any($3::uuid[])`,
    [workspaceId, [...ids], [...moved], now],
  );
}

function skip(
  { fallbackQueueId, now, basis, counter, live }: Handling,
  inHand: TicketInHand,
  { rung: at, countsFrom }: EntryRow,
  demand: Demand,
  agents: readonly RoutingAgent[],
): boolean {
  const { queuePlan } = inHand.ticket;
  if (!queuePlan || countsFrom === null) return false;
  const rungs = rungsOf(queuePlan, fallbackQueueId);
  const nowMs = now.getTime();
  const target = rungs[at]?.target;
  const facts = factsOf(inHand.factSources, basis, nowMs);
  const holds = ({ skipIf }: Rung) =>
    skipIf !== undefined &&
    evaluateCondition(skipIf, { facts, nowMs, timeZone: counter.timeZone, businessClock: live.clockOf }).holds;
  const climb = climbLadder({
    rungs,
    place: { rung: at, countsFromMs: countsFrom.getTime() },
    nowMs,
    canBeServed: ({ requirement }) => agents.some((agent) => exclusionFor(agent, { ...demand, requirement }) === null),
    skips: (rung) => rung.target === target && holds(rung),
  });
  if (climb.place.rung === at) return false;
  inHand.climb(climb, { reason: 'skipped' });
  return true;
}
