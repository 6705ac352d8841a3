import type { Requirement } from './requirement.ts';

/** How a queue picks the next ticket and its agent. */
export const POLICIES = [
  'balanced',
  'priorityThenAge',
  'dueFirst',
  'roundRobin',
  'leastLoaded',
  'longestIdle',
  'firstIn',
] as const;
export type Policy = (typeof POLICIES)[number];

export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Presence = 'online' | 'away' | 'offline';

/** A presence of the workspace's own making, as lunch or training. */
export interface CustomStatus {
  readonly statusId: string;
  /** Whether new tickets may be given meanwhile. */
  readonly allowsWork: boolean;
}

/** A ticket waiting in one queue. */
export interface WaitingTicket {
  readonly ticketId: string;
  readonly priority: Priority;
  /** Entry to the queue, milliseconds since 1970 UTC; stays as it is through offers, declines and re-routing. */
  readonly queuedAtMs: number;
  /** How soon it should be taken, in milliseconds from `queuedAtMs`. */
  readonly targetMs: number;
  readonly requirement: Requirement;
  /** Units of capacity it costs (its channel's weight). */
  readonly weight: number;
  /** Absent: no presence or capacity of a channel is looked at. */
  readonly channelType?: string;
  /** When its SLA is due, milliseconds since 1970 UTC. Absent: `queuedAtMs + targetMs`. */
  readonly dueAtMs?: number;
  /** Agents who must not get it now: see `declinedByAt`. */
  readonly declinedBy?: readonly string[];
  /** Affinity: agents to prefer among the eligible, the first that is eligible gets it. */
  readonly preferredAgentIds?: readonly string[];
}

/** An agent as the dispatcher sees them. `load` counts the units of tickets they hold and of offers they have. */
export interface RoutingAgent {
  readonly agentId: string;
  readonly presence: Presence | CustomStatus;
  /** Presence on a channel where it differs, by channel type. Offline everywhere wins over any of these. */
  readonly channelPresence?: Readonly<Record<string, Presence | CustomStatus>>;
  /** Channel types the agent serves. Absent: all. */
  readonly channelTypes?: readonly string[];
  /** False outside the agent's shift. Absent: the agent has no shifts and is bound by presence alone. */
  readonly onShift?: boolean;
  /** Units over all channels. */
  readonly capacity: number;
  readonly load: number;
  /** Units per channel type; a channel not named has no limit of its own. */
  readonly channelCapacity?: Readonly<Record<string, number>>;
  readonly channelLoad?: Readonly<Record<string, number>>;
  readonly openTickets: number;
  /** Levels, whole numbers 1 to 5, by skill id. */
  readonly skills: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  readonly teamIds: readonly string[];
  readonly location?: string;
  /** Milliseconds since 1970 UTC; null if never assigned. */
  readonly lastAssignedAtMs: number | null;
  /** When their last ticket left them; for `longestIdle`. Absent: `lastAssignedAtMs`. */
  readonly idleSinceMs?: number | null;
  /** When they came online; for `firstIn`. */
  readonly onlineSinceMs?: number;
  /** Proficiency by `classKeyOf`, learned or set by hand; wins over that of the levels. See `withProficiency`. */
  readonly proficiencies?: Readonly<Record<string, number>>;
  /** Learned; 1 is the average. Absent: 1. */
  readonly speed?: number;
}

/** Why an agent could not take a ticket; one reason each, the first that applies in this order. */
export type ExclusionReason =
  | { readonly code: 'offline' | 'outOfShift' | 'away' }
  | { readonly code: 'customStatus'; readonly statusId: string }
  | { readonly code: 'wrongChannel'; readonly channelType: string }
  | { readonly code: 'wrongTeam' | 'wrongLanguage' | 'wrongLocation' }
  | { readonly code: 'lacksSkill'; readonly skillId: string; readonly level: number; readonly has: number }
  | { readonly code: 'declined' | 'full' }
  | { readonly code: 'fullOnChannel'; readonly channelType: string }
  /** Has taken their share of a backlog; the rest is for colleagues whose shift has begun. */
  | { readonly code: 'fairShare' };

/** Excluded agents of one reason: how many, and the first few (at most 5, by id). */
export interface Exclusion {
  readonly reason: ExclusionReason;
  readonly count: number;
  readonly agentIds: readonly string[];
}

/** Why a ticket went to an agent: the policy, its numbers, who came second, who was out and why. */
export interface AssignmentExplanation {
  readonly policy: Policy;
  readonly waitedMs: number;
  readonly eligibleCount: number;
  /** Present where the agent was preferred: the place in the ticket's `preferredAgentIds`, from 0. */
  readonly preferred?: number;
  /** The policy's figures for the chosen agent, for example `{index, fit, proficiency, load, capacity}`. */
  readonly figures: Readonly<Record<string, number>>;
  readonly runnerUp: { readonly agentId: string; readonly figures: Readonly<Record<string, number>> } | null;
  readonly exclusions: readonly Exclusion[];
}

export interface Assignment {
  readonly ticketId: string;
  readonly agentId: string;
  readonly explanation: AssignmentExplanation;
}

/** Why a ticket still waits. `held` when an eligible agent is kept free for better-suited work by the policy. */
export interface WaitExplanation {
  readonly ticketId: string;
  readonly cause: 'noEligibleAgent' | 'held';
  readonly exclusions: readonly Exclusion[];
}

export interface AssignmentRound {
  readonly assignments: readonly Assignment[];
  readonly waits: readonly WaitExplanation[];
}

/**
 * A backlog over which not everybody who should be there is there: those present take their share of the scheduled
 * capacity, and not all of it.
 */
export interface FairDrain {
  /** Units that wait, over all queues that share the agents. */
  readonly waitingUnits: number;
  /** Capacity of everybody whose shift has begun, present or not. */
  readonly scheduledCapacity: number;
  /** From when on those present take everything: milliseconds since 1970 UTC. */
  readonly untilMs: number;
}
