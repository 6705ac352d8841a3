import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { MeasuredFilter } from './load-measured.ts';
import type { MetricGroup } from './metrics.inputs.ts';
import type { Figure } from './ticket-figures.ts';

interface Row {
  readonly agent_id: string;
  readonly team_ids: readonly string[] | null;
  /** When the agent could take tickets: instants in milliseconds, the end open where it lasts. */
  readonly present: readonly { readonly fromMs: number; readonly toMs: number | null }[] | null;
  /** When they had a ticket to work on. */
  readonly holding: readonly { readonly fromMs: number; readonly toMs: number | null }[] | null;
}

/** A stretch of time, milliseconds since 1970 UTC. */
interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * How busy agents were: while present, with at least one ticket that is new or in progress, or without. Grouped by agent
 * or team; by anything else the agents stand in one row without a key.
 */
export async function loadOccupancy(
  em: EntityManager,
  workspaceId: string,
  from: Date,
  to: Date,
  { agentIds, teamIds }: MeasuredFilter,
  groupBy: MetricGroup | null,
): Promise<readonly { readonly key: string | null; readonly figure: Figure }[]> {
  const rows = await runStatement<Row>(
    em,
    `with presence as (
       select agent_id, presence, at, lead(at) over (partition by agent_id order by at, id) as until
       from agent_presence where workspace_id = $1 and at <= $3::timestamptz
     ), changed as (
       select ticket_id, sequence, at,
              case when data ? 'ticket.assignee' then data->'ticket.assignee'->>'to' end as agent_id,
              data ? 'ticket.assignee' as is_handed,
              case when data ? 'ticket.status' then data->'ticket.status'->>'to' end as status
       from ticket_event
       where workspace_id = $1 and at <= $3::timestamptz and (data ? 'ticket.assignee' or data ? 'ticket.status')
     ), numbered as (
       select *, count(*) filter (where is_handed) over w as handed, count(status) over w as moved
       from changed window w as (partition by ticket_id order by sequence)
     ), held as (
       select ticket_id, at, lead(at) over (partition by ticket_id order by sequence) as until,
              max(agent_id) over (partition by ticket_id, handed) as agent_id,
              coalesce(max(status) over (partition by ticket_id, moved), 'new') as status
       from numbered
     )
     select a.id as agent_id,
       (select json_agg(team_id) from agent_team m where m.workspace_id = $1 and m.agent_id = a.id) as team_ids,
       (select json_agg(json_build_object('fromMs', (extract(epoch from greatest(at, $2)) * 1000)::float8,
                                          'toMs', (extract(epoch from until) * 1000)::float8) order by at)
        from presence p where p.agent_id = a.id and p.presence = 'online'
          and coalesce(until, $3) > $2::timestamptz) as present,
       (select json_agg(json_build_object('fromMs', (extract(epoch from greatest(at, $2)) * 1000)::float8,
                                          'toMs', (extract(epoch from until) * 1000)::float8) order by at)
        from held h where h.agent_id = a.id::text and h.status in ('new', 'open')
          and coalesce(until, $3) > $2::timestamptz) as holding
     from agent a
     where a.workspace_id = $1 and (cardinality($4::uuid[]) = 0 or a.id = any($4::uuid[]))
       and (cardinality($5::uuid[]) = 0 or exists (
         select from agent_team m where m.workspace_id = $1 and m.agent_id = a.id and m.team_id = any($5::uuid[])))`,
    [workspaceId, from, to, [...agentIds], [...teamIds]],
  );
  const endMs = to.getTime();
  return rows.flatMap((row) => {
    const present = closed(row.present, endMs);
    const busyMs = overlap(present, union(closed(row.holding, endMs)));
    const presentMs = present.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    if (presentMs <= 0) return [];
    const figure: Figure = { metric: 'occupancy', atMs: endMs, partMs: busyMs, wholeMs: presentMs };
    return keysOf(row, groupBy).map((key) => ({ key, figure }));
  });
}

function keysOf({ agent_id, team_ids }: Row, groupBy: MetricGroup | null): readonly (string | null)[] {
  if (groupBy === 'agent') return [agent_id];
  return groupBy === 'team' ? (team_ids ?? [null]) : [null];
}

function closed(stretches: Row['present'], endMs: number): readonly Stretch[] {
  return (stretches ?? []).flatMap(({ fromMs, toMs }) => {
    const until = Math.min(toMs ?? endMs, endMs);
    return until > fromMs ? [{ fromMs, toMs: until }] : [];
  });
}

/** Stretches in order as stretches that do not touch. */
function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && stretch.fromMs <= last.toMs)
      joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, stretch.toMs) };
    else joined.push(stretch);
  }
  return joined;
}

/** How long both hold. */
function overlap(a: readonly Stretch[], b: readonly Stretch[]): number {
  let total = 0;
  for (const one of a)
    for (const other of b) total += Math.max(0, Math.min(one.toMs, other.toMs) - Math.max(one.fromMs, other.fromMs));
  return total;
}
