import type { ExclusionReason, RoutingAgent, WaitingTicket } from './assignment.ts';
import { requiredSkills, skillLevel } from './proficiency.ts';
import type { Requirement } from './requirement.ts';

/** Whether the agent meets team, language and skills; presence and capacity are not looked at. */
export function meetsRequirement(agent: RoutingAgent, requirement: Requirement): boolean {
  return unmetPart(plainTraits(agent), plainRequirement(requirement)) === null;
}

/**
 * Why this agent cannot take this ticket now, or null when they can: the first that applies of offline, away,
 * wrongTeam, wrongLanguage, lacksSkill (the first lacking skill by id), full.
 */
export function exclusionFor(
  agent: RoutingAgent,
  ticket: Pick<WaitingTicket, 'requirement' | 'weight'>,
): ExclusionReason | null {
  return (
    exclusionByTraits(plainTraits(agent), plainRequirement(ticket.requirement)) ??
    (hasRoomFor(agent, ticket.weight) ? null : { code: 'full' })
  );
}

/** Whether `weight` more units stay within the agent's capacity. */
export function hasRoomFor(agent: Pick<RoutingAgent, 'capacity' | 'load'>, weight: number): boolean {
  return agent.load + weight <= agent.capacity;
}

/** What a requirement looks at in an agent: it stays the same for a whole round. Languages are primary subtags. */
export interface PlainTraits {
  readonly presence: RoutingAgent['presence'];
  readonly skills: RoutingAgent['skills'];
  readonly languages: readonly string[];
  readonly teamIds: readonly string[];
}

/** A requirement in the one way of writing it: language a primary subtag, skills as by `requiredSkills`. */
export interface PlainRequirement extends Requirement {
  readonly isPlain: true;
}

export function plainTraits({ presence, skills, languages, teamIds }: RoutingAgent): PlainTraits {
  return { presence, skills, languages: languages.map(primaryLanguage), teamIds };
}

export function plainRequirement({ skills, language, teamId }: Requirement): PlainRequirement {
  return {
    isPlain: true,
    skills: requiredSkills(skills),
    ...(language === undefined ? {} : { language: primaryLanguage(language) }),
    ...(teamId === undefined ? {} : { teamId }),
  };
}

/** As `exclusionFor`, without capacity. */
export function exclusionByTraits(traits: PlainTraits, requirement: PlainRequirement): ExclusionReason | null {
  return traits.presence === 'online' ? unmetPart(traits, requirement) : { code: traits.presence };
}

/** The primary subtag of a BCP 47 tag, in lower case: `id` for `id-ID`. */
function primaryLanguage(tag: string): string {
  return (tag.split(/[-_]/, 1)[0] ?? '').toLowerCase();
}

function unmetPart(traits: PlainTraits, { teamId, language, skills }: PlainRequirement): ExclusionReason | null {
  if (teamId !== undefined && !traits.teamIds.includes(teamId)) return { code: 'wrongTeam' };
  if (language !== undefined && !traits.languages.includes(language)) return { code: 'wrongLanguage' };
  for (const { skillId, level } of skills) {
    const has = skillLevel(traits, skillId);
    if (has < level) return { code: 'lacksSkill', skillId, level, has };
  }
  return null;
}
