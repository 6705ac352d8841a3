import type { Logger } from 'pino';
import type { Clock } from '../app.ts';
import type { Database } from '../database/database.ts';
import type { Programs } from '../flows/programs.ts';
import type { Notices } from '../live/notices.ts';
import { type DispatchRound, dispatchRound } from './dispatch-round.ts';

/** How often held tickets are looked at again, in milliseconds (routing.md: the gate). */
const GATE_MS = 15_000;
/** Between two rounds, in milliseconds at the least: leaves intake its turn, and lets wakes gather. */
const REST_MS = 20;
/** And at the most, so that under any load a ticket is looked at within a second. */
const LONGEST_REST_MS = 400;
/** The longest it rests where only presence is waited for, in milliseconds: what another process wrote is then seen. */
const LONGEST_SLEEP_MS = 3_600_000;
/** After a failed round, in milliseconds. */
const RETRY_MS = 1_000;

export interface DispatcherParts {
  readonly database: Database;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly programs: Programs;
  readonly log: Logger;
}

type State =
  | { readonly is: 'resting'; readonly timer: NodeJS.Timeout | null }
  | { readonly is: 'running'; readonly isWokenAgain: boolean };

/**
 * Gives waiting tickets to agents. Per workspace: `resting` (perhaps until the gate) -> wake -> `running` a round ->
 * again if it was woken meanwhile, else `resting`. Many wakes make one round.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #states = new Map<string, State>();
  readonly #unsubscribe: () => void;
  #rounds = new Set<Promise<void>>();
  #isClosed = false;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.notices.subscribe(({ about, workspaceId }) => {
      if (about === 'agents' || about === 'queues') this.wake(workspaceId);
    });
  }

  /** Tickets queued, capacity freed or presence changed: a round begins at once, or after the one under way. */
  wake(workspaceId: string): void {
    if (this.#isClosed) return;
    const state = this.#states.get(workspaceId);
    if (state?.is === 'running') {
      this.#states.set(workspaceId, { is: 'running', isWokenAgain: true });
      return;
    }
    if (state?.timer) clearTimeout(state.timer);
    this.#states.set(workspaceId, { is: 'running', isWokenAgain: false });
    const round = this.#run(workspaceId).finally(() => this.#rounds.delete(round));
    this.#rounds.add(round);
  }

  /** Wakes every workspace, for tickets that waited while nobody ran. Never rejects: a failure is logged. */
  async start(): Promise<void> {
    try {
      await this.#wakeAll();
    } catch (error) {
      this.#parts.log.error(
        { err: error },
        'Waiting tickets could not be looked for; the next one that arrives wakes their dispatcher',
      );
    }
  }

  async #wakeAll(): Promise<void> {
    const rows = await this.#parts.database.inDirectory((em) =>
      em.execute<{ id: string }[]>('select id from workspace'),
    );
    for (const { id } of rows) this.wake(id);
  }

  /** Resolves once no round is under way in this process and none is due at once. */
  async settled(): Promise<void> {
    while (this.#rounds.size > 0) await Promise.all(this.#rounds);
  }

  /** Ends timers and waits for rounds under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unsubscribe();
    for (const state of this.#states.values()) if (state.is === 'resting' && state.timer) clearTimeout(state.timer);
    await this.settled();
  }

  async #run(workspaceId: string): Promise<void> {
    const { database, programs, clock, notices, log } = this.#parts;
    let restMs: number | null = null;
    do {
      this.#states.set(workspaceId, { is: 'running', isWokenAgain: false });
      const startedAt = performance.now();
      try {
        const now = new Date(clock.nowMs());
        const round = await database.inWorkspace(workspaceId, (em) => dispatchRound(em, workspaceId, programs, now));
        if (round.changedIds.length > 0) notices.publish({ workspaceId, about: 'tickets', ids: round.changedIds });
        if (round.wakeAt) notices.publish({ workspaceId, about: 'timers', dueAtMs: round.wakeAt.getTime() });
        if (round.isUnfinished) this.#states.set(workspaceId, { is: 'running', isWokenAgain: true });
        restMs = restOf(round, now.getTime());
      } catch (error) {
        log.error({ err: error, workspaceId }, 'A dispatch round failed; it is tried again');
        restMs = RETRY_MS;
      }
      // Three times as long as the round took, so that under load rounds hold the workspace a quarter of the time.
      const pauseMs = Math.min(Math.max(REST_MS, 3 * (performance.now() - startedAt)), LONGEST_REST_MS);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    } while (this.#isWokenAgain(workspaceId) && !this.#isClosed);
    this.#rest(workspaceId, restMs);
  }

  #isWokenAgain(workspaceId: string): boolean {
    const state = this.#states.get(workspaceId);
    return state?.is === 'running' && state.isWokenAgain;
  }

  #rest(workspaceId: string, restMs: number | null): void {
    if (restMs === null || this.#isClosed) {
      this.#states.delete(workspaceId);
      return;
    }
    const timer = setTimeout(() => this.wake(workspaceId), restMs);
    timer.unref();
    this.#states.set(workspaceId, { is: 'resting', timer });
  }
}

/** How long nothing is to be done, in milliseconds; null: until somebody wakes it. */
function restOf({ isAnyWaiting, presenceChangesAtMs }: DispatchRound, nowMs: number): number | null {
  const untilChangeMs = presenceChangesAtMs === null ? null : Math.min(presenceChangesAtMs - nowMs, LONGEST_SLEEP_MS);
  if (!isAnyWaiting) return untilChangeMs;
  return untilChangeMs === null ? GATE_MS : Math.min(untilChangeMs, GATE_MS);
}
