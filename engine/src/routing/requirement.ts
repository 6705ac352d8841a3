import type { Condition } from '../conditions/condition.ts';

/**
 * A skill a ticket needs, with the least level (1 to 5). Without `drop` it is mandatory and never falls away; droppable
 * ones fall away one number per timeout of their target, the highest `drop` (1 to 9) first.
 */
export interface SkillRequirement {
  readonly skillId: string;
  readonly level: number;
  readonly drop?: number;
}

/** What an agent must meet to take a ticket. An absent part requires nothing. */
export interface Requirement {
  readonly skills: readonly SkillRequirement[];
  /** BCP 47; an agent meets it with the same primary language subtag. */
  readonly language?: string;
  readonly teamId?: string;
  /** Where the agent must be: compared folded with the agent's location. */
  readonly location?: string;
}

/** Whom to prefer among the eligible: who served the contact last, who owns the account, who has a related ticket. */
export const AFFINITIES = ['lastAgent', 'accountOwner', 'relatedTicket'] as const;
export type Affinity = (typeof AFFINITIES)[number];

/** One target of a ticket's ladder. */
export interface LadderTarget {
  readonly queueId: string;
  readonly requirement: Requirement;
  /** Null: the ticket's own. */
  readonly priority: 'low' | 'normal' | 'high' | 'urgent' | null;
  /**
   * How long it is tried, in milliseconds, before the next target (or before the next droppable skill falls away);
   * timeouts add up from entry to the ladder, whatever was offered meanwhile. Null: for good.
   */
  readonly timeoutMs: number | null;
  /** Evaluated only when the rung cannot be served at once: where it holds, the ticket moves on. */
  readonly skipIf?: Condition;
}
