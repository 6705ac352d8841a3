import type { EntityManager } from '../database/database.ts';
import type { LoaderDefinition } from '../server/loaders.ts';
import { type Agent, AgentEntity } from './agent.entity.ts';
import { AgentSkillEntity } from './agent-skill.entity.ts';
import { AgentTeamEntity } from './agent-team.entity.ts';
import { type Skill, SkillEntity } from './skill.entity.ts';
import { type Team, TeamEntity } from './team.entity.ts';

export const agentById: LoaderDefinition<string, Agent> = {
  async loadMany(em, ids) {
    return byId(await em.find(AgentEntity, { id: { $in: [...ids] } }));
  },
};

export const teamById: LoaderDefinition<string, Team> = {
  async loadMany(em, ids) {
    return byId(await em.find(TeamEntity, { id: { $in: [...ids] } }));
  },
};

/** An agent's skills by name, by agent id; agents without any are left out. */
export const skillsOfAgent: LoaderDefinition<string, { skill: Skill; level: number }[]> = {
  async loadMany(em, ids) {
    const links = await em.find(AgentSkillEntity, { agentId: { $in: [...ids] } });
    const skills = byId(await em.find(SkillEntity, { id: { $in: [...new Set(links.map(({ skillId }) => skillId))] } }));
    const pairs = links.flatMap(({ agentId, skillId, level }) => {
      const skill = skills.get(skillId);
      return skill ? [{ agentId, skill, level }] : [];
    });
    pairs.sort((a, b) => a.skill.name.localeCompare(b.skill.name));
    return Map.groupBy(pairs, ({ agentId }) => agentId);
  },
};

/** An agent's teams by name, by agent id; agents without any are left out. */
export const teamsOfAgent: LoaderDefinition<string, Team[]> = {
  async loadMany(em, ids) {
    const links = await em.find(AgentTeamEntity, { agentId: { $in: [...ids] } });
    const teams = await em.find(
      TeamEntity,
      { id: { $in: links.map(({ teamId }) => teamId) } },
      { orderBy: { name: 'asc' } },
    );
    const found = new Map<string, Team[]>();
    for (const agentId of ids) {
      const own = new Set(links.filter((link) => link.agentId === agentId).map(({ teamId }) => teamId));
      found.set(
        agentId,
        teams.filter(({ id }) => own.has(id)),
      );
    }
    return found;
  },
};

/** What an agent holds: units of capacity and open tickets, by agent id; agents who hold nothing are left out. */
export const workOfAgent: LoaderDefinition<string, { load: number; openTickets: number }> = {
  async loadMany(em, ids) {
    const rows = await em.execute<{ agent_id: string; load: number; open_tickets: number }[]>(
      `select t.assignee_id as agent_id, sum(c.weight)::int as load, count(*)::int as open_tickets
       from ticket t join channel c on c.workspace_id = t.workspace_id and c.id = t.channel_id
       where t.workspace_id = current_setting('alur.workspace_id')::uuid
         and t.assignee_id = any(?::uuid[]) and t.status in ('new', 'open')
       group by t.assignee_id`,
      [`{${ids.join(',')}}`],
    );
    return new Map(rows.map((row) => [row.agent_id, { load: row.load, openTickets: row.open_tickets }]));
  },
};

/** How many agents a team has, by team id; teams without any are left out. */
export const agentCountOfTeam: LoaderDefinition<string, number> = {
  async loadMany(em, ids) {
    const rows = await em.execute<{ team_id: string; count: number }[]>(
      'select team_id, count(*)::int as count from agent_team where team_id = any(?::uuid[]) group by team_id',
      [`{${ids.join(',')}}`],
    );
    return new Map(rows.map((row) => [row.team_id, row.count]));
  },
};

/** Which of these ids are no row of the table in this workspace. */
export async function missingIds(
  em: EntityManager,
  table: 'team' | 'skill',
  ids: readonly string[],
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(`select id from ${table} where id = any(?::uuid[])`, [
    `{${ids.join(',')}}`,
  ]);
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
