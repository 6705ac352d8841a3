import type { Policy, Priority, WaitingTicket } from './assignment.ts';

/** What the formulas look at in an agent, as it stands within the round. */
export interface AgentStanding {
  readonly capacity: number;
  readonly load: number;
  readonly openTickets: number;
  /** Learned; 1 is the average. */
  readonly speed: number;
  /** See `bestProficiency`. */
  readonly bestProficiency: number;
  /** Milliseconds since 1970 UTC; null: always. */
  readonly idleSinceMs: number | null;
  /** Milliseconds since 1970 UTC; null: not known, behind all others. */
  readonly onlineSinceMs: number | null;
}

type Figures = Readonly<Record<string, number>>;

/** A policy as figures. All of them worsen or stay when an agent is given a ticket: `assignTickets` depends on it. */
export interface PolicyFormulas {
  /** How pressing a ticket is, whoever takes it. */
  urgency(ticket: WaitingTicket, nowMs: number): number;
  /** Which ticket is next: the highest, given the best proficiency to be had for it. Then the oldest, then by id. */
  ticketScore(urgency: number, proficiency: number): number;
  /** Which agent takes it: the highest. Then the longest since their last assignment, then by id. */
  agentScore(agent: AgentStanding, proficiency: number): number;
  /** Whether the ticket may wait for an agent it suits; otherwise anybody eligible takes it. */
  canBeHeld(ticket: WaitingTicket, nowMs: number): boolean;
  /** Whether the agent takes even tickets that can be held. */
  takesHeld(agent: AgentStanding, proficiency: number): boolean;
  /** The figures to show in an explanation. */
  figures(urgency: number, agent: AgentStanding, proficiency: number): Figures;
}

export const formulasOf = (policy: Policy): PolicyFormulas => formulas[policy];

const priorityWeights: Readonly<Record<Priority, number>> = { urgent: 8, high: 4, normal: 2, low: 1 };

const heldSlackShare = 0.7;
const alwaysTakesBelow = 2;
/** A ticket this young is new: rounds come within moments of an arrival. */
const newForMs = 1_000;
/** Learned proficiencies are never quite equal: within this of the best, a class is a best class too. */
const bestClassShare = 0.98;
const msPerMinute = 60_000;

/**
 * How fast a ticket's index grows: `(w / target) * (0.02 + min(1, r^4))` with `r = waited / target` and the target in
 * minutes. A generalised c-mu rule: Van Mieghem, "Dynamic scheduling with convex delay costs", 1995.
 */
export function urgencyIndex(ticket: WaitingTicket, nowMs: number): number {
  const targetMs = targetOf(ticket);
  const ratio = waitedMsOf(ticket, nowMs) / targetMs;
  // Multiplied out, since `**` may differ in its last bit between JavaScript engines.
  const growth = Math.min(1, ratio * ratio * ratio * ratio);
  return (priorityWeights[ticket.priority] / (targetMs / msPerMinute)) * (0.02 + growth);
}

/** Time in the queue, in milliseconds; 0 for an entry in the future. */
export function waitedMsOf(ticket: WaitingTicket, nowMs: number): number {
  return Math.max(0, nowMs - ticket.queuedAtMs);
}

/**
 * The work rate an agent gains by one more ticket at a time, relative to working on a single one: totals of 1, 1.65,
 * 2.15, 2.5 and 2.75, and from the sixth ticket `1.25 / (open + 1)`. Falls strictly, so that equal agents share evenly.
 */
export function workRateGain(openTickets: number): number {
  return firstGains[Math.max(0, openTickets)] ?? 1.25 / (openTickets + 1);
}

const firstGains: readonly number[] = [1, 0.65, 0.5, 0.35, 0.25];

/** How well a new ticket suits an agent now: `p * gain * (0.5 + 0.5 * speed)`. */
function fit(agent: AgentStanding, proficiency: number): number {
  return proficiency * workRateGain(agent.openTickets) * (0.5 + 0.5 * agent.speed);
}

function indexFor(urgency: number, proficiency: number): number {
  return proficiency * proficiency * proficiency * urgency;
}

/** A target of nothing counts as a millisecond: due at once. */
function targetOf(ticket: WaitingTicket): number {
  return Math.max(1, ticket.targetMs);
}

const spareCapacity = (agent: AgentStanding): number => agent.capacity - agent.load;
/** Share of the capacity in use; where there is no capacity, the load itself. */
const usedShare = ({ capacity, load }: AgentStanding): number => (capacity > 0 ? load / capacity : load);

/** Tickets by `urgency` alone, to the agent of the highest `agentScore`, whoever suits best. */
function plain(
  urgency: PolicyFormulas['urgency'],
  agentScore: (agent: AgentStanding) => number,
  ownFigures: (agent: AgentStanding) => Figures,
): PolicyFormulas {
  return {
    urgency,
    ticketScore: (value) => value,
    agentScore,
    canBeHeld: () => false,
    takesHeld: () => true,
    figures: (_urgency, agent) => ({ ...ownFigures(agent), load: agent.load, capacity: agent.capacity }),
  };
}

/** Age decides where all are as pressing. */
const byAge = () => 0;
const bySpare = (agent: AgentStanding) => ({ spareCapacity: spareCapacity(agent) });
const noFigures = () => ({});

const formulas: Readonly<Record<Policy, PolicyFormulas>> = {
  balanced: {
    urgency: urgencyIndex,
    ticketScore: indexFor,
    agentScore: fit,
    canBeHeld: (ticket, nowMs) => {
      const targetMs = targetOf(ticket);
      const waitedMs = waitedMsOf(ticket, nowMs);
      // Room that is there when a ticket comes is spare; only who was freed from other work may be needed elsewhere.
      return waitedMs > newForMs && targetMs - waitedMs >= heldSlackShare * targetMs;
    },
    takesHeld: (agent, proficiency) =>
      agent.openTickets < alwaysTakesBelow || proficiency >= bestClassShare * agent.bestProficiency,
    figures: (urgency, agent, proficiency) => ({
      index: indexFor(urgency, proficiency),
      fit: fit(agent, proficiency),
      proficiency,
      speed: agent.speed,
      openTickets: agent.openTickets,
      load: agent.load,
      capacity: agent.capacity,
    }),
  },
  priorityThenAge: plain((ticket) => priorityWeights[ticket.priority], spareCapacity, bySpare),
  dueFirst: plain((ticket) => -(ticket.dueAtMs ?? ticket.queuedAtMs + targetOf(ticket)), spareCapacity, bySpare),
  // Equal scores: the longest since the last assignment goes first, which is taking turns.
  roundRobin: plain(byAge, () => 0, noFigures),
  leastLoaded: plain(
    byAge,
    (agent) => -usedShare(agent),
    (agent) => ({ usedShare: usedShare(agent) }),
  ),
  longestIdle: plain(
    byAge,
    ({ openTickets, idleSinceMs }) => (openTickets > 0 ? -Number.MAX_VALUE : -(idleSinceMs ?? -Number.MAX_VALUE)),
    ({ openTickets }) => ({ openTickets }),
  ),
  firstIn: plain(byAge, ({ onlineSinceMs }) => -(onlineSinceMs ?? Number.MAX_VALUE), noFigures),
};
