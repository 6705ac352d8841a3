/** Work that takes long is started less often: it may take a quarter of the time. */
const REST_SHARE = 4;

/**
 * Runs `work` after `poke`, never twice at once, and starts no sooner than `intervalMs` after the last start. The first
 * poke after a quiet time runs in the next turn of the event loop, so that a burst of pokes runs once; pokes that come
 * meanwhile run it once more.
 */
export class Pacer {
  readonly #work: () => Promise<void>;
  readonly #intervalMs: number;
  readonly #onError: (error: unknown) => void;
  #nextAtMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #isRunning = false;
  #isPokedAgain = false;
  #isClosed = false;

  constructor(work: () => Promise<void>, intervalMs: number, onError: (error: unknown) => void) {
    this.#work = work;
    this.#intervalMs = intervalMs;
    this.#onError = onError;
  }

  poke(): void {
    if (this.#isClosed) return;
    if (this.#isRunning) {
      this.#isPokedAgain = true;
      return;
    }
    if (this.#timer) return;
    const waitMs = Math.max(0, this.#nextAtMs - performance.now());
    this.#timer = setTimeout(() => void this.#run(), waitMs);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#timer = null;
    this.#isRunning = true;
    this.#isPokedAgain = false;
    const startedAtMs = performance.now();
    try {
      await this.#work();
    } catch (error) {
      this.#onError(error);
    }
    const tookMs = performance.now() - startedAtMs;
    this.#nextAtMs = startedAtMs + Math.max(this.#intervalMs, REST_SHARE * tookMs);
    this.#isRunning = false;
    if (this.#isPokedAgain) this.poke();
  }
}
