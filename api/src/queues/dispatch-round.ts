import { type Assignment, assignTickets, type RoutingAgent } from '@alur/engine';
import { v7 } from 'uuid';
import type { EntityManager } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import { handleEvent } from '../runs/apply-effects.ts';
import { DISPATCHER, type Handling } from '../runs/handling.ts';
import { type LockedCounter, lockWorkspace } from '../runs/lock-workspace.ts';
import { TicketInHand } from '../runs/ticket-in-hand.ts';
import { WriteSet } from '../runs/write-set.ts';
import { loadTickets } from '../tickets/load-tickets.ts';
import { loadAgents } from './load-agents.ts';
import { loadWaiting } from './load-waiting.ts';

/** Tickets of one queue and priority looked at together, oldest first. */
const PAGE_SIZE = 500;
/** Pages of one round; what lies deeper waits for a later one, unless nobody has room anyway. */
const PAGE_LIMIT = 8;

/** What a round did. */
export interface DispatchRound {
  /** Tickets that got an agent. */
  readonly assignedIds: readonly string[];
  /** Tickets still wait: look again when the gate is due. */
  readonly isAnyWaiting: boolean;
  /** Pages were left unread although somebody has room: go again at once. */
  readonly isUnfinished: boolean;
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
  const agents = new Map((await loadAgents(em, workspaceId)).map((agent) => [agent.agentId, agent]));
  const given: Given[] = [];
  let isAnyWaiting = false;
  let hasMore = true;
  for (let page = 0; page < PAGE_LIMIT && hasMore && hasRoom(agents); page++) {
    const waiting = await loadWaiting(em, workspaceId, { limit: PAGE_SIZE, offset: page * PAGE_SIZE });
    hasMore = waiting.hasMore;
    for (const { queueId, policy, tickets } of waiting.queues) {
      const weights = new Map(tickets.map(({ ticketId, weight }) => [ticketId, weight]));
      const round = assignTickets({ policy, tickets, agents: [...agents.values()], nowMs: now.getTime() });
      isAnyWaiting ||= round.waits.length > 0;
      for (const assignment of round.assignments) {
        given.push({ ...assignment, queueId });
        load(agents, assignment.agentId, weights.get(assignment.ticketId) ?? 1, now);
      }
    }
  }
  const isAnySentBack = given.length > 0 && (await give(em, workspaceId, counter, given, programs, now));
  return {
    assignedIds: given.map(({ ticketId }) => ticketId),
    // What a flow sent back waits for the gate, so that a flow which always does can't keep the dispatcher spinning.
    isAnyWaiting: isAnyWaiting || hasMore || isAnySentBack,
    isUnfinished: hasMore && given.length > 0 && hasRoom(agents),
  };
}

function hasRoom(agents: ReadonlyMap<string, RoutingAgent>): boolean {
  return [...agents.values()].some(({ presence, capacity, load }) => presence === 'online' && load < capacity);
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

/** Writes the assignments and what flows make of them; true if flows put a ticket back into a queue. */
async function give(
  em: EntityManager,
  workspaceId: string,
  counter: LockedCounter,
  given: readonly Given[],
  programs: Programs,
  now: Date,
): Promise<boolean> {
  const live = await programs.at(em, workspaceId, counter.flowsRevision);
  const ids = given.map(({ ticketId }) => ticketId);
  const { tickets, customFields, fallbackQueueId } = await loadTickets(em, workspaceId, ids);
  const found = new Map(tickets.map((ticket) => [ticket.ticket.id, ticket]));
  const handling: Handling = { counter, writes: new WriteSet(), live, customFields, fallbackQueueId, now };
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
    handleEvent(handling, inHand, { type: 'ticketAssigned', ticketId, actor: { kind: 'dispatcher' }, changes });
    inHand.settle();
  }
  const turns = new Set(given.map(({ agentId }) => agentId));
  writes.agentTurns.push(...[...turns].map((agentId) => ({ agentId, at: now })));
  await writes.write(em, workspaceId, counter);
  return writes.entries.length > 0;
}
