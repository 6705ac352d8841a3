import { type AgentGroup, type Candidate, groupAgents } from './agent-pool.ts';
import type {
  Assignment,
  AssignmentRound,
  Policy,
  RoutingAgent,
  WaitExplanation,
  WaitingTicket,
} from './assignment.ts';
import { hasRoomFor, type PlainRequirement, plainRequirement } from './exclusion-for.ts';
import { formulasOf, type PolicyFormulas, waitedMsOf } from './policy-formulas.ts';
import { type Need, needOf, TicketClass } from './ticket-class.ts';
import { type RankedTicket, TicketLane } from './ticket-lane.ts';
import { WorseningQueue } from './worsening-queue.ts';

/** One queue at one instant. Ids are distinct; weights are 0 or more. */
export interface AssignTicketsInput {
  readonly policy: Policy;
  readonly tickets: readonly WaitingTicket[];
  readonly agents: readonly RoutingAgent[];
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
}

/**
 * One dispatch round over one queue: gives out tickets until nobody eligible has room for what is left, and explains
 * each ticket's lot. Loads grow as tickets are given, and nobody goes above their capacity.
 *
 * Every ticket is in the answer once: `assignments` in the order decided, `waits` by age and then id. The order of the
 * input never matters. With `balanced` a ticket may be `held` although somebody is eligible, but only while at least
 * 70 % of its target is left and all who are eligible hold two tickets or more: ask again every 15 seconds.
 *
 * Cost: O(tickets log tickets) to sort once, and O(classes) per decision, a class being a requirement and a weight.
 */
export function assignTickets({ policy, tickets, agents, nowMs }: AssignTicketsInput): AssignmentRound {
  const formulas = formulasOf(policy);
  const { classesByWeight, lanes } = layOut(
    rankTickets(tickets, formulas, nowMs),
    groupAgents(agents),
    formulas,
    nowMs,
  );
  const openLanes = new WorseningQueue(lanes, (lane) => lane.standing());
  const assignments: Assignment[] = [];

  for (let lane = openLanes.take(); lane !== undefined; lane = openLanes.take()) {
    const next = lane.takeTicket();
    const chosen = lane.agents.take();
    if (next === undefined || chosen === undefined)
      throw new Error('A lane with a standing has no ticket or no agent.');
    const second = lane.agents.peek();
    assignments.push({
      ticketId: next.ticket.ticketId,
      agentId: chosen.candidate.agentId,
      explanation: {
        policy,
        waitedMs: waitedMsOf(next.ticket, nowMs),
        eligibleCount: lane.ticketClass.eligibleCount,
        figures: formulas.figures(next.urgency, chosen.candidate, chosen.proficiency),
        runnerUp:
          second === undefined
            ? null
            : {
                agentId: second.candidate.agentId,
                figures: formulas.figures(next.urgency, second.candidate, second.proficiency),
              },
        exclusions: lane.ticketClass.exclusions,
      },
    });
    give(chosen.candidate, lane.ticketClass.weight, classesByWeight);
    lane.agents.put(chosen);
    openLanes.put(lane);
  }
  return { assignments, waits: explainWaits(lanes) };
}

/** Adds the ticket to the agent's load and tells the classes for which the agent has no room any more. */
function give(
  candidate: Candidate,
  weight: number,
  classesByWeight: ReadonlyMap<number, readonly TicketClass[]>,
): void {
  const before = { capacity: candidate.capacity, load: candidate.load };
  candidate.load += weight;
  candidate.openTickets += 1;
  candidate.rank = candidate.rankOnceGiven;
  for (const [classWeight, classes] of classesByWeight) {
    if (!hasRoomFor(before, classWeight) || hasRoomFor(candidate, classWeight)) continue;
    for (const ticketClass of classes) ticketClass.noteFull(candidate);
  }
}

function rankTickets(
  tickets: readonly WaitingTicket[],
  formulas: PolicyFormulas,
  nowMs: number,
): readonly RankedTicket[] {
  return [...tickets]
    .sort((a, b) => a.queuedAtMs - b.queuedAtMs || (a.ticketId < b.ticketId ? -1 : 1))
    .map((ticket, rank) => ({ ticket, rank, urgency: formulas.urgency(ticket, nowMs) }));
}

interface Layout {
  readonly classesByWeight: ReadonlyMap<number, readonly TicketClass[]>;
  readonly lanes: readonly TicketLane[];
}

interface LanesOfClass {
  readonly ticketClass: TicketClass;
  held: TicketLane | null;
  open: TicketLane | null;
}

/** Sorts tickets into classes and lanes. Tickets come oldest first, so the layout doesn't hang on the order of input. */
function layOut(
  tickets: readonly RankedTicket[],
  groups: readonly AgentGroup[],
  formulas: PolicyFormulas,
  nowMs: number,
): Layout {
  const needs = new Map<string, { need: Need; byWeight: Map<number, LanesOfClass> }>();
  const classesByWeight = new Map<number, TicketClass[]>();
  const lanes: TicketLane[] = [];
  for (const ranked of tickets) {
    const { weight } = ranked.ticket;
    const requirement = plainRequirement(ranked.ticket.requirement);
    const key = requirementKey(requirement);
    let known = needs.get(key);
    if (known === undefined) {
      known = { need: needOf(requirement, groups), byWeight: new Map() };
      needs.set(key, known);
    }
    let ofClass = known.byWeight.get(weight);
    if (ofClass === undefined) {
      ofClass = { ticketClass: new TicketClass(known.need, weight), held: null, open: null };
      known.byWeight.set(weight, ofClass);
      const sameWeight = classesByWeight.get(weight);
      if (sameWeight === undefined) classesByWeight.set(weight, [ofClass.ticketClass]);
      else sameWeight.push(ofClass.ticketClass);
    }
    const kind = formulas.canBeHeld(ranked.ticket, nowMs) ? 'held' : 'open';
    let lane = ofClass[kind];
    if (lane === null) {
      lane = new TicketLane(ofClass.ticketClass, kind === 'held', formulas);
      ofClass[kind] = lane;
      lanes.push(lane);
    }
    lane.add(ranked);
  }
  for (const lane of lanes) lane.sort();
  return { classesByWeight, lanes };
}

/** Equal for requirements that ask the same, however written. */
function requirementKey({ teamId, language, skills }: PlainRequirement): string {
  return JSON.stringify([teamId ?? null, language ?? null, skills.map(({ skillId, level }) => [skillId, level])]);
}

function explainWaits(lanes: readonly TicketLane[]): readonly WaitExplanation[] {
  return lanes
    .flatMap((lane) => lane.remaining().map(({ ticket, rank }) => ({ ticketId: ticket.ticketId, rank, lane })))
    .sort((a, b) => a.rank - b.rank)
    .map(({ ticketId, lane: { ticketClass } }) => ({
      ticketId,
      cause: ticketClass.eligibleCount > 0 ? 'held' : 'noEligibleAgent',
      exclusions: ticketClass.exclusions,
    }));
}
