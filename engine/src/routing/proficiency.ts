import type { RoutingAgent } from './assignment.ts';
import type { Requirement, SkillRequirement } from './requirement.ts';

const topLevel = 5;

/** The agent's level in a skill, 0 to 5; 0 when not declared. */
export function skillLevel(agent: Pick<RoutingAgent, 'skills'>, skillId: string): number {
  const declared = Object.hasOwn(agent.skills, skillId) ? (agent.skills[skillId] ?? 0) : 0;
  return Math.min(topLevel, Math.max(0, declared));
}

/** Skills ordered by id, each id once, with the highest level asked for. */
export function requiredSkills(skills: readonly SkillRequirement[]): readonly SkillRequirement[] {
  if (skills.length < 2) return skills;
  const levels = new Map<string, number>();
  for (const { skillId, level } of skills) levels.set(skillId, Math.max(level, levels.get(skillId) ?? level));
  return [...levels].map(([skillId, level]) => ({ skillId, level })).sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
}

/**
 * How well an agent serves a requirement they meet, 0.5 to 1: the mean over its skills of `0.5 + level / 10`, so that
 * level 5 gives 1 and each level below costs a tenth. The agent's own level counts, not the one asked for. Language
 * and team are met or not and change nothing; a requirement without skills gives 1.
 */
export function proficiency(agent: Pick<RoutingAgent, 'skills'>, requirement: Requirement): number {
  const skills = requiredSkills(requirement.skills);
  if (skills.length === 0) return 1;
  let levels = 0;
  for (const { skillId } of skills) levels += skillLevel(agent, skillId);
  // One division of whole numbers: equal means compare equal, whatever the number of skills.
  return (topLevel * skills.length + levels) / (2 * topLevel * skills.length);
}

/**
 * The proficiency an agent reaches in the skill they know best, 0.5 to 1. A ticket is of an agent's best class when
 * their proficiency for it is at least this: what else waits, now or in other queues, has no say. A caller that wants
 * a skill not to reserve anybody leaves it out of the agent's skills.
 */
export function bestProficiency(agent: Pick<RoutingAgent, 'skills'>): number {
  let best = 0;
  for (const skillId of Object.keys(agent.skills)) best = Math.max(best, skillLevel(agent, skillId));
  return (topLevel + best) / (2 * topLevel);
}
