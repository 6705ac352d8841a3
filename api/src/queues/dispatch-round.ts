import { type Assignment, assignTickets, exclusionFor, type RoutingAgent, raiseEvents } from '@alur/engine';
import { v7 } from 'uuid';
import type { EntityManager } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { DISPATCHER } from '../runs/handling.ts';
import { type LockedCounter, lockWorkspace } from '../runs/lock-workspace.ts';
import { TicketInHand } from '../runs/ticket-in-hand.ts';
import { openHandling } from '../tickets/open-handling.ts';
import { loadAgents } from './load-agents.ts';
import { loadOldest, loadWaitingClasses, type WaitingClass, type Wanted } from './load-waiting.ts';

/** Tickets of one class that one round gives at the most; for more, the next round begins at once. */
const CLASS_LIMIT = 1_000;

/** What a round did. */
export interface DispatchRound {
  /** Tickets that got an agent. */
  readonly assignedIds: readonly string[];
  /** Tickets still wait: look again when the gate is due. */
  readonly isAnyWaiting: boolean;
  /** A class had more room than one round gives: go again at once. */
  readonly isUnfinished: boolean;
  /** The earliest instant something is due because of it; null where nothing is. */
  readonly wakeAt: Date | null;
}

interface Given extends Assignment {
  readonly queueId: string;
}

/**
 * One round over all queues of a workspace, in the open transaction: gives waiting tickets to agents until nobody
 * eligible has room. Queues go in the order of their positions and share the agents, whose load counts what they hold
 * in any queue and what this round has given them.
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
  const classes = await loadWaitingClasses(em, workspaceId);
  if (classes.length === 0) return { assignedIds: [], isAnyWaiting: false, isUnfinished: false, wakeAt: null };
  const agents = new Map((await loadAgents(em, workspaceId)).map((agent) => [agent.agentId, agent]));
  const wanted = wantedOf(classes, [...agents.values()]);
  if (wanted.length === 0) return { assignedIds: [], isAnyWaiting: true, isUnfinished: false, wakeAt: null };
  const byQueue = Map.groupBy(await loadOldest(em, workspaceId, wanted), ({ of }) => of.queueId);
  const given: Given[] = [];
  for (const [queueId, tickets] of byQueue) {
    const [first] = tickets;
    if (!first) continue;
    const weights = new Map(tickets.map(({ ticketId, weight }) => [ticketId, weight]));
    const { policy } = first.of;
    const round = assignTickets({ policy, tickets, agents: [...agents.values()], nowMs: now.getTime() });
    for (const assignment of round.assignments) {
      given.push({ ...assignment, queueId });
      load(agents, assignment.agentId, weights.get(assignment.ticketId) ?? 1, now);
    }
  }
  const wakeAt = given.length > 0 ? await give(em, workspaceId, counter, given, programs, now) : null;
  return {
    assignedIds: given.map(({ ticketId }) => ticketId),
    // Also what a flow sent back waits for the gate, so that a flow which always does can't keep the dispatcher spinning.
    isAnyWaiting: true,
    isUnfinished: given.length > 0 && wanted.some(({ count }) => count === CLASS_LIMIT),
    wakeAt,
  };
}

/** The classes somebody eligible has room for, and of each as many tickets as fit at the most. */
function wantedOf(classes: readonly WaitingClass[], agents: readonly RoutingAgent[]): Wanted[] {
  return classes.flatMap((of) => {
    let room = 0;
    for (const agent of agents) if (exclusionFor(agent, of) === null) room += roomFor(agent, of.weight);
    return room > 0 ? [{ of, count: Math.min(room, CLASS_LIMIT) }] : [];
  });
}

function roomFor({ capacity, load: held }: RoutingAgent, weight: number): number {
  return weight > 0 ? Math.floor((capacity - held) / weight) : CLASS_LIMIT;
}

function load(agents: Map<string, RoutingAgent>, agentId: string, weight: number, now: Date): void {
  const agent = agents.get(agentId);
  if (!agent) return;
  agents.set(agentId, {
    ...agent,
    load: agent.load + weight,
    openTickets: agent.openTickets + 1,
    lastAssignedAtMs: now.getTime(),
  });
}

/** Writes the assignments and what flows make of them; gives the earliest instant something is due because of it. */
async function give(
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
  const { writes } = handling;
  for (const { ticketId, agentId, queueId, explanation } of given) {
    const ticket = found.get(ticketId);
    if (!ticket) throw new Error(`The waiting ticket ${ticketId} does not exist.`);
    const inHand = new TicketInHand(ticket, handling);
    const changes = { 'ticket.assignee': { from: inHand.ticket.assigneeId, to: agentId } };
    inHand.ticket = { ...inHand.ticket, assigneeId: agentId };
    const assignmentId = v7();
    writes.assignments.push({ id: assignmentId, ticketId, queueId, agentId, explanation, at: now });
    inHand.log('assigned', DISPATCHER, { ...changes, assignmentId });
    inHand.openIfAssigned();
    handleEvents(handling, inHand, raiseEvents(changes, ticketId, { kind: 'dispatcher' }));
    inHand.settle();
  }
  const turns = new Set(given.map(({ agentId }) => agentId));
  writes.agentTurns.push(...[...turns].map((agentId) => ({ agentId, at: now })));
  await writes.write(em, workspaceId, counter);
  return writes.wakeAt;
}
