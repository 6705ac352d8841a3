import type { Clock } from '../app.ts';
import type { Database } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import type { Notices } from '../live/notices.ts';
import { Refusal } from '../server/refusal.ts';
import { type Acceptance, acceptBatch } from './accept-batch.ts';
import { checkIntake } from './check-intake.ts';
import type { Accepted, Intake } from './intake.ts';

/** The most tickets of one transaction. */
export const BATCH_LIMIT = 100;

/** What the acceptor works with. */
export interface AcceptorParts {
  readonly database: Database;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly programs: Programs;
  /** Called after each commit that made tickets. */
  readonly onQueued: (workspaceId: string) => void;
}

interface Waiting {
  readonly intake: Intake;
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (reason: unknown) => void;
}

interface Line {
  waiting: Waiting[];
  isMoving: boolean;
}

/**
 * Accepts arriving tickets. Those of one workspace that arrive while a transaction is under way share the next one, at
 * most `BATCH_LIMIT` at a time: a lone ticket never waits, and under load many commit at once. Each caller is answered
 * after the commit that holds its ticket.
 */
export class Acceptor {
  readonly #parts: AcceptorParts;
  readonly #lines = new Map<string, Line>();

  constructor(parts: AcceptorParts) {
    this.#parts = parts;
  }

  /**
   * Accepts one intake; resolves once it is committed.
   * @throws Refusal on bad input. Any other rejection means that nothing was stored or, if the connection broke at the
   * commit, that it is unknown: send it again with the same external id.
   */
  async accept(workspaceId: string, intake: Intake): Promise<Accepted> {
    checkIntake(intake, this.#parts.clock.nowMs());
    return new Promise((resolve, reject) => {
      const line = this.#lines.get(workspaceId) ?? { waiting: [], isMoving: false };
      this.#lines.set(workspaceId, line);
      line.waiting.push({ intake, resolve, reject });
      if (line.isMoving) return;
      line.isMoving = true;
      // What arrives in the same turn of the event loop goes along.
      setImmediate(() => void this.#move(workspaceId, line));
    });
  }

  async #move(workspaceId: string, line: Line): Promise<void> {
    while (line.waiting.length > 0) await this.#commit(workspaceId, line.waiting.splice(0, BATCH_LIMIT));
    line.isMoving = false;
    this.#lines.delete(workspaceId);
  }

  /** Never rejects: each caller gets its own answer. */
  async #commit(workspaceId: string, batch: readonly Waiting[]): Promise<void> {
    const { database, programs, clock } = this.#parts;
    try {
      const intakes = batch.map(({ intake }) => intake);
      const now = new Date(clock.nowMs());
      const { acceptances, wakeAt } = await database.inWorkspace(workspaceId, (em) =>
        acceptBatch(em, workspaceId, intakes, programs, now),
      );
      this.#tell(workspaceId, acceptances, wakeAt);
      for (const [index, acceptance] of acceptances.entries()) {
        if (acceptance instanceof Refusal) batch[index]?.reject(acceptance);
        else batch[index]?.resolve(acceptance);
      }
    } catch (error) {
      if (batch.length === 1 || !isOfItsContent(error)) for (const { reject } of batch) reject(error);
      else for (const waiting of batch) await this.#commit(workspaceId, [waiting]);
    }
  }

  #tell(workspaceId: string, acceptances: readonly Acceptance[], wakeAt: Date | null): void {
    const ids = acceptances.flatMap((made) => (made instanceof Refusal || made.isDuplicate ? [] : [made.ticketId]));
    if (ids.length === 0) return;
    this.#parts.notices.publish({ workspaceId, about: 'tickets', ids });
    if (wakeAt) this.#parts.notices.publish({ workspaceId, about: 'timers', dueAtMs: wakeAt.getTime() });
    this.#parts.onQueued(workspaceId);
  }
}

/**
 * Whether a failure may be the fault of one intake, so that the others can be accepted without it. After a broken
 * connection nobody knows whether the commit went through: trying again could make tickets twice.
 */
function isOfItsContent(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  // SQLSTATE classes of connections, resources, operator intervention, system and internal errors; and Node's own codes.
  if (/^(08|53|57|58|XX)/.test(code) || /^E[A-Z]+$/.test(code)) return false;
  return !/connection (terminated|ended|closed)|timeout/i.test(error instanceof Error ? error.message : '');
}
