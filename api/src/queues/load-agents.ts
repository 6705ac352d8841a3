import type { Presence, RoutingAgent } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

interface Row {
  readonly agents: readonly {
    readonly id: string;
    readonly presence: Presence;
    readonly capacity: number;
    readonly languages: string[];
    readonly lastAssignedMs: number | null;
  }[];
  readonly skills: readonly { readonly agent: string; readonly skill: string; readonly level: number }[];
  readonly teams: readonly { readonly agent: string; readonly team: string }[];
  readonly held: readonly { readonly agent: string; readonly load: number; readonly count: number }[];
}

/**
 * Every agent of the workspace as the engine's routing sees them. Load is computed from the tickets they hold, over all
 * queues: new and open ones, at their channel's weight. One statement of four plain scans, put together here: joined in
 * SQL they cost several times as much on the embedded database.
 */
export async function loadAgents(em: EntityManager, workspaceId: string): Promise<RoutingAgent[]> {
  const [row] = await runStatement<Row>(
    em,
    `select
       (select coalesce(json_agg(json_build_object('id', id, 'presence', presence, 'capacity', capacity,
          'languages', languages, 'lastAssignedMs', (extract(epoch from last_assigned_at) * 1000)::float8)), '[]')
        from agent where workspace_id = $1) as agents,
       (select coalesce(json_agg(json_build_object('agent', agent_id, 'skill', skill_id, 'level', level)), '[]')
        from agent_skill where workspace_id = $1) as skills,
       (select coalesce(json_agg(json_build_object('agent', agent_id, 'team', team_id)), '[]')
        from agent_team where workspace_id = $1) as teams,
       (select coalesce(json_agg(h), '[]') from (
          select t.assignee_id as agent, sum(c.weight)::int as load, count(*)::int as count
          from ticket t join channel c on c.workspace_id = $1 and c.id = t.channel_id
          where t.workspace_id = $1 and t.assignee_id is not null and t.status in ('new', 'open')
          group by t.assignee_id) h) as held`,
    [workspaceId],
  );
  if (!row) return [];
  const skills = Map.groupBy(row.skills, ({ agent }) => agent);
  const teams = Map.groupBy(row.teams, ({ agent }) => agent);
  const held = new Map(row.held.map((one) => [one.agent, one]));
  return row.agents.map(({ id, presence, capacity, languages, lastAssignedMs }) => ({
    agentId: id,
    presence,
    capacity,
    load: held.get(id)?.load ?? 0,
    openTickets: held.get(id)?.count ?? 0,
    skills: Object.fromEntries((skills.get(id) ?? []).map(({ skill, level }) => [skill, level])),
    languages,
    teamIds: (teams.get(id) ?? []).map(({ team }) => team),
    lastAssignedAtMs: lastAssignedMs,
  }));
}
