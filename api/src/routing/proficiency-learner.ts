import type { Logger } from 'pino';
import type { Clock } from '../app.ts';
import type { Database } from '../database/database.ts';
import { learnProficiencies } from './proficiencies.ts';
import { loadRoutingSettings } from './routing-settings.ts';

const DAY_MS = 86_400_000;
/** How often it looks whether a day has passed, in milliseconds. */
const LOOK_MS = 3_600_000;

export interface ProficiencyLearnerParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Learns every workspace's proficiencies once a day, where they count. */
export class ProficiencyLearner {
  readonly #parts: ProficiencyLearnerParts;
  #timer: NodeJS.Timeout | null = null;
  #learning: Promise<void> = Promise.resolve();

  constructor(parts: ProficiencyLearnerParts) {
    this.#parts = parts;
  }

  /** Learns what is due, now and from then on. */
  start(): void {
    this.#timer = setInterval(() => void this.learnDue(), LOOK_MS).unref();
    void this.learnDue();
  }

  /** Learns the workspaces that have not been learned for a day. Never rejects: a failure is logged. */
  learnDue(): Promise<void> {
    this.#learning = this.#learning.then(() => this.#learnDue());
    return this.#learning;
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#learning;
  }

  async #learnDue(): Promise<void> {
    const { database, clock, log } = this.#parts;
    try {
      const rows = await database.inDirectory((em) => em.execute<{ id: string }[]>('select id from workspace'));
      const nowMs = clock.nowMs();
      for (const { id } of rows)
        await database.inWorkspace(id, async (em) => {
          const { learnsProficiency, learnedAt } = await loadRoutingSettings(em, id);
          if (learnsProficiency && (learnedAt === null || nowMs - learnedAt.getTime() >= DAY_MS))
            await learnProficiencies(em, id, nowMs);
        });
    } catch (error) {
      log.error({ err: error }, 'Proficiencies could not be learned; that is tried again within the hour');
    }
  }
}
