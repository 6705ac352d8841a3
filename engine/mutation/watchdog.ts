/**
 * A thread that ends its process once the process has used more CPU time than it may. CPU time, because the clock on
 * the wall runs on while others use the machine; a thread, because code that hangs never yields.
 */
import { Worker, workerData } from 'node:worker_threads';

const LOOK_EVERY_MS = 100;

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
  setInterval(() => {
    if (cpuMs() > (endAtCpuMs[0] ?? Number.POSITIVE_INFINITY)) process.kill(process.pid, 'SIGKILL');
  }, LOOK_EVERY_MS);
}
