import type { AgentPool, Candidate, Excluded } from './agent-pool.ts';
import type { AgentSet } from './agent-set.ts';
import type { ExclusionReason } from './assignment.ts';
import { foldLocation } from './exclusion-for.ts';
import { classKeyOf, levelProficiency, primaryLanguage, requiredSkills } from './proficiency.ts';
import type { Requirement } from './requirement.ts';

/** A requirement in the one way of writing it: language a primary subtag, location folded, each skill once, by id. */
export interface PlainRequirement extends Requirement {
  readonly isPlain: true;
}

export function plainRequirement({ skills, language, teamId, location }: Requirement): PlainRequirement {
  return {
    isPlain: true,
    skills: requiredSkills(skills),
    ...(language === undefined ? {} : { language: primaryLanguage(language) }),
    ...(teamId === undefined ? {} : { teamId }),
    ...(location === undefined ? {} : { location: foldLocation(location) }),
  };
}

/** Equal for requirements that ask the same, however written. */
export function requirementKey({ teamId, language, location, skills }: PlainRequirement): string {
  const parts = skills.map(({ skillId, level }) => [skillId, level]);
  return JSON.stringify([teamId ?? null, language ?? null, location ?? null, parts]);
}

/** A requirement on a channel, met with the agents of a round: what does not change while tickets are given. */
export class Need {
  readonly pool: AgentPool;
  /** Who is there and meets all of it. */
  readonly members: AgentSet;
  /** Everybody else, in the order of `exclusionFor`; some of these may be nobody. */
  readonly excluded: readonly Excluded[];
  readonly #requirement: PlainRequirement;
  readonly #classKey: string;

  constructor(pool: AgentPool, requirement: PlainRequirement, channelType: string | undefined) {
    this.pool = pool;
    this.#requirement = requirement;
    this.#classKey = classKeyOf(requirement);
    const left = pool.all();
    const excluded: Excluded[] = [...pool.absentFrom(channelType)];
    for (const { members } of excluded) left.remove(members);
    const exclude = (reason: ExclusionReason, members: AgentSet) => {
      excluded.push({ reason, members });
      left.remove(members);
    };
    const { teamId, language, location, skills } = requirement;
    if (teamId !== undefined) exclude({ code: 'wrongTeam' }, left.without(pool.ofTeam(teamId)));
    if (language !== undefined) exclude({ code: 'wrongLanguage' }, left.without(pool.speaking(language)));
    if (location !== undefined) exclude({ code: 'wrongLocation' }, left.without(pool.at(location)));
    for (const { skillId, level } of skills) {
      // The nearest to the level first; whoever is left after those with a level has none.
      const skilled = pool.none();
      for (let has = 5; has >= 1; has--) skilled.join(pool.withLevel(skillId, has));
      for (let has = Math.min(5, Math.ceil(level) - 1); has >= 1; has--)
        exclude({ code: 'lacksSkill', skillId, level, has }, left.and(pool.withLevel(skillId, has)));
      if (level > 0) exclude({ code: 'lacksSkill', skillId, level, has: 0 }, left.without(skilled));
    }
    this.members = left;
    this.excluded = excluded;
  }

  /** How well a member serves it. */
  proficiencyOf({ agent }: Candidate): number {
    return agent.proficiencies?.[this.#classKey] ?? levelProficiency(agent, this.#requirement);
  }
}
