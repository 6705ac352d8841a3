import type { Requirement } from './requirement.ts';

/** How a queue picks the next ticket and its agent. */
export type Policy = 'balanced' | 'priorityThenAge';

export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Presence = 'online' | 'away' | 'offline';

/** A ticket waiting in one queue. */
export interface WaitingTicket {
  readonly ticketId: string;
  readonly priority: Priority;
  /** Entry to the queue, milliseconds since 1970 UTC. */
  readonly queuedAtMs: number;
  /** How soon it should be taken, in milliseconds from `queuedAtMs`. */
  readonly targetMs: number;
  readonly requirement: Requirement;
  /** Units of capacity it costs (its channel's weight). */
  readonly weight: number;
}

/** An agent as the dispatcher sees them. `load` counts the units of open tickets they hold. */
export interface RoutingAgent {
  readonly agentId: string;
  readonly presence: Presence;
  readonly capacity: number;
  readonly load: number;
  readonly openTickets: number;
  readonly skills: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  readonly teamIds: readonly string[];
  /** Milliseconds since 1970 UTC; null if never assigned. */
  readonly lastAssignedAtMs: number | null;
}

/** Why an agent could not take a ticket; one reason each, the first that applies in this order. */
export type ExclusionReason =
  | { readonly code: 'offline' | 'away' | 'full' | 'wrongTeam' | 'wrongLanguage' }
  | { readonly code: 'lacksSkill'; readonly skillId: string; readonly level: number; readonly has: number };

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
