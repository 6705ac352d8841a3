import type { Exclusion, ExclusionReason } from './assignment.ts';

const namedAgents = 5;

/** Counts the agents excluded for one reason and remembers the first few ids. */
export class ExclusionCount {
  readonly #reason: ExclusionReason;
  readonly #firstIds: string[] = [];
  #count = 0;

  constructor(reason: ExclusionReason) {
    this.#reason = reason;
  }

  get count(): number {
    return this.#count;
  }

  /** Each agent once, in any order. */
  add(agentId: string): void {
    this.#count += 1;
    const ids = this.#firstIds;
    const last = ids[namedAgents - 1];
    if (last !== undefined && last < agentId) return;
    ids.push(agentId);
    ids.sort();
    ids.length = Math.min(ids.length, namedAgents);
  }

  toExclusion(): Exclusion {
    return { reason: this.#reason, count: this.#count, agentIds: [...this.#firstIds] };
  }
}
