/** A skill a ticket needs, with the least level (1 to 5). Mandatory skills never fall away. */
export interface SkillRequirement {
  readonly skillId: string;
  readonly level: number;
}

/** What an agent must meet to take a ticket. An absent part requires nothing. */
export interface Requirement {
  readonly skills: readonly SkillRequirement[];
  /** BCP 47; an agent meets it with the same primary language subtag. */
  readonly language?: string;
  readonly teamId?: string;
}
