import type { RoutingAgent } from './assignment.ts';
import type { Requirement, SkillRequirement } from './requirement.ts';

export const TOP_SKILL_LEVEL = 5;

/** The agent's level in a skill, a whole number 0 to 5; 0 when not declared. */
export function skillLevel(agent: Pick<RoutingAgent, 'skills'>, skillId: string): number {
  const declared = Object.hasOwn(agent.skills, skillId) ? (agent.skills[skillId] ?? 0) : 0;
  return Math.min(TOP_SKILL_LEVEL, Math.max(0, Math.floor(declared)));
}

/** Skills ordered by id, each id once, with the highest level asked for. */
export function requiredSkills(skills: readonly SkillRequirement[]): readonly SkillRequirement[] {
  if (skills.length < 2 || isInOrder(skills)) return skills;
  const turned = skills.toReversed();
  if (isInOrder(turned)) return turned;
  const levels = new Map<string, number>();
  for (const { skillId, level } of skills) levels.set(skillId, Math.max(level, levels.get(skillId) ?? level));
  return [...levels].map(([skillId, level]) => ({ skillId, level })).sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
}

/** Whether each id comes once, by id: most requirements are written so, and are taken as they are. */
function isInOrder(skills: readonly SkillRequirement[]): boolean {
  let previous: string | null = null;
  for (const { skillId } of skills) {
    if (previous !== null && previous >= skillId) return false;
    previous = skillId;
  }
  return true;
}

/** The primary subtag of a BCP 47 tag, in lower case: `id` for `id-ID`. */
export function primaryLanguage(tag: string): string {
  return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase();
}

/**
 * The class of work a requirement stands for, under which proficiency is learned: its skills, whatever their levels, and
 * its language. Equal for requirements that ask the same, however written.
 */
export function classKeyOf({ skills, language }: Requirement): string {
  const ids = [...new Set(skills.map(({ skillId }) => skillId))].sort();
  return JSON.stringify([language === undefined ? null : primaryLanguage(language), ...ids]);
}

/**
 * How well an agent serves a requirement they meet, above 0 to 1. What was learned or set by hand for its class counts
 * where there is any, else the declared levels, see `levelProficiency`.
 */
export function proficiency(agent: Pick<RoutingAgent, 'skills' | 'proficiencies'>, requirement: Requirement): number {
  const known = agent.proficiencies === undefined ? undefined : agent.proficiencies[classKeyOf(requirement)];
  return known ?? levelProficiency(agent, requirement);
}

/**
 * Proficiency by declared levels, 0.5 to 1: the mean over the requirement's skills of `0.5 + level / 10`, so that
 * level 5 gives 1 and each level below costs a tenth. The agent's own level counts, not the one asked for. Language
 * and team are met or not and change nothing; a requirement without skills gives 1.
 */
export function levelProficiency(agent: Pick<RoutingAgent, 'skills'>, requirement: Requirement): number {
  const skills = requiredSkills(requirement.skills);
  let levels = 0;
  for (const { skillId } of skills) levels += skillLevel(agent, skillId);
  return meanProficiency(levels, skills.length);
}

/** As `levelProficiency`, for levels that add up to `levels` over so many skills. */
export function meanProficiency(levels: number, skillCount: number): number {
  // One division of whole numbers: equal means compare equal, whatever the number of skills.
  return skillCount === 0 ? 1 : (TOP_SKILL_LEVEL * skillCount + levels) / (2 * TOP_SKILL_LEVEL * skillCount);
}

/**
 * The proficiency an agent reaches in what they do best, above 0 to 1: the best of the classes with a known proficiency,
 * or, where there is none, that of their highest level. A ticket is of an agent's best class when their proficiency for
 * it is at least this: what else waits, now or in other queues, has no say. A caller that wants a skill not to reserve
 * anybody leaves it out of the agent's skills.
 */
export function bestProficiency(agent: Pick<RoutingAgent, 'skills' | 'proficiencies'>): number {
  const known = Object.values(agent.proficiencies ?? {});
  if (known.length > 0) return Math.max(...known);
  let best = 0;
  for (const skillId of Object.keys(agent.skills)) best = Math.max(best, skillLevel(agent, skillId));
  return (TOP_SKILL_LEVEL + best) / (2 * TOP_SKILL_LEVEL);
}
