import type { TicketEvent, TicketEventType } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { NodeInput } from '../../nodes/behaviour.ts';
import { comparePipelines, type Pipeline } from '../compile-flow.ts';
import { clearBit, setBit } from './bit-patch.ts';
import { type ConjunctionSlot, dimensionName, slotsOf, type Verification } from './conjunction-slot.ts';
import { Dimension } from './dimension.ts';
import { readDimension } from './read-dimension.ts';
import { isVerified, type MatchContext, searchInput } from './verify.ts';

/** The rows of the search in progress; searches never overlap. */
const rows: Uint32Array[] = [];

/**
 * All conjunctions of all flows that listen to one type of event, each at a bit of its own. A search takes the row of
 * refused conjunctions of every dimension's value and looks for the bits in none of them, dimensions asked about most
 * often first ("High-speed policy-based packet forwarding", Lakshman and Stiliadis, 1998).
 *
 * Immutable for its holders. An edited index shares with the old one every dimension that no changed flow asks about;
 * a row only has bits of conjunctions that ask about its dimension, so those stay as they are.
 */
export class EventIndex {
  private readonly type: TicketEventType;
  private readonly slots: readonly (ConjunctionSlot | null)[];
  private readonly live: Uint32Array;
  /** Those asked about by most conjunctions first. */
  private readonly dimensions: readonly Dimension[];
  /** By bit. */
  private readonly pipelines: readonly (Pipeline | null)[];
  private readonly verifications: readonly (Verification | null)[];
  /** Bits are in running order, as they are until flows are put in later. */
  private readonly isOrdered: boolean;

  private constructor(
    type: TicketEventType,
    slots: readonly (ConjunctionSlot | null)[],
    live: Uint32Array,
    dimensions: readonly Dimension[],
  ) {
    this.type = type;
    this.slots = slots;
    this.live = live;
    this.dimensions = [...dimensions].sort((a, b) => b.slots.length - a.slots.length);
    this.pipelines = slots.map((slot) => slot?.pipeline ?? null);
    this.verifications = slots.map((slot) => slot?.verification ?? null);
    const ordered = this.pipelines.filter((pipeline) => pipeline !== null);
    this.isOrdered = ordered.every(
      (own, index) => index === 0 || comparePipelines(ordered[index - 1] ?? own, own) <= 0,
    );
  }

  /** The index of these pipelines; bits in running order, with room for an eighth more. */
  static of(type: TicketEventType, pipelines: readonly Pipeline[]): EventIndex {
    const ordered = [...pipelines].sort(comparePipelines);
    return EventIndex.ofSlots(
      type,
      ordered.flatMap((pipeline) => slotsOf(pipeline, type)),
    );
  }

  private static ofSlots(type: TicketEventType, slots: readonly ConjunctionSlot[]): EventIndex {
    const words = Math.ceil((slots.length * 1.125 + 32) / 32);
    return new EventIndex(type, [], new Uint32Array(words), []).with([], slots);
  }

  /** The index without the flows of these ids and with these pipelines. */
  edited(flowIds: ReadonlySet<string>, put: readonly Pipeline[]): EventIndex {
    const isGone = (slot: ConjunctionSlot | null) => slot !== null && flowIds.has(slot.pipeline.flowId);
    const freed = this.slots.flatMap((slot, bit) => (isGone(slot) ? [bit] : []));
    const added = [...put].sort(comparePipelines).flatMap((pipeline) => slotsOf(pipeline, this.type));
    if (freed.length + added.length === 0) return this;
    const kept = this.slots.filter((slot) => slot !== null && !isGone(slot));
    if (kept.length + added.length <= this.live.length * 32) return this.with(freed, added);
    const all = [...kept.filter((slot) => slot !== null), ...added];
    return EventIndex.ofSlots(
      this.type,
      all.sort((a, b) => comparePipelines(a.pipeline, b.pipeline)),
    );
  }

  private with(freed: readonly number[], added: readonly ConjunctionSlot[]): EventIndex {
    const words = this.live.length;
    const slots = [...this.slots];
    const live = this.live.slice();
    const gone = new Set(freed);
    const touched = new Map<string, { slots: number[]; demands: Dimension['demands'][number][] }>();
    const touch = (name: string) => {
      const entries = touched.get(name) ?? { slots: [], demands: [] };
      touched.set(name, entries);
      return entries;
    };
    for (const bit of freed) {
      for (const name of slots[bit]?.demands.keys() ?? []) touch(name);
      slots[bit] = null;
      clearBit(live, bit);
    }
    const keys = new Map(this.dimensions.map(({ key }) => [dimensionName(key), key]));
    let bit = 0;
    for (const slot of added) {
      while (bit < slots.length && slots[bit] !== null) bit += 1;
      slots[bit] = slot;
      setBit(live, bit);
      for (const [name, { key, demand }] of slot.demands) {
        const entries = touch(name);
        entries.slots.push(bit);
        entries.demands.push(demand);
        keys.set(name, key);
      }
    }
    const earlier = new Map(this.dimensions.map((dimension) => [dimensionName(dimension.key), dimension]));
    const dimensions = [...keys].flatMap(([name, key]) => {
      const entries = touched.get(name);
      const before = earlier.get(name);
      if (!entries) return before ? [before] : [];
      const stays = (before?.slots ?? []).map((slot) => !gone.has(slot));
      const kept = <T>(values: readonly T[] | undefined) => (values ?? []).filter((_, index) => stays[index]);
      const all = [...kept(before?.slots), ...entries.slots];
      if (all.length === 0) return [];
      return [new Dimension(key, all, [...kept(before?.demands), ...entries.demands], words, before)];
    });
    return new EventIndex(this.type, slots, live, dimensions);
  }

  /** The flows that would act, in running order. */
  match(event: TicketEvent, facts: Facts, context: MatchContext): Pipeline[] {
    const { live, dimensions, pipelines, verifications } = this;
    for (let index = 0; index < dimensions.length; index += 1) {
      const dimension = dimensions[index];
      if (dimension) rows[index] = dimension.rowOf(readDimension(dimension.key, event, facts, context.nowMs));
    }
    const found: Pipeline[] = [];
    let last: Pipeline | null = null;
    let input: NodeInput | null = null;
    for (let word = 0; word < live.length; word += 1) {
      let bits = live[word] ?? 0;
      for (let index = 0; bits !== 0 && index < dimensions.length; index += 1) bits &= ~(rows[index]?.[word] ?? 0);
      while (bits !== 0) {
        const bit = word * 32 + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        const pipeline = pipelines[bit];
        // Conjunctions of one flow lie side by side.
        if (!pipeline || pipeline === last) continue;
        const verification = verifications[bit];
        if (verification) {
          input ??= searchInput(event, facts, context);
          if (!isVerified(verification, input)) continue;
        }
        last = pipeline;
        found.push(pipeline);
      }
    }
    return this.isOrdered ? found : inOrder(found);
  }
}

/** In running order, each once. */
function inOrder(found: Pipeline[]): Pipeline[] {
  found.sort(comparePipelines);
  return found.filter((pipeline, index) => index === 0 || pipeline !== found[index - 1]);
}
