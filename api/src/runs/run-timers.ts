import type { Logger } from 'pino';
import type { Clock } from '../app.ts';
import type { Database, EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { Programs } from '../flows/programs.ts';
import type { Notices } from '../live/notices.ts';
import { fireTicket, settleWake } from './fire-due.ts';
import { countStart, type DueTicket, findDue, MOST_STARTS, putAside } from './timer-attempts.ts';

/** How long it sleeps at the most, in milliseconds: what another process wrote is then found. */
const LONGEST_SLEEP_MS = 30_000;
/** Tickets that are looked for at once. */
const BATCH = 100;
/** A workspace that could not be looked at is looked at again after this, in milliseconds at the least. */
const RETRY_MS = 1_000;

export interface RunTimerParts {
  readonly database: Database;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly programs: Programs;
  readonly log: Logger;
  /** Called after each commit that may have queued tickets, and when rungs or offers may be due. */
  readonly onQueued: (workspaceId: string) => void;
}

/**
 * Wakes runs whose wait is over and fires time triggers, one transaction per ticket. `asleep` (until the next instant
 * anything is due, in any workspace) -> `firing` until nothing is due -> `asleep`. What came due while nobody ran is fired
 * once, at the start.
 */
export class RunTimers {
  readonly #parts: RunTimerParts;
  readonly #unsubscribe: () => void;
  #timer: { readonly handle: NodeJS.Timeout; readonly atMs: number } | null = null;
  #firing: Promise<void> | null = null;
  #isStarted = false;
  #isClosed = false;

  constructor(parts: RunTimerParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.notices.subscribe(({ about, dueAtMs }) => {
      if (about === 'timers' && dueAtMs !== undefined) this.#sleepUntil(dueAtMs);
    });
  }

  /** Fires what is late, and from then on everything when it is due. Never rejects: a failure is logged. */
  async start(): Promise<void> {
    this.#isStarted = true;
    await this.fire();
  }

  /** Fires everything that is due now; resolves when nothing is. */
  fire(): Promise<void> {
    this.#firing ??= this.#fireAll().finally(() => {
      this.#firing = null;
    });
    return this.#firing;
  }

  /** Ends the timer and waits for what is being fired. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unsubscribe();
    if (this.#timer) clearTimeout(this.#timer.handle);
    await this.#firing;
  }

  #sleepUntil(atMs: number): void {
    if (!this.#isStarted || this.#isClosed || (this.#timer && this.#timer.atMs <= atMs)) return;
    if (this.#timer) clearTimeout(this.#timer.handle);
    const sleepMs = Math.min(Math.max(0, atMs - this.#parts.clock.nowMs()), LONGEST_SLEEP_MS);
    const handle = setTimeout(() => {
      this.#timer = null;
      void this.fire();
    }, sleepMs).unref();
    this.#timer = { handle, atMs };
  }

  async #fireAll(): Promise<void> {
    const { clock, log } = this.#parts;
    let nextAtMs = clock.nowMs() + LONGEST_SLEEP_MS;
    try {
      let isDone = true;
      for (const workspaceId of await this.#dueWorkspaces())
        isDone = (await this.#fireWorkspace(workspaceId)) && isDone;
      nextAtMs = Math.min(nextAtMs, (await this.#nextDueAtMs()) ?? nextAtMs);
      if (!isDone) nextAtMs = Math.max(nextAtMs, clock.nowMs() + RETRY_MS);
    } catch (error) {
      log.error({ err: error }, 'What is due could not be looked for; it is tried again');
    }
    this.#sleepUntil(nextAtMs);
  }

  async #dueWorkspaces(): Promise<string[]> {
    const { database, clock } = this.#parts;
    const rows = await database.inDirectory((em) =>
      runStatement<{ workspace_id: string }>(
        em,
        'select workspace_id from workspace_wake where due_at <= $1 order by due_at',
        [new Date(clock.nowMs())],
      ),
    );
    return rows.map(({ workspace_id }) => workspace_id);
  }

  async #nextDueAtMs(): Promise<number | null> {
    const [row] = await this.#parts.database.inDirectory((em) =>
      runStatement<{ due_at_ms: number | null }>(
        em,
        'select (extract(epoch from min(due_at)) * 1000)::float8 as due_at_ms from workspace_wake',
        [],
      ),
    );
    return row?.due_at_ms ?? null;
  }

  /** @returns whether it was done; a failure is logged. */
  async #fireWorkspace(workspaceId: string): Promise<boolean> {
    const { log, onQueued } = this.#parts;
    try {
      let taken = await this.#take(workspaceId);
      while (taken.due.length > 0 && !this.#isClosed) {
        for (const ticket of taken.due) await this.#fireTicket(workspaceId, ticket);
        taken = await this.#take(workspaceId);
      }
      onQueued(workspaceId);
      const { askedAt } = taken;
      await this.#at(workspaceId, (em) => settleWake(em, workspaceId, askedAt));
      return true;
    } catch (error) {
      log.error({ err: error, workspaceId }, 'What is due in a workspace could not be fired; it is tried again');
      return false;
    }
  }

  /** Starts of tickets that have not failed are counted together, those of others one by one, right before each. */
  #take(workspaceId: string): Promise<{ readonly due: readonly DueTicket[]; readonly askedAt: Date }> {
    return this.#at(workspaceId, async (em, now) => {
      const due = await findDue(em, workspaceId, BATCH, now);
      const fresh = due.flatMap(({ ticketId, starts }) => (starts === 0 ? [ticketId] : []));
      if (fresh.length > 0) await countStart(em, workspaceId, fresh, now);
      return { due, askedAt: now };
    });
  }

  async #fireTicket(workspaceId: string, { ticketId, starts }: DueTicket): Promise<void> {
    const { log, programs, notices, onQueued } = this.#parts;
    try {
      if (starts > 0) await this.#at(workspaceId, (em, now) => countStart(em, workspaceId, [ticketId], now));
      await this.#at(workspaceId, (em, now) =>
        starts < MOST_STARTS
          ? fireTicket(em, workspaceId, programs, ticketId, now)
          : putAside(em, workspaceId, ticketId, now),
      );
      if (starts >= MOST_STARTS) log.error({ workspaceId, ticketId }, 'What was due for a ticket was put aside');
      notices.publish({ workspaceId, about: 'tickets', ids: [ticketId] });
      onQueued(workspaceId);
    } catch (error) {
      log.error({ err: error, workspaceId, ticketId }, 'What was due for a ticket failed; it is tried again');
    }
  }

  /** One transaction, at the instant that is known once it has begun: in a server, that of the database. */
  #at<T>(workspaceId: string, work: (em: EntityManager, now: Date) => Promise<T>): Promise<T> {
    const { database, clock } = this.#parts;
    return database.inWorkspace(workspaceId, (em) => work(em, new Date(clock.nowMs())));
  }
}
