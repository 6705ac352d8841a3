import type { Logger } from 'pino';
import type { Clock } from '../app.ts';
import type { Database } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { Programs } from '../flows/programs.ts';
import type { Notices } from '../live/notices.ts';
import { findDue, fireTicket, settleWake } from './fire-due.ts';

/** How long it sleeps at the most, in milliseconds: what another process wrote is then found. */
const LONGEST_SLEEP_MS = 30_000;
/** Tickets that are looked for at once. */
const BATCH = 100;
/** A ticket that could not be handled is tried again after this, in milliseconds. */
const RETRY_MS = 60_000;

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
  /** Tickets that failed, and when each is tried again. */
  readonly #failed = new Map<string, number>();
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
      for (const workspaceId of await this.#dueWorkspaces()) await this.#fireWorkspace(workspaceId);
      nextAtMs = Math.min(nextAtMs, (await this.#nextDueAtMs()) ?? nextAtMs);
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

  async #fireWorkspace(workspaceId: string): Promise<void> {
    const { database, clock, log } = this.#parts;
    try {
      let due: readonly string[] = [];
      do {
        const now = new Date(clock.nowMs());
        due = await database.inWorkspace(workspaceId, (em) =>
          findDue(em, workspaceId, this.#leftAlone(now.getTime()), BATCH, now),
        );
        for (const ticketId of due) await this.#fireTicket(workspaceId, ticketId);
      } while (due.length > 0 && !this.#isClosed);
      const now = new Date(clock.nowMs());
      this.#parts.onQueued(workspaceId);
      const retryAt = this.#failed.size > 0 ? new Date(now.getTime() + RETRY_MS) : null;
      await database.inWorkspace(workspaceId, (em) => settleWake(em, workspaceId, now, retryAt));
    } catch (error) {
      log.error({ err: error, workspaceId }, 'What is due in a workspace could not be fired; it is tried again');
    }
  }

  async #fireTicket(workspaceId: string, ticketId: string): Promise<void> {
    const { database, clock, log, programs, notices, onQueued } = this.#parts;
    const now = new Date(clock.nowMs());
    try {
      await database.inWorkspace(workspaceId, (em) => fireTicket(em, workspaceId, programs, ticketId, now));
      this.#failed.delete(ticketId);
      notices.publish({ workspaceId, about: 'tickets', ids: [ticketId] });
      onQueued(workspaceId);
    } catch (error) {
      this.#failed.set(ticketId, now.getTime() + RETRY_MS);
      log.error(
        { err: error, workspaceId, ticketId },
        'What was due for a ticket failed; it is tried again in a minute',
      );
    }
  }

  #leftAlone(nowMs: number): string[] {
    return [...this.#failed].flatMap(([ticketId, retryAtMs]) => (retryAtMs > nowMs ? [ticketId] : []));
  }
}
