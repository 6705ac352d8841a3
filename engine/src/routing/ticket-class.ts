import type { AgentGroup, Candidate } from './agent-pool.ts';
import type { Exclusion, ExclusionReason } from './assignment.ts';
import { ExclusionCount } from './exclusion-count.ts';
import { exclusionByTraits, hasRoomFor, type PlainRequirement } from './exclusion-for.ts';
import { proficiency } from './proficiency.ts';

/** An agent who meets a requirement, and how well. */
export interface Match {
  readonly candidate: Candidate;
  readonly proficiency: number;
}

/** A requirement met with the agents of a round: what does not change while tickets are given. */
export interface Need {
  /** The most proficient first, then by group. */
  readonly matches: readonly Match[];
  readonly matchingGroups: ReadonlySet<AgentGroup>;
  /** Everybody else, by reason, in the order of `exclusionFor`. */
  readonly exclusions: readonly Exclusion[];
}

/** Holds every group against the requirement: O(groups + matching agents). */
export function needOf(requirement: PlainRequirement, groups: readonly AgentGroup[]): Need {
  const matching: { group: AgentGroup; proficiency: number }[] = [];
  const excluded = new Map<string, ExclusionCount>();
  for (const group of groups) {
    const reason = exclusionByTraits(group.traits, requirement);
    if (reason === null) {
      matching.push({ group, proficiency: proficiency(group.traits, requirement) });
      continue;
    }
    // Within one requirement the level of a lacking skill is given: code, skill and what the agent has tell reasons apart.
    const key = reason.code === 'lacksSkill' ? `${reason.has} ${reason.skillId}` : reason.code;
    let count = excluded.get(key);
    if (count === undefined) {
      count = new ExclusionCount(reason);
      excluded.set(key, count);
    }
    for (const member of group.members) count.add(member.agentId);
  }
  matching.sort((a, b) => b.proficiency - a.proficiency);
  return {
    matches: matching.flatMap((match) =>
      match.group.members.map((candidate) => ({ candidate, proficiency: match.proficiency })),
    ),
    matchingGroups: new Set(matching.map((match) => match.group)),
    exclusions: [...excluded.values()]
      .map((count) => count.toExclusion())
      .sort((a, b) => compareReasons(a.reason, b.reason)),
  };
}

/** Tickets of one need and one weight, and which of the need's agents have become full for them. */
export class TicketClass {
  readonly need: Need;
  readonly weight: number;
  readonly #full = new ExclusionCount({ code: 'full' });
  #exclusions: readonly Exclusion[] | null = null;

  constructor(need: Need, weight: number) {
    this.need = need;
    this.weight = weight;
    for (const { candidate } of need.matches) if (!hasRoomFor(candidate, weight)) this.#countFull(candidate);
  }

  /** Agents who meet the requirement and have room. */
  get eligibleCount(): number {
    return this.need.matches.length - this.#full.count;
  }

  /** All agents but the eligible ones, by reason; the same array until somebody becomes full. */
  get exclusions(): readonly Exclusion[] {
    this.#exclusions ??=
      this.#full.count === 0 ? this.need.exclusions : [...this.need.exclusions, this.#full.toExclusion()];
    return this.#exclusions;
  }

  /** To be called once for an agent who no longer has room for this weight. */
  noteFull(candidate: Candidate): void {
    if (this.need.matchingGroups.has(candidate.group)) this.#countFull(candidate);
  }

  #countFull({ agentId }: Candidate): void {
    this.#exclusions = null;
    this.#full.add(agentId);
  }
}

const reasonOrder: Readonly<Record<ExclusionReason['code'], number>> = {
  offline: 0,
  away: 1,
  wrongTeam: 2,
  wrongLanguage: 3,
  lacksSkill: 4,
  full: 5,
};

/** By code; lacking skills by id, the nearest to the level first. */
function compareReasons(a: ExclusionReason, b: ExclusionReason): number {
  if (a.code !== 'lacksSkill' || b.code !== 'lacksSkill') return reasonOrder[a.code] - reasonOrder[b.code];
  if (a.skillId !== b.skillId) return a.skillId < b.skillId ? -1 : 1;
  return b.has - a.has;
}
