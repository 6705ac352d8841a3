import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

/** How many events of a kind fell into a minute, for a queue. */
export interface EventCount {
  readonly type: 'created' | 'queued' | 'assigned' | 'solved';
  readonly queueId: string | null;
  /** Minutes since 1970 UTC. */
  readonly minute: number;
  readonly count: number;
}

/** How many minutes a board looks back, the present one included. */
export const BOARD_MINUTES = 60;
const MINUTE_MS = 60_000;
/** Minutes that are over for longer than this get no more events, but for imports of recent logs. */
const SETTLED_MINUTES = 1;

const COUNT = `
  select type, queue_id as "queueId", floor(extract(epoch from at) / 60)::int as minute, count(*)::int as count
  from ticket_event
  where workspace_id = $1 and type in ('created', 'queued', 'solved') and at >= $2::timestamptz
  group by 1, 2, 3
  union all
  select 'assigned', queue_id, floor(extract(epoch from at) / 60)::int, count(*)::int
  from ticket_event
  where workspace_id = $1 and type = 'assigned' and at >= $2::timestamptz
    and data #>> '{ticket.assignee,to}' is not null
  group by 1, 2, 3`;

/**
 * Counts the log's events of the last hour by minute, type and queue. What minutes that are over came to is remembered
 * for a minute, so that a busy board reads the last two minutes only.
 */
export class EventCounts {
  #settled: readonly EventCount[] = [];
  /** Minute up to which, itself excluded, `#settled` holds; and the minute it was read in. */
  #settledTo = 0;
  #readIn = -1;

  async load(em: EntityManager, workspaceId: string, nowMs: number): Promise<EventCount[]> {
    const minute = Math.floor(nowMs / MINUTE_MS);
    const first = minute - BOARD_MINUTES + 1;
    const isFresh = this.#readIn === minute;
    const from = isFresh ? this.#settledTo : first;
    const since = new Date(from * MINUTE_MS).toISOString();
    const recent = await runStatement<EventCount>(em, COUNT, [workspaceId, since]);
    const kept = isFresh ? this.#settled : [];
    if (!isFresh) {
      this.#readIn = minute;
      this.#settledTo = minute - SETTLED_MINUTES;
      this.#settled = recent.filter((row) => row.minute < this.#settledTo);
    }
    return [...kept, ...recent].filter((row) => row.minute >= first && row.minute <= minute);
  }
}
