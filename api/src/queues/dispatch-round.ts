import { assignTickets, type Demand, exclusionFor, type FairDrain, type RoutingAgent, roomFor } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import { loadRoster } from '../routing/load-roster.ts';
import { lockWorkspace } from '../runs/lock-workspace.ts';
import { type Drain, findDrain } from './fair-drain.ts';
import { type Given, giveTickets } from './give-tickets.ts';
import {
  loadApart,
  loadFirst,
  loadWaitingClasses,
  type Waiting,
  type WaitingClass,
  type WaitingQueue,
  type Wanted,
} from './load-waiting.ts';
import { noteWhoLeft } from './note-who-left.ts';
import { NOTHING_SETTLED, settleDue } from './settle-due.ts';
import { skipRungs } from './skip-rungs.ts';

/** Tickets of one class that one round gives at the most; for more, the next round begins at once. */
const CLASS_LIMIT = 1_000;

/** What a round did. */
export interface DispatchRound {
  /** Tickets that got an agent, or an offer to one. */
  readonly assignedIds: readonly string[];
  /** All tickets that were changed. */
  readonly changedIds: readonly string[];
  /** Tickets still wait: look again when the gate is due. */
  readonly isAnyWaiting: boolean;
  /** There is more to do than one round does: go again at once. */
  readonly isUnfinished: boolean;
  /** The earliest instant something is due because of it; null where nothing is. */
  readonly wakeAt: Date | null;
  /** When time alone changes who is there, in milliseconds since 1970 UTC; null where it does not. */
  readonly presenceChangesAtMs: number | null;
}

/**
 * One round over all queues of a workspace, in the open transaction. First what time has brought is settled; then
 * waiting tickets are given, or held out, to agents until nobody eligible has room; then tickets that can't be served
 * move on where their ladder says so. Queues go in the order of their positions and share the agents, whose load counts
 * what they hold or are offered in any queue and what this round has given them.
 *
 * The workspace's lock makes rounds, intake and changes wait for each other, also across processes: what is read here
 * stays true until the commit, so nobody goes above capacity and no ticket is given twice.
 */
export async function dispatchRound(
  em: EntityManager,
  workspaceId: string,
  programs: Programs,
  now: Date,
): Promise<DispatchRound> {
  const counter = await lockWorkspace(em, workspaceId);
  const nowMs = now.getTime();
  let roster = await loadRoster(em, workspaceId, nowMs);
  const rearmedAt = await noteWhoLeft(em, workspaceId, counter, programs, roster, now);
  const settled = await settleDue(em, workspaceId, counter, programs, roster, now);
  const classes = await loadWaitingClasses(em, workspaceId);
  const apart = settled.isAnyApart ? await loadApart(em, workspaceId, nowMs) : [];
  const isIdleTimeNeeded = [...classes, ...apart.map(({ queue }) => queue)].some(
    ({ policy }) => policy === 'longestIdle',
  );
  // What was settled has freed capacity.
  if (settled.ticketIds.length > 0 || isIdleTimeNeeded)
    roster = await loadRoster(em, workspaceId, nowMs, { isIdleTimeNeeded });
  const agents = new Map(roster.agents.map(({ routing }) => [routing.agentId, routing]));
  const wanted = wantedOf(classes, [...agents.values()]);
  const first = await loadFirst(em, workspaceId, wanted);
  const takeable = apart.filter(({ ticket }) => isEligible(ticket, [...agents.values()]));
  const drain = first.length + takeable.length > 0 ? await findDrain(em, workspaceId, roster, nowMs) : null;
  const given = assignAll([...first, ...takeable], classes, agents, drain, nowMs);
  const gaveAt = given.length > 0 ? await giveTickets(em, workspaceId, counter, given, programs, now) : null;
  const skipped = settled.isAnySkippable
    ? await skipRungs(em, workspaceId, counter, programs, [...agents.values()], now)
    : NOTHING_SETTLED;
  const assignedIds = given.map(({ ticketId }) => ticketId);
  return {
    assignedIds,
    changedIds: [...new Set([...settled.ticketIds, ...assignedIds, ...skipped.ticketIds])],
    // Also what a flow sent back waits for the gate, so that a flow which always does can't keep the dispatcher spinning.
    isAnyWaiting: classes.length + apart.length > 0,
    isUnfinished:
      settled.isUnfinished ||
      skipped.isUnfinished ||
      (given.length > 0 && wanted.some(({ count }) => count === CLASS_LIMIT)),
    wakeAt: earliest(rearmedAt, settled.wakeAt, gaveAt, skipped.wakeAt),
    presenceChangesAtMs: roster.agents.reduce<number | null>(
      (least, { nextChangeAtMs }) =>
        nextChangeAtMs === null ? least : Math.min(least ?? nextChangeAtMs, nextChangeAtMs),
      null,
    ),
  };
}

/** The classes somebody eligible has room for, and of each as many tickets as fit at the most. */
function wantedOf(classes: readonly WaitingClass[], agents: readonly RoutingAgent[]): Wanted[] {
  return classes.flatMap((of) => {
    let room = 0;
    for (const agent of agents) if (exclusionFor(agent, of) === null) room += roomFor(agent, of);
    return room > 0 ? [{ of, count: Math.min(room, CLASS_LIMIT) }] : [];
  });
}

function isEligible(ticket: Demand, agents: readonly RoutingAgent[]): boolean {
  return agents.some((agent) => exclusionFor(agent, ticket) === null);
}

/** Queue by queue, in the order of `classes`; agents move on with what they are given. */
function assignAll(
  waiting: readonly Waiting[],
  classes: readonly WaitingClass[],
  agents: Map<string, RoutingAgent>,
  drain: Drain | null,
  nowMs: number,
): Given[] {
  const byQueue = Map.groupBy(waiting, ({ queue }) => queue.queueId);
  const inOrder = new Set([...classes.map(({ queueId }) => queueId), ...byQueue.keys()]);
  return [...inOrder].flatMap((queueId) => {
    const own = byQueue.get(queueId) ?? [];
    const [first] = own;
    if (!first) return [];
    const { queue } = first;
    const round = assignTickets({
      policy: queue.policy,
      tickets: own.map(({ ticket }) => ticket),
      agents: [...agents.values()],
      ...(drain && { drain: drainOf(drain, queue) }),
      nowMs,
    });
    const tickets = new Map(own.map(({ ticket }) => [ticket.ticketId, ticket]));
    for (const { ticketId, agentId } of round.assignments) {
      const ticket = tickets.get(ticketId);
      if (ticket) load(agents, agentId, ticket, nowMs);
    }
    return round.assignments.map((assignment) => ({ ...assignment, queue }));
  });
}

function drainOf({ sinceMs, scheduledCapacity, waitingUnits }: Drain, { fairDrainMs }: WaitingQueue): FairDrain {
  return { scheduledCapacity, waitingUnits, untilMs: sinceMs + fairDrainMs };
}

function load(
  agents: Map<string, RoutingAgent>,
  agentId: string,
  { weight, channelType }: Pick<Waiting['ticket'], 'weight' | 'channelType'>,
  nowMs: number,
): void {
  const agent = agents.get(agentId);
  if (!agent) return;
  const { channelLoad = {} } = agent;
  agents.set(agentId, {
    ...agent,
    load: agent.load + weight,
    ...(channelType !== undefined && {
      channelLoad: { ...channelLoad, [channelType]: (channelLoad[channelType] ?? 0) + weight },
    }),
    openTickets: agent.openTickets + 1,
    lastAssignedAtMs: nowMs,
  });
}

function earliest(...instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter((at) => at !== null).map((at) => at.getTime());
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}
