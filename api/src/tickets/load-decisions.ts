import type { AssignmentExplanation, Consideration, Run } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { loadWaitingTickets, type Waiting } from '../queues/load-waiting.ts';
import { ASSIGNMENTS, EVENTS, OFFERS, RUNS } from '../runs/row-sets.ts';
import type { EventRow, OfferRow, RunRow } from '../runs/rows.ts';
import { loadWaitingNow, type WaitingNow } from '../runs/waiting-run-loaders.ts';

/** The newest of each kind that are read for one ticket. */
const NEWEST = 20;

/** What flows made of one event, newest first. */
export interface StoredTrace {
  readonly ticketId: string;
  readonly considerations: readonly Consideration[];
  /** False where only flows that acted are told. */
  readonly isComplete: boolean;
  readonly at: Date;
  /** In the order they ran: a consideration's `runIndex` counts here. */
  readonly runs: readonly (RunRow & { readonly steps: Run['steps'] })[];
}

/** Everything that was decided about some tickets. */
export interface Decisions {
  readonly traces: readonly StoredTrace[];
  readonly assignments: readonly {
    readonly ticketId: string;
    readonly agentId: string;
    readonly queueId: string;
    readonly explanation: AssignmentExplanation;
    readonly at: Date;
  }[];
  /** Assignments, transfers and escalations by people, moves on the ladder, and tickets taken from who has left. */
  readonly events: readonly EventRow[];
  /** Tickets in line, as the dispatcher sees them. */
  readonly waits: readonly Waiting[];
  /** What was held out to agents, newest first. */
  readonly offers: readonly OfferRow[];
  readonly waitingRuns: readonly WaitingNow[];
  /** Names and numbers of the versions that were considered, by version id. */
  readonly titles: ReadonlyMap<string, { readonly flowName: string; readonly versionNumber: number }>;
}

/** Loads what was decided about tickets, in a fixed number of statements. */
export async function loadDecisions(
  em: EntityManager,
  workspaceId: string,
  ticketIds: readonly string[],
  nowMs: number,
): Promise<Decisions> {
  const ids = [...ticketIds];
  const traces = await loadTraces(em, workspaceId, ids);
  const assignments = await newestOf(
    em,
    workspaceId,
    ids,
    'assignment',
    ASSIGNMENTS.json('t'),
    't.at desc, t.id desc',
    'true',
  );
  const offers = await newestOf(
    em,
    workspaceId,
    ids,
    'offer',
    OFFERS.json('t'),
    't.offered_at desc, t.id desc',
    'true',
  );
  const events = await newestOf(
    em,
    workspaceId,
    ids,
    'ticket_event',
    EVENTS.json('t'),
    't.sequence desc',
    `((t.type in ('assigned', 'unassigned') and t.actor_kind not in ('dispatcher', 'flow'))
      or (t.type = 'queued' and t.data->>'reason' = 'fallback')
      or (t.type = 'unassigned' and t.actor_kind = 'dispatcher')
      or t.type = 'laddered' or (t.type in ('transferred', 'escalated') and t.actor_kind <> 'flow'))`,
  );
  const versionIds = new Set(traces.flatMap(({ considerations }) => considerations.map(({ versionId }) => versionId)));
  return {
    traces,
    assignments: assignments.map((row) => ASSIGNMENTS.read(row)),
    events: events.map((row) => EVENTS.read(row)),
    waits: await loadWaitingTickets(em, workspaceId, ids, nowMs),
    offers: offers.map((row) => OFFERS.read(row)),
    waitingRuns: await loadWaitingNow(em, workspaceId, ids),
    titles: await loadTitles(em, workspaceId, [...versionIds]),
  };
}

async function newestOf(
  em: EntityManager,
  workspaceId: string,
  ids: readonly string[],
  table: 'assignment' | 'offer' | 'ticket_event' | 'trace',
  json: string,
  order: string,
  where: string,
): Promise<unknown[]> {
  const rows = await runStatement<{ row: unknown }>(
    em,
    `select l.row from unnest($2::uuid[]) as k(id) cross join lateral (
       select ${json} as row from ${table} t where t.workspace_id = $1 and t.ticket_id = k.id and ${where}
       order by ${order} limit ${NEWEST}) l`,
    [workspaceId, ids],
  );
  return rows.map(({ row }) => row);
}

async function loadTraces(em: EntityManager, workspaceId: string, ids: readonly string[]): Promise<StoredTrace[]> {
  const json = `json_build_object('id', t.id, 'ticketId', t.ticket_id, 'considerations', t.considerations,
    'isComplete', t.is_complete, 'at', t.at)`;
  const rows = await newestOf(em, workspaceId, ids, 'trace', json, 't.at desc, t.id desc', 'true');
  const traces = rows as {
    id: string;
    ticketId: string;
    considerations: Consideration[];
    isComplete: boolean;
    at: string;
  }[];
  const runs = await runStatement<{ row: unknown }>(
    em,
    `select ${RUNS.json('r')} as row from run r
     where r.workspace_id = $1 and r.ticket_id = any($2::uuid[]) and r.trace_id = any($3::uuid[]) order by r.id`,
    [workspaceId, ids, traces.map(({ id }) => id)],
  );
  const byTrace = Map.groupBy(
    runs.map(({ row }) => RUNS.read(row)),
    ({ traceId }) => traceId,
  );
  return traces.map(({ id, at, ...trace }) => ({ ...trace, at: new Date(at), runs: byTrace.get(id) ?? [] }));
}

async function loadTitles(em: EntityManager, workspaceId: string, versionIds: readonly string[]) {
  const rows = await runStatement<{ id: string; name: string; number: number }>(
    em,
    `select v.id, f.name, v.number from flow_version v join flow f on f.workspace_id = $1 and f.id = v.flow_id
     where v.workspace_id = $1 and v.id = any($2::uuid[])`,
    [workspaceId, versionIds],
  );
  return new Map(rows.map(({ id, name, number }) => [id, { flowName: name, versionNumber: number }]));
}
