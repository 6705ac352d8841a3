import { v7 as newId } from 'uuid';
import { AgentEntity } from '../agents/agent.entity.ts';
import { AgentSkillEntity } from '../agents/agent-skill.entity.ts';
import { AgentTeamEntity } from '../agents/agent-team.entity.ts';
import { SkillEntity } from '../agents/skill.entity.ts';
import { TeamEntity } from '../agents/team.entity.ts';
import type { EntityManager } from '../database/database.ts';
import type { Roster } from '../incidents/roster.ts';
import { QueueEntity } from '../queues/queue.entity.ts';

/** How soon tickets of a queue should be taken, by priority, in milliseconds. */
interface Targets {
  readonly targetLowMs: number;
  readonly targetNormalMs: number;
  readonly targetHighMs: number;
  readonly targetUrgentMs: number;
}

/**
 * Writes the roster in the open transaction: each group as a team, a skill and a queue of its name, each person as an
 * agent at work. Beside them an agent for the demo user, in the largest group, offline until they come.
 *
 * @returns that agent's id.
 */
export async function seedRoster(
  em: EntityManager,
  workspaceId: string,
  roster: Roster,
  targets: Targets,
  now: Date,
): Promise<string> {
  const teamIds = new Map<string, string>();
  const skillIds = new Map<string, string>();
  for (const [index, name] of roster.groups.entries()) {
    const team = em.create(TeamEntity, { id: newId(), workspaceId, name, supportLevel: null });
    const skill = em.create(SkillEntity, { id: newId(), workspaceId, name });
    teamIds.set(name, team.id);
    skillIds.set(name, skill.id);
    em.create(QueueEntity, {
      id: newId(),
      workspaceId,
      name,
      policy: 'balanced',
      ticketLimit: 1_000,
      ...targets,
      isFallback: false,
      position: index + 1,
    });
  }
  const largest = roster.groups.toSorted((a, b) => peopleIn(roster, b) - peopleIn(roster, a))[0] ?? '';
  const demoAgent = {
    name: 'Demo agent',
    capacity: 5,
    groups: [{ group: largest, level: 3 }],
    presence: 'offline' as const,
  };
  const agents = [...roster.people.map((person) => ({ ...person, presence: 'online' as const })), demoAgent];
  const idOf = new Map<string, string>();
  for (const { name, capacity, presence } of agents) {
    const agent = em.create(AgentEntity, {
      id: newId(),
      workspaceId,
      name,
      presence,
      presenceSince: now,
      capacity,
      languages: ['en'],
      lastAssignedAt: null,
      createdAt: now,
    });
    idOf.set(name, agent.id);
  }
  // The ORM knows of no relations: what is referred to is written first.
  await em.flush();
  for (const { name, groups } of agents)
    for (const { group, level } of groups) {
      const agentId = idOf.get(name);
      const teamId = teamIds.get(group);
      const skillId = skillIds.get(group);
      if (!agentId || !teamId || !skillId) continue;
      em.create(AgentTeamEntity, { workspaceId, agentId, teamId });
      em.create(AgentSkillEntity, { workspaceId, agentId, skillId, level });
    }
  await em.flush();
  return idOf.get(demoAgent.name) ?? '';
}

function peopleIn(roster: Roster, group: string): number {
  return roster.people.filter(({ groups }) => groups.some((each) => each.group === group)).length;
}
