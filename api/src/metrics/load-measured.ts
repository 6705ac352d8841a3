import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { MetricGroup, TimeBucket } from './metrics.inputs.ts';
import type { Figure } from './ticket-figures.ts';

/** Which tickets are measured, by what they have now. Absent or empty: all. */
export interface MeasuredFilter {
  readonly teamIds: readonly string[];
  readonly agentIds: readonly string[];
  readonly channelIds: readonly string[];
  readonly queueIds: readonly string[];
  readonly category: readonly string[];
}

/** A ticket to be measured, and what it is grouped by; null where it has none. */
export interface MeasuredRow {
  readonly id: string;
  readonly key: string | null;
}

/** So many tickets are read at a time, that memory stays small. */
export const MEASURED_AT_ONCE = 500;

const GROUPS: Readonly<Record<MetricGroup, string>> = {
  team: 't.team_id',
  agent: 't.assignee_id',
  channel: 't.channel_id',
  queue: 't.queue_id',
  category: 't.category',
};

const FILTER = `
  (cardinality($4::uuid[]) = 0 or t.team_id = any($4::uuid[]))
  and (cardinality($5::uuid[]) = 0 or t.assignee_id = any($5::uuid[]))
  and (cardinality($6::uuid[]) = 0 or t.channel_id = any($6::uuid[]))
  and (cardinality($7::uuid[]) = 0 or t.queue_id = any($7::uuid[]))
  and (cardinality($8::text[]) = 0 or t.category = any($8::text[]))`;

/** SQL for tickets that did something in the time, or are not settled. `$2` and `$3` are its ends. */
const IN_TIME = `t.created_at <= $3::timestamptz and (t.status in ('new', 'open', 'pending', 'on-hold')
  or t.updated_at >= $2::timestamptz)`;

function filterValues({ teamIds, agentIds, channelIds, queueIds, category }: MeasuredFilter): unknown[] {
  return [[...teamIds], [...agentIds], [...channelIds], [...queueIds], [...category]];
}

/** How many tickets a measuring would read. */
export async function countMeasured(
  em: EntityManager,
  workspaceId: string,
  from: Date,
  to: Date,
  filter: MeasuredFilter,
): Promise<number> {
  const [row] = await runStatement<{ count: number }>(
    em,
    `select count(*)::int as count from ticket t where t.workspace_id = $1 and ${IN_TIME} and ${FILTER}`,
    [workspaceId, from, to, ...filterValues(filter)],
  );
  return row?.count ?? 0;
}

/** The next tickets to be measured, by id. */
export function loadMeasured(
  em: EntityManager,
  workspaceId: string,
  from: Date,
  to: Date,
  filter: MeasuredFilter,
  groupBy: MetricGroup | null,
  afterId: string,
): Promise<readonly MeasuredRow[]> {
  return runStatement<MeasuredRow>(
    em,
    `select t.id, ${groupBy ? GROUPS[groupBy] : 'null'}::text as key from ticket t
     where t.workspace_id = $1 and ${IN_TIME} and ${FILTER} and t.id > $9::uuid
     order by t.id limit ${MEASURED_AT_ONCE}`,
    [workspaceId, from, to, ...filterValues(filter), afterId],
  );
}

/** Where stretches of time begin, on the workspace's wall clock; the first is the beginning itself. */
export async function loadBucketStarts(
  em: EntityManager,
  workspaceId: string,
  from: Date,
  to: Date,
  bucket: TimeBucket,
): Promise<readonly number[]> {
  const rows = await runStatement<{ at_ms: number }>(
    em,
    `select (extract(epoch from s at time zone w.time_zone) * 1000)::float8 as at_ms
     from workspace w,
       generate_series(date_trunc($4::text, $2::timestamptz at time zone w.time_zone),
                       $3::timestamptz at time zone w.time_zone, ('1 ' || $4::text)::interval) s
     where w.id = $1 order by 1 limit 1001`,
    [workspaceId, from, to, bucket],
  );
  return rows.map(({ at_ms }) => at_ms);
}

/** What is counted beside the tickets' logs: offers, and runs of flows; by the ticket's group. */
export async function loadCountedFigures(
  em: EntityManager,
  workspaceId: string,
  from: Date,
  to: Date,
  filter: MeasuredFilter,
  groupBy: MetricGroup | null,
): Promise<readonly { readonly key: string | null; readonly figure: Figure }[]> {
  const key = groupBy ? GROUPS[groupBy] : 'null';
  const rows = await runStatement<{ key: string | null; metric: string; at_ms: number; count: number }>(
    em,
    `with counted as (
       select ticket_id, 'offersMade' as metric, offered_at as at from offer
       where workspace_id = $1 and offered_at between $2::timestamptz and $3::timestamptz
       union all
       select ticket_id, case state when 'accepted' then 'offersAccepted' when 'declined' then 'offersDeclined'
                                    else 'offersTimedOut' end, ended_at from offer
       where workspace_id = $1 and ended_at between $2::timestamptz and $3::timestamptz
         and state in ('accepted', 'declined', 'timedOut')
       union all
       select ticket_id, 'flowRuns', at from run
       where workspace_id = $1 and acted and at between $2::timestamptz and $3::timestamptz
       union all
       select ticket_id, 'flowFailures', at from run
       where workspace_id = $1 and outcome = 'failed' and at between $2::timestamptz and $3::timestamptz)
     select ${key}::text as key, n.metric, (extract(epoch from n.at) * 1000)::float8 as at_ms, count(*)::int as count
     from counted n join ticket t on t.workspace_id = $1 and t.id = n.ticket_id
     where ${FILTER} group by 1, 2, 3`,
    [workspaceId, from, to, ...filterValues(filter)],
  );
  return rows.map(({ key: of, metric, at_ms, count }) => ({ key: of, figure: { metric, atMs: at_ms, count } }));
}
