import type { TicketEvent, TicketEventType } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { Pipeline } from '../compile-flow.ts';
import { mergePipelines } from '../merge-pipelines.ts';
import { ConjunctionIndex } from './conjunction-index.ts';
import { type ConjunctionSlot, slotsOf } from './conjunction-slot.ts';
import { clearBit, hasBit, type Row } from './row.ts';
import type { MatchContext } from './verify.ts';

/** Conjunctions that may be put in before all are settled anew; past that, a sixteenth of the settled ones. */
const MOST_RECENT = 128;

/**
 * The flows that listen to one type of event. Most lie in a settled index; those put in since, in a small one that is made
 * anew whenever it changes. A flow that is taken out or replaced loses its bits among the live ones of the settled index,
 * and nothing else there is touched. Once the recent have become many, all are settled together, from what was read off
 * them before. Immutable: an edited index shares the settled one.
 */
export class EventIndex {
  private readonly type: TicketEventType;
  private readonly settled: ConjunctionIndex;
  /** The bits of the settled index that still count. */
  private readonly live: Row;
  private readonly recent: ConjunctionIndex;
  private readonly allRecent: Row;

  private constructor(type: TicketEventType, settled: ConjunctionIndex, live: Row, recent: readonly ConjunctionSlot[]) {
    this.type = type;
    this.settled = settled;
    this.live = live;
    this.recent = new ConjunctionIndex(recent);
    this.allRecent = this.recent.all();
  }

  /** The index of these pipelines, all settled. */
  static of(type: TicketEventType, pipelines: readonly Pipeline[]): EventIndex {
    return EventIndex.settling(
      type,
      pipelines.flatMap((pipeline) => slotsOf(pipeline, type)),
    );
  }

  private static settling(type: TicketEventType, slots: readonly ConjunctionSlot[]): EventIndex {
    const settled = new ConjunctionIndex(slots);
    return new EventIndex(type, settled, settled.all(), []);
  }

  /** The index without the flows of these ids and with these pipelines. */
  edited(flowIds: ReadonlySet<string>, put: readonly Pipeline[]): EventIndex {
    const { settled, type } = this;
    const live = this.live.slice();
    for (const [bit, { pipeline }] of settled.slots.entries()) {
      if (flowIds.has(pipeline.flowId)) clearBit(live, bit);
    }
    const recent = [
      ...this.recent.slots.filter(({ pipeline }) => !flowIds.has(pipeline.flowId)),
      ...put.flatMap((pipeline) => slotsOf(pipeline, type)),
    ];
    if (recent.length <= Math.max(MOST_RECENT, settled.slots.length / 16)) {
      return new EventIndex(type, settled, live, recent);
    }
    const kept = settled.slots.filter((_, bit) => hasBit(live, bit));
    return EventIndex.settling(type, [...kept, ...recent]);
  }

  /** How many conjunctions were put in since all were settled. */
  get recentCount(): number {
    return this.recent.slots.length;
  }

  /** The flows that act, in running order. */
  match(event: TicketEvent, facts: Facts, context: MatchContext): Pipeline[] {
    const settled = this.settled.search(this.live, event, facts, context);
    if (this.recentCount === 0) return settled;
    return mergePipelines(settled, this.recent.search(this.allRecent, event, facts, context));
  }
}
