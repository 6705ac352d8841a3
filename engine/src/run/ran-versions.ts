import type { Pipeline } from '../compile/compile-flow.ts';

/** Which flow versions have run in a cascade, or run right now, so that none does twice. */
export class RanVersions {
  /** From which depth on a version counts as having run. */
  private readonly fromDepth = new Map<string, number>();
  /** The flows that run right now: one, and those it started. */
  private running: readonly Pipeline[] = [];

  get runningCount(): number {
    return this.running.length;
  }

  /** Lets a flow run. */
  during(pipeline: Pipeline, run: () => void): void {
    const before = this.running;
    this.running = [...before, pipeline];
    run();
    this.running = before;
  }

  mark({ versionId }: Pipeline, fromDepth: number): void {
    this.fromDepth.set(versionId, Math.min(fromDepth, this.fromDepth.get(versionId) ?? fromDepth));
  }

  /** Whether it runs, or has run for what is handled at this depth. */
  has({ versionId }: Pipeline, depth: number): boolean {
    const fromDepth = this.fromDepth.get(versionId) ?? Number.POSITIVE_INFINITY;
    return depth >= fromDepth || this.running.some((running) => running.versionId === versionId);
  }
}
