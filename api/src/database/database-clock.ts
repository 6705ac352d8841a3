/**
 * The database's time, known between its answers. Processes that share a database so agree on when something is due, and
 * a computer whose own time is wrong, or is set while it works, does no harm: only passed time is taken from it.
 *
 * Every answer says that the database's time lay between what it was when it was asked and when the answer came. What
 * is known is moved no further than into that, so that time goes back only where the database's own did.
 */
export class DatabaseClock {
  readonly #passedMs: () => number;
  #aheadMs: number | null = null;

  /** @param passedMs milliseconds since any fixed instant; never goes back. */
  constructor(passedMs: () => number = () => performance.now()) {
    this.#passedMs = passedMs;
  }

  /** Milliseconds since 1970 UTC; not later than the database's, but for what the two clocks drift apart between answers. @throws before the first answer */
  nowMs(): number {
    if (this.#aheadMs === null) throw new Error('The database has not been asked for the time yet.');
    return Math.floor(this.#passedMs() + this.#aheadMs);
  }

  /** Asks; `ask` gives the database's time in milliseconds since 1970 UTC. */
  async ask(ask: () => Promise<number>): Promise<void> {
    const askedMs = this.#passedMs();
    const databaseMs = await ask();
    const least = databaseMs - this.#passedMs();
    this.#aheadMs = Math.min(Math.max(this.#aheadMs ?? least, least), databaseMs - askedMs);
  }
}
