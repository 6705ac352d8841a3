import type { Presence } from '@alur/engine';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { waitStateSql } from '../queues/wait-state.ts';
import { BOARD_MINUTES, type EventCount, EventCounts } from './count-events.ts';

/** A queue as the board shows it. */
export interface QueueFigures {
  readonly queueId: string;
  readonly waiting: number;
  readonly inProgress: number;
  readonly longestWaitingSince: Date | null;
  readonly atRisk: number;
  readonly breached: number;
  readonly arrivals: number;
  readonly assigned: number;
}

/** An agent as the board shows them. */
export interface AgentFigures {
  readonly agentId: string;
  readonly presence: Presence;
  readonly load: number;
  readonly capacity: number;
  readonly openTickets: number;
  readonly idleSince: Date | null;
}

/** One minute of a board's hour. */
export interface Arrivals {
  readonly at: Date;
  readonly arrived: number;
  readonly assigned: number;
  readonly solved: number;
}

/** Everything of a board that the database knows. */
export interface Board {
  readonly at: Date;
  readonly queues: readonly QueueFigures[];
  readonly agents: readonly AgentFigures[];
  readonly arrivals: readonly Arrivals[];
  readonly unassigned: number;
  readonly open: number;
}

const WAITING = `
  select q.id as "queueId", coalesce(w.waiting, 0) as waiting, w.since_ms as "sinceMs",
         coalesce(w.at_risk, 0) as "atRisk", coalesce(w.breached, 0) as breached
  from queue q
  left join (
    select queue_id, count(*)::int as waiting, (extract(epoch from min(queued_at)) * 1000)::float8 as since_ms,
           count(*) filter (where state = 'atRisk')::int as at_risk,
           count(*) filter (where state = 'breached')::int as breached
    from (
      select e.queue_id, e.queued_at, ${waitStateSql('$2::timestamptz')} as state
      from queue_entry e join queue q on q.workspace_id = e.workspace_id and q.id = e.queue_id
      where e.workspace_id = $1
    ) entry
    group by queue_id
  ) w on w.queue_id = q.id
  where q.workspace_id = $1
  order by q.position, q.name`;

const HELD = `
  select t.queue_id as "queueId", t.assignee_id as "agentId", sum(c.weight * t.count)::int as load,
         sum(t.count)::int as count
  from (
    select queue_id, assignee_id, channel_id, count(*) from ticket
    where workspace_id = $1 and status in ('new', 'open')
    group by queue_id, assignee_id, channel_id
  ) t
  join channel c on c.workspace_id = $1 and c.id = t.channel_id
  group by 1, 2`;

const AGENTS = `
  select a.id as "agentId", a.presence, a.capacity,
         (extract(epoch from greatest(a.presence_since, (
           select max(t.solved_at) from ticket t
           where t.workspace_id = $1 and t.assignee_id = a.id and t.solved_at is not null))) * 1000)::float8 as "freeSinceMs"
  from agent a
  where a.workspace_id = $1
  order by a.name`;

interface WaitingRow {
  readonly queueId: string;
  readonly waiting: number;
  readonly sinceMs: number | null;
  readonly atRisk: number;
  readonly breached: number;
}

interface HeldRow {
  readonly queueId: string | null;
  readonly agentId: string | null;
  readonly load: number;
  readonly count: number;
}

interface AgentRow {
  readonly agentId: string;
  readonly presence: Presence;
  readonly capacity: number;
  readonly freeSinceMs: number;
}

/**
 * Reads boards: four statements each, whatever the number of tickets, all of them over indexes of what is open or
 * recent. Those who ask while a reading of the same workspace waits to begin share it.
 */
export class Boards {
  readonly #app: Pick<App, 'database' | 'clock'>;
  readonly #events = new Map<string, EventCounts>();
  readonly #waiting = new Map<string, Promise<Board>>();

  constructor(app: Pick<App, 'database' | 'clock'>) {
    this.#app = app;
  }

  load(workspaceId: string): Promise<Board> {
    const waiting = this.#waiting.get(workspaceId);
    if (waiting) return waiting;
    const board = this.#app.database.inWorkspace(workspaceId, (em) => {
      // From here on the reading sees a moment of its own: who asks later must get a later one.
      this.#waiting.delete(workspaceId);
      return this.#read(em, workspaceId);
    });
    this.#waiting.set(workspaceId, board);
    board.catch(() => this.#waiting.delete(workspaceId));
    return board;
  }

  async #read(em: EntityManager, workspaceId: string): Promise<Board> {
    const at = new Date(this.#app.clock.nowMs());
    const counts = this.#events.get(workspaceId) ?? new EventCounts();
    this.#events.set(workspaceId, counts);
    const waiting = await runStatement<WaitingRow>(em, WAITING, [workspaceId, at.toISOString()]);
    const held = await runStatement<HeldRow>(em, HELD, [workspaceId]);
    const agents = await runStatement<AgentRow>(em, AGENTS, [workspaceId]);
    const events = await counts.load(em, workspaceId, at.getTime());
    const heldIn = Map.groupBy(held, ({ queueId }) => queueId);
    const eventsOf = Map.groupBy(events, ({ queueId }) => queueId);
    return {
      at,
      queues: waiting.map((row) => queueFigures(row, heldIn.get(row.queueId) ?? [], eventsOf.get(row.queueId) ?? [])),
      agents: agentFigures(agents, held),
      arrivals: arrivalsOf(events, at),
      unassigned: total(held.filter(({ agentId }) => agentId === null)),
      open: total(held),
    };
  }
}

function queueFigures(row: WaitingRow, held: readonly HeldRow[], events: readonly EventCount[]): QueueFigures {
  const { queueId, waiting, sinceMs, atRisk, breached } = row;
  return {
    queueId,
    waiting,
    inProgress: total(held.filter(({ agentId }) => agentId !== null)),
    longestWaitingSince: sinceMs === null ? null : new Date(sinceMs),
    atRisk,
    breached,
    arrivals: total(events.filter(({ type }) => type === 'queued')),
    assigned: total(events.filter(({ type }) => type === 'assigned')),
  };
}

function agentFigures(agents: readonly AgentRow[], held: readonly HeldRow[]): AgentFigures[] {
  const byAgent = Map.groupBy(held, ({ agentId }) => agentId);
  return agents.map(({ agentId, presence, capacity, freeSinceMs }) => {
    const own = byAgent.get(agentId) ?? [];
    const openTickets = total(own);
    const isIdle = presence === 'online' && openTickets === 0;
    return {
      agentId,
      presence,
      capacity,
      load: own.reduce((sum, { load }) => sum + load, 0),
      openTickets,
      idleSince: isIdle ? new Date(freeSinceMs) : null,
    };
  });
}

function arrivalsOf(events: readonly EventCount[], at: Date): Arrivals[] {
  const last = Math.floor(at.getTime() / 60_000);
  const byMinute = Map.groupBy(events, ({ minute }) => minute);
  return Array.from({ length: BOARD_MINUTES }, (_, index) => {
    const minute = last - BOARD_MINUTES + 1 + index;
    const own = byMinute.get(minute) ?? [];
    const count = (type: EventCount['type']) => total(own.filter((event) => event.type === type));
    return {
      at: new Date(minute * 60_000),
      arrived: count('created'),
      assigned: count('assigned'),
      solved: count('solved'),
    };
  });
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
