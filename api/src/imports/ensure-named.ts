import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { INCIDENT_CUSTOM_FIELDS } from '../incidents/incident-to-intake.ts';

/** Ids by name. */
export type IdsByName = ReadonlyMap<string, string>;

/** What an import's tickets refer to. */
export interface Named {
  readonly teams: IdsByName;
  /** Queues of the teams' names. */
  readonly queues: IdsByName;
  readonly agents: IdsByName;
  /** True if something was made. */
  readonly isChanged: boolean;
}

const TEAMS = `
  insert into team (workspace_id, id, name)
  select $1::uuid, gen_random_uuid(), name from unnest($2::text[]) name
  on conflict (workspace_id, name) do nothing`;
const QUEUES = `
  insert into queue (workspace_id, id, name, position)
  select $1::uuid, gen_random_uuid(), name,
         (select coalesce(max(position), -1) from queue where workspace_id = $1)::int + (row_number() over (order by name))::int
  from unnest($2::text[]) name
  on conflict (workspace_id, name) do nothing`;
const AGENTS = `
  insert into agent (workspace_id, id, name)
  select $1::uuid, gen_random_uuid(), name from unnest($2::text[]) name
  on conflict (workspace_id, name) do nothing`;
const MEMBERS = `
  insert into agent_team (workspace_id, agent_id, team_id)
  select distinct $1::uuid, a.id, t.id
  from json_to_recordset($2::json) as m(agent text, team text)
  join agent a on a.workspace_id = $1 and a.name = m.agent
  join team t on t.workspace_id = $1 and t.name = m.team
  on conflict do nothing`;

/**
 * Finds or makes teams (each with a queue of its name) and agents, offline, as members of the teams they were seen in.
 * Names that exist are left as they are.
 */
export async function ensureNamed(
  em: EntityManager,
  workspaceId: string,
  names: {
    readonly teams: readonly string[];
    readonly agents: readonly string[];
    readonly members: readonly { readonly agent: string; readonly team: string }[];
  },
): Promise<Named> {
  const { teams, agents, members } = names;
  const before = await findNamed(em, workspaceId, teams, agents);
  const missing = (wanted: readonly string[], known: IdsByName) => wanted.filter((name) => !known.has(name));
  const newTeams = missing(teams, before.teams);
  const newQueues = missing(teams, before.queues);
  const newAgents = missing(agents, before.agents);
  if (newTeams.length > 0) await runStatement(em, TEAMS, [workspaceId, newTeams]);
  if (newQueues.length > 0) await runStatement(em, QUEUES, [workspaceId, newQueues]);
  if (newAgents.length > 0) await runStatement(em, AGENTS, [workspaceId, newAgents]);
  if (members.length > 0) await runStatement(em, MEMBERS, [workspaceId, JSON.stringify(members)]);
  if (newTeams.length + newQueues.length + newAgents.length === 0) return { ...before, isChanged: false };
  return { ...(await findNamed(em, workspaceId, teams, agents)), isChanged: true };
}

async function findNamed(
  em: EntityManager,
  workspaceId: string,
  teams: readonly string[],
  agents: readonly string[],
): Promise<Omit<Named, 'isChanged'>> {
  const rows = await runStatement<{ kind: 'team' | 'queue' | 'agent'; name: string; id: string }>(
    em,
    `select 'team' as kind, name, id from team where workspace_id = $1 and name = any($2::text[])
     union all select 'queue', name, id from queue where workspace_id = $1 and name = any($2::text[])
     union all select 'agent', name, id from agent where workspace_id = $1 and name = any($3::text[])`,
    [workspaceId, [...teams], [...agents]],
  );
  const idsOf = (kind: string) => new Map(rows.filter((row) => row.kind === kind).map(({ name, id }) => [name, id]));
  return { teams: idsOf('team'), queues: idsOf('queue'), agents: idsOf('agent') };
}

/** The channel imported tickets came by, made if it doesn't exist. @returns its id and weight */
export async function ensureChannel(
  em: EntityManager,
  workspaceId: string,
  name: string,
): Promise<{ readonly id: string; readonly type: string; readonly weight: number }> {
  await runStatement(
    em,
    `insert into channel (workspace_id, id, name, type) values ($1, gen_random_uuid(), $2, 'import')
     on conflict (workspace_id, name) do nothing`,
    [workspaceId, name],
  );
  const [channel] = await runStatement<{ id: string; type: string; weight: number }>(
    em,
    'select id, type, weight from channel where workspace_id = $1 and name = $2',
    [workspaceId, name],
  );
  if (!channel) throw new Error(`The channel ${name} was neither found nor made`);
  return channel;
}

/** Makes the custom fields an incident log needs; those that exist are left as they are. */
export async function ensureIncidentFields(em: EntityManager, workspaceId: string): Promise<void> {
  await runStatement(
    em,
    `insert into custom_field (workspace_id, id, key, label, type)
     select $1::uuid, gen_random_uuid(), f.key, f.label, f.type
     from json_to_recordset($2::json) as f(key text, label text, type text)
     on conflict (workspace_id, key) do nothing`,
    [workspaceId, JSON.stringify(INCIDENT_CUSTOM_FIELDS)],
  );
}
