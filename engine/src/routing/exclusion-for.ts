import { foldText } from '../facts/fold-text.ts';
import type { ExclusionReason, RoutingAgent, WaitingTicket } from './assignment.ts';
import { shortageOf } from './capacity.ts';
import { primaryLanguage, requiredSkills, skillLevel } from './proficiency.ts';
import type { Requirement } from './requirement.ts';

/** What of a ticket decides who is eligible. */
export type Demand = Pick<WaitingTicket, 'requirement' | 'weight' | 'channelType' | 'declinedBy'>;

/** Whether the agent meets team, language, location and skills; presence and capacity are not looked at. */
export function meetsRequirement(agent: RoutingAgent, requirement: Requirement): boolean {
  return unmetPart(agent, requirement) === null;
}

/**
 * Why this agent cannot take this ticket now, or null when they can: the first that applies of `ExclusionReason`, of
 * several lacking skills the first by id. Answers "why not me?" for one agent; shares of a backlog (`fairShare`) hang on
 * the whole round and are not looked at.
 */
export function exclusionFor(agent: RoutingAgent, ticket: Demand): ExclusionReason | null {
  const reason = absenceOf(agent, ticket.channelType) ?? unmetPart(agent, ticket.requirement);
  if (reason !== null) return reason;
  if (ticket.declinedBy?.includes(agent.agentId)) return { code: 'declined' };
  return shortageReason(shortageOf(agent, ticket), ticket.channelType);
}

/** A lack of room, said as a reason. */
export function shortageReason(
  shortage: ReturnType<typeof shortageOf>,
  channelType: string | undefined,
): ExclusionReason | null {
  if (shortage === null) return null;
  return shortage === 'full' || channelType === undefined ? { code: 'full' } : { code: shortage, channelType };
}

/** Why an agent gets nothing on a channel, whatever it asks: presence, shift, and the channels they serve. */
export function absenceOf(agent: RoutingAgent, channelType: string | undefined): ExclusionReason | null {
  if (agent.presence === 'offline') return { code: 'offline' };
  if (agent.onShift === false) return { code: 'outOfShift' };
  const onChannel =
    channelType !== undefined &&
    agent.channelPresence !== undefined &&
    Object.hasOwn(agent.channelPresence, channelType)
      ? agent.channelPresence[channelType]
      : undefined;
  const presence = onChannel ?? agent.presence;
  if (typeof presence === 'object') {
    if (!presence.allowsWork) return { code: 'customStatus', statusId: presence.statusId };
  } else if (presence !== 'online') return { code: presence };
  if (channelType !== undefined && agent.channelTypes !== undefined && !agent.channelTypes.includes(channelType))
    return { code: 'wrongChannel', channelType };
  return null;
}

/** Whether a place is the one asked for: folded, as texts are compared in flows. */
export function foldLocation(location: string): string {
  return foldText(location).trim();
}

function unmetPart(agent: RoutingAgent, { teamId, language, location, skills }: Requirement): ExclusionReason | null {
  if (teamId !== undefined && !agent.teamIds.includes(teamId)) return { code: 'wrongTeam' };
  if (language !== undefined) {
    const asked = primaryLanguage(language);
    if (!agent.languages.some((spoken) => primaryLanguage(spoken) === asked)) return { code: 'wrongLanguage' };
  }
  if (location !== undefined && foldLocation(agent.location ?? '') !== foldLocation(location))
    return { code: 'wrongLocation' };
  for (const { skillId, level } of requiredSkills(skills)) {
    const has = skillLevel(agent, skillId);
    if (has < level) return { code: 'lacksSkill', skillId, level, has };
  }
  return null;
}
