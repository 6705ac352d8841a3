import type { Presence, RoutingAgent } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

interface Row {
  readonly id: string;
  readonly presence: Presence;
  readonly capacity: number;
  readonly languages: string[];
  readonly last_assigned_ms: number | null;
  readonly load: number;
  readonly open_tickets: number;
  readonly skills: Record<string, number> | null;
  readonly team_ids: string[] | null;
}

/**
 * Every agent of the workspace as the engine's routing sees them. Load is computed from the tickets they hold, over all
 * queues: new and open ones, at their channel's weight.
 */
export async function loadAgents(em: EntityManager, workspaceId: string): Promise<RoutingAgent[]> {
  const rows = await runStatement<Row>(
    em,
    `select a.id, a.presence, a.capacity, a.languages, s.skills, m.team_ids,
            (extract(epoch from a.last_assigned_at) * 1000)::float8 as last_assigned_ms,
            coalesce(h.load, 0)::int as load, coalesce(h.open_tickets, 0)::int as open_tickets
     from agent a
     left join (select t.assignee_id, sum(c.weight) as load, count(*) as open_tickets
                from ticket t join channel c on c.workspace_id = $1 and c.id = t.channel_id
                where t.workspace_id = $1 and t.assignee_id is not null and t.status in ('new', 'open')
                group by t.assignee_id) h on h.assignee_id = a.id
     left join (select agent_id, json_object_agg(skill_id, level) as skills
                from agent_skill where workspace_id = $1 group by agent_id) s on s.agent_id = a.id
     left join (select agent_id, json_agg(team_id) as team_ids
                from agent_team where workspace_id = $1 group by agent_id) m on m.agent_id = a.id
     where a.workspace_id = $1`,
    [workspaceId],
  );
  return rows.map((row) => ({
    agentId: row.id,
    presence: row.presence,
    capacity: row.capacity,
    load: row.load,
    openTickets: row.open_tickets,
    skills: row.skills ?? {},
    languages: row.languages,
    teamIds: row.team_ids ?? [],
    lastAssignedAtMs: row.last_assigned_ms,
  }));
}
