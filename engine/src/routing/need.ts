import type { AgentPool, Candidate } from './agent-pool.ts';
import { AgentSet } from './agent-set.ts';
import type { Exclusion, ExclusionReason } from './assignment.ts';
import { foldLocation } from './exclusion-for.ts';
import { classKeyOf, meanProficiency, primaryLanguage, requiredSkills, TOP_SKILL_LEVEL } from './proficiency.ts';
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

/** A requirement on a channel, met with the agents of a round: what does not change while tickets are given. */
export class Need {
  readonly pool: AgentPool;
  /** Who is there and meets all of it. */
  readonly members: AgentSet;
  readonly #requirement: PlainRequirement;
  readonly #channelType: string | undefined;
  readonly #classKey: string;
  #exclusions: readonly Exclusion[] | null = null;

  constructor(pool: AgentPool, requirement: PlainRequirement, channelType: string | undefined) {
    this.pool = pool;
    this.#requirement = requirement;
    this.#channelType = channelType;
    this.#classKey = pool.hasProficiencies ? classKeyOf(requirement) : '';
    const { teamId, language, location, skills } = requirement;
    this.members = new AgentSet(pool.onChannel(channelType).present);
    if (teamId !== undefined) this.members.keep(pool.ofTeam(teamId));
    if (language !== undefined) this.members.keep(pool.speaking(language));
    if (location !== undefined) this.members.keep(pool.at(location));
    for (const { skillId, level } of skills)
      if (level > 0) this.members.keep(pool.withLevel(skillId, Math.ceil(level)));
  }

  /** Everybody but the members, by the first reason that applies, in the order of `exclusionFor`. */
  get exclusions(): readonly Exclusion[] {
    this.#exclusions ??= this.#exclude();
    return this.#exclusions;
  }

  /** How well a member serves it. */
  proficiencyOf(candidate: Candidate): number {
    const known = candidate.agent.proficiencies?.[this.#classKey];
    if (known !== undefined) return known;
    const { skills } = this.#requirement;
    let levels = 0;
    for (const { skillId } of skills) levels += this.pool.levelOf(candidate, skillId);
    return meanProficiency(levels, skills.length);
  }

  #exclude(): readonly Exclusion[] {
    const { pool } = this;
    const { teamId, language, location, skills } = this.#requirement;
    const { present, exclusions } = pool.onChannel(this.#channelType);
    const found = [...exclusions];
    const [left, lacking, out] = pool.scratch;
    left.setToCommon(present, present);
    const note = (reason: ExclusionReason) => {
      const exclusion = pool.exclusionOf(reason, out);
      if (exclusion !== null) found.push(exclusion);
    };
    const keep = (members: AgentSet, reason: ExclusionReason) => {
      left.moveOutRest(members, out);
      note(reason);
    };
    if (teamId !== undefined) keep(pool.ofTeam(teamId), { code: 'wrongTeam' });
    if (language !== undefined) keep(pool.speaking(language), { code: 'wrongLanguage' });
    if (location !== undefined) keep(pool.at(location), { code: 'wrongLocation' });
    for (const { skillId, level } of skills) {
      if (level <= 0) continue;
      left.moveOutRest(pool.withLevel(skillId, Math.ceil(level)), lacking);
      // The nearest to the level first; whoever is left after those with a level has none.
      for (let has = Math.min(TOP_SKILL_LEVEL, Math.ceil(level) - 1); has >= 1; has--) {
        lacking.moveOut(pool.withLevel(skillId, has), out);
        note({ code: 'lacksSkill', skillId, level, has });
      }
      const none = pool.exclusionOf({ code: 'lacksSkill', skillId, level, has: 0 }, lacking);
      if (none !== null) found.push(none);
    }
    return found;
  }
}
