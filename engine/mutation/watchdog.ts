/**
 * A thread that ends its process once the process has used more CPU time than it may, or waits for what never comes.
 * CPU time, because the clock on the wall runs on while others use the machine; a thread, because code that hangs never
 * yields. Waiting is counted in the thread's own looks, so that a process that is held up as a whole is not blamed.
 */
import { Worker, workerData } from 'node:worker_threads';

const LOOK_EVERY_MS = 100;
/** The process waits if it uses less than this between two looks, and waits for ever if so many times in a row. */
const WAITING_CPU_MS = 1;
const MOST_LOOKS_WAITING = 30;

/** Ends the process when its budget is used up. */
export class Watchdog {
  readonly #endAtCpuMs = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));

  constructor() {
    this.rest();
    new Worker(new URL(import.meta.url), { workerData: this.#endAtCpuMs }).unref();
  }

  /** From now on the process may use so much CPU time. */
  allow(ms: number): void {
    this.#endAtCpuMs[0] = cpuMs() + ms;
  }

  /** Whatever comes now has no limit. */
  rest(): void {
    this.#endAtCpuMs[0] = Number.POSITIVE_INFINITY;
  }
}

/** The CPU time this process has used, all threads together. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

if (workerData instanceof Float64Array) {
  const endAtCpuMs = workerData;
  let lastCpuMs = cpuMs();
  let looksWaiting = 0;
  setInterval(() => {
    const nowCpuMs = cpuMs();
    const endsAt = endAtCpuMs[0] ?? Number.POSITIVE_INFINITY;
    const isWaiting = endsAt < Number.POSITIVE_INFINITY && nowCpuMs - lastCpuMs < WAITING_CPU_MS;
    looksWaiting = isWaiting ? looksWaiting + 1 : 0;
    lastCpuMs = nowCpuMs;
    if (nowCpuMs > endsAt || looksWaiting > MOST_LOOKS_WAITING) process.kill(process.pid, 'SIGKILL');
  }, LOOK_EVERY_MS);
}
