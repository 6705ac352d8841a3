import { AgentPool, type Candidate } from './agent-pool.ts';
import type {
  Assignment,
  AssignmentRound,
  FairDrain,
  Policy,
  RoutingAgent,
  WaitExplanation,
  WaitingTicket,
} from './assignment.ts';
import { drainShare } from './capacity.ts';
import { layOut } from './lay-out.ts';
import { formulasOf, type PolicyFormulas, waitedMsOf } from './policy-formulas.ts';
import type { Room } from './room.ts';
import type { Match } from './ticket-class.ts';
import type { RankedTicket, TicketLane } from './ticket-lane.ts';
import { WorseningQueue } from './worsening-queue.ts';

/** One queue at one instant. Ids are distinct; weights are 0 or more. */
export interface AssignTicketsInput {
  readonly policy: Policy;
  readonly tickets: readonly WaitingTicket[];
  readonly agents: readonly RoutingAgent[];
  /** Present while a backlog is shared out fairly. */
  readonly drain?: FairDrain;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
}

/**
 * One dispatch round over one queue: gives out tickets until nobody eligible has room for what is left, and explains
 * each ticket's lot. Loads grow as tickets are given, and nobody goes above their capacity, over all or on a channel.
 *
 * Every ticket is in the answer once: `assignments` in the order decided, `waits` by age and then id. The order of the
 * input never matters. With `balanced` a ticket may be `held` although somebody is eligible, but only once it has waited
 * for a second, while at least 70 % of its target is left and all who are eligible hold two tickets or more: ask again
 * every 15 seconds.
 * Preferred agents get their ticket when its turn comes, where they would take it at all.
 *
 * Cost: O(tickets log tickets) to sort once, and O(log classes) per decision, a class being a requirement, a cost and
 * who declined. What an agent's eligibility hangs on is looked up in sets, some thirty agents at a time.
 */
export function assignTickets({ policy, tickets, agents, drain, nowMs }: AssignTicketsInput): AssignmentRound {
  const formulas = formulasOf(policy);
  const share = drainShare(drain, agents, nowMs);
  const pool = new AgentPool(agents);
  const { lanes, rooms } = layOut({ tickets, pool, formulas, share, nowMs });
  // Most lanes are looked at late, when few agents have room.
  const openLanes = new WorseningQueue(
    lanes,
    (lane) => lane.standing(),
    (lane) => lane.bound(pool.topProficiency),
  );
  const assignments: Assignment[] = [];
  for (let lane = openLanes.take(); lane !== undefined; lane = openLanes.take()) {
    const next = lane.takeTicket();
    if (next === undefined) throw new Error('A lane with a standing has no ticket.');
    const preferred = lane.preferredFor(next.ticket);
    const best = lane.bestTwo();
    const chosen = preferred?.match ?? best[0];
    if (chosen === undefined) throw new Error('A lane with a standing has no agent.');
    assignments.push({
      ticketId: next.ticket.ticketId,
      agentId: chosen.candidate.agent.agentId,
      explanation: {
        policy,
        waitedMs: waitedMsOf(next.ticket, nowMs),
        eligibleCount: lane.ticketClass.eligibleCount,
        ...(preferred === null ? {} : { preferred: preferred.at }),
        figures: formulas.figures(next.urgency, chosen.candidate, chosen.proficiency),
        runnerUp: runnerUpOf(best, next, chosen, formulas),
        exclusions: lane.ticketClass.exclusions,
      },
    });
    give(chosen.candidate, next.ticket, rooms);
    openLanes.put(lane);
  }
  return { assignments, waits: explainWaits(lanes, tickets.length) };
}

function runnerUpOf(best: readonly Match[], next: RankedTicket, chosen: Match, formulas: PolicyFormulas) {
  const second = best.find(({ candidate }) => candidate !== chosen.candidate);
  if (second === undefined) return null;
  return {
    agentId: second.candidate.agent.agentId,
    figures: formulas.figures(next.urgency, second.candidate, second.proficiency),
  };
}

/** Adds the ticket to the agent's loads and tells the rooms, which the agent may have left. */
function give(candidate: Candidate, { weight, channelType }: WaitingTicket, rooms: readonly Room[]): void {
  candidate.load += weight;
  if (channelType !== undefined)
    candidate.channelLoad[channelType] = (candidate.channelLoad[channelType] ?? 0) + weight;
  candidate.openTickets += 1;
  candidate.rank = candidate.rankOnceGiven;
  for (const room of rooms) room.note(candidate);
}

function explainWaits(lanes: readonly TicketLane[], ticketCount: number): readonly WaitExplanation[] {
  const byRank = new Array<WaitExplanation | null>(ticketCount).fill(null);
  for (const lane of lanes) {
    const { ticketClass } = lane;
    const left = lane.remaining();
    if (left.length === 0) continue;
    const cause = ticketClass.eligibleCount > 0 ? 'held' : 'noEligibleAgent';
    const { exclusions } = ticketClass;
    for (const { ticket, rank } of left) byRank[rank] = { ticketId: ticket.ticketId, cause, exclusions };
  }
  // Ranks of tickets that were given out have stayed empty.
  return byRank.filter((wait) => wait !== null);
}
