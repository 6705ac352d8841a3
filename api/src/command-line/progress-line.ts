const PRINT_EVERY_MS = 250;
const PLAIN_EVERY_MS = 5_000;

/**
 * Shows how far something is: one line that is written over on a terminal, a line every 5 s elsewhere.
 */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #printedAtMs = Number.NEGATIVE_INFINITY;
  #hasLine = false;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  /** Shows the text if enough time has passed since the last one. */
  show(text: () => string): void {
    const nowMs = performance.now();
    if (nowMs - this.#printedAtMs < (this.#stream.isTTY ? PRINT_EVERY_MS : PLAIN_EVERY_MS)) return;
    this.#printedAtMs = nowMs;
    if (!this.#stream.isTTY) {
      this.#stream.write(`${text()}\n`);
      return;
    }
    this.#stream.write(`\r\u001b[2K${text().slice(0, this.#stream.columns - 1)}`);
    this.#hasLine = true;
  }

  /** Prints a line of its own. */
  say(text: string): void {
    this.end();
    this.#stream.write(`${text}\n`);
  }

  /** Leaves the last text standing. */
  end(): void {
    if (this.#hasLine) this.#stream.write('\n');
    this.#hasLine = false;
  }
}

/** A bar of 20 signs for a share from 0 to 1. */
export function bar(share: number): string {
  const filled = Math.round(20 * Math.min(1, Math.max(0, share)));
  return `[${'='.repeat(filled)}${' '.repeat(20 - filled)}]`;
}

/** A duration for people: "8 s", "3 min 20 s", "2 h 5 min". */
export function forPeople(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}

/** A whole number with separators: 19,934. */
export function counted(value: number): string {
  return Math.round(value).toLocaleString('en');
}
