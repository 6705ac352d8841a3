import type { AgentPool, Candidate } from './agent-pool.ts';
import type { AgentSet } from './agent-set.ts';
import type { ExclusionReason } from './assignment.ts';
import { type Costing, isOverShare, shortageOf } from './capacity.ts';
import { shortageReason } from './exclusion-for.ts';

/** Who has room for tickets of one weight on one channel, as it stands within the round. Nobody ever gains room. */
export class Room {
  readonly open: AgentSet;
  /** Everybody else, by reason. */
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly members: AgentSet }[];
  readonly #cost: Costing;
  readonly #share: number;
  #version = 0;

  /** `share` as by `drainShare`. */
  constructor(pool: AgentPool, cost: Costing, share: number) {
    this.#cost = cost;
    this.#share = share;
    this.open = pool.all();
    const reasons = [
      { code: 'full' as const },
      shortageReason('fullOnChannel', cost.channelType) ?? { code: 'full' as const },
      { code: 'fairShare' as const },
    ];
    this.excluded = reasons.map((reason) => ({ reason, members: pool.none() }));
    for (const candidate of pool.candidates) this.note(candidate);
  }

  /** Changes whenever somebody's room has ended. */
  get version(): number {
    return this.#version;
  }

  /** To be called when an agent was given a ticket. */
  note(candidate: Candidate): void {
    const shortage = shortageOf(candidate, this.#cost);
    const isOver = isOverShare(candidate, this.#cost.weight, this.#share);
    if (shortage === null && !isOver) return;
    const now = shortage === 'full' ? 0 : shortage === 'fullOnChannel' ? 1 : 2;
    const [full, onChannel, share] = this.excluded;
    const target = this.excluded[now];
    if (target === undefined || target.members.has(candidate.place)) return;
    for (const other of [full, onChannel, share]) other?.members.delete(candidate.place);
    target.members.add(candidate.place);
    this.open.delete(candidate.place);
    this.#version += 1;
  }
}
