import type { ConditionInput } from '../../conditions/compile-condition.ts';
import type { TicketEvent, TicketEventType } from '../../facts/event.ts';
import { type Facts, readFact } from '../../facts/fact-value.ts';
import type { NodeInput, Provider } from '../../nodes/behaviour.ts';
import { comparePipelines, type Pipeline } from '../compile-flow.ts';
import { clearBit, setBit } from './bit-patch.ts';
import { type ConjunctionSlot, dimensionName, slotsOf } from './conjunction-slot.ts';
import { Dimension } from './dimension.ts';
import type { LiteralReading } from './literal-reading.ts';
import { eventFact, readDimension } from './read-dimension.ts';
import { wouldAct } from './would-act.ts';

/** The clock and the calendars of a search. */
export type MatchContext = Pick<ConditionInput, 'nowMs' | 'timeZone' | 'businessClock'>;

/** What is set up decides what actions do, not whether they are reached. */
export const NO_PROVIDERS: ReadonlySet<Provider> = new Set();

/** Numbers searches, so that a flow found by several conjunctions comes out once. */
let searches = 0;
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
  private readonly dimensions: readonly Dimension[];

  private constructor(
    type: TicketEventType,
    slots: readonly (ConjunctionSlot | null)[],
    live: Uint32Array,
    dimensions: readonly Dimension[],
  ) {
    this.type = type;
    this.slots = slots;
    this.live = live;
    this.dimensions = dimensions;
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
    const isGone = (slot: ConjunctionSlot | null) => slot !== null && flowIds.has(slot.flow.pipeline.flowId);
    const freed = this.slots.flatMap((slot, bit) => (isGone(slot) ? [bit] : []));
    const added = [...put].sort(comparePipelines).flatMap((pipeline) => slotsOf(pipeline, this.type));
    if (freed.length + added.length === 0) return this;
    const kept = this.slots.filter((slot) => slot !== null && !isGone(slot));
    if (kept.length + added.length <= this.live.length * 32) return this.with(freed, added);
    const all = [...kept.filter((slot) => slot !== null), ...added];
    return EventIndex.ofSlots(
      this.type,
      all.sort((a, b) => comparePipelines(a.flow.pipeline, b.flow.pipeline)),
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
    dimensions.sort((a, b) => b.slots.length - a.slots.length);
    return new EventIndex(this.type, slots, live, dimensions);
  }

  /** The flows that would act, in running order. */
  match(event: TicketEvent, facts: Facts, context: MatchContext): Pipeline[] {
    const { live } = this;
    let count = 0;
    for (const dimension of this.dimensions) {
      const row = dimension.rowOf(readDimension(dimension.key, event, facts, context.nowMs));
      if (row) {
        rows[count] = row;
        count += 1;
      }
    }
    searches += 1;
    const search = new Survivors(searches, event, facts, context);
    for (let word = 0; word < live.length; word += 1) {
      let bits = live[word] ?? 0;
      for (let index = 0; bits !== 0 && index < count; index += 1) bits &= ~(rows[index]?.[word] ?? 0);
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        const slot = this.slots[word * 32 + bit];
        if (slot) search.add(slot);
      }
    }
    return search.inOrder();
  }
}

/** What the bits have left over: verified where the index does not decide, each flow once. */
class Survivors {
  private readonly found: Pipeline[] = [];
  private isOrdered = true;
  private input: NodeInput | null = null;
  private readonly search: number;
  private readonly event: TicketEvent;
  private readonly facts: Facts;
  private readonly context: MatchContext;

  constructor(search: number, event: TicketEvent, facts: Facts, context: MatchContext) {
    this.search = search;
    this.event = event;
    this.facts = facts;
    this.context = context;
  }

  add(slot: ConjunctionSlot): void {
    const { flow } = slot;
    if (flow.foundIn === this.search || !this.isVerified(slot)) return;
    flow.foundIn = this.search;
    const last = this.found.at(-1);
    if (last && this.isOrdered) this.isOrdered = comparePipelines(last, flow.pipeline) < 0;
    this.found.push(flow.pipeline);
  }

  /** Bits are in running order until flows are put in later. */
  inOrder(): Pipeline[] {
    return this.isOrdered ? this.found : this.found.sort(comparePipelines);
  }

  private isVerified({ flow, open, trigger, isWalked }: ConjunctionSlot): boolean {
    if (isWalked) return wouldAct(flow.pipeline, this.nodeInput());
    if (open.length > 0 && !open.every((reading) => this.holds(reading))) return false;
    return !trigger?.miss(this.nodeInput());
  }

  private holds({ literal: { comparison, isNegated, isOfEvent }, test }: LiteralReading): boolean {
    const { changes } = this.event;
    const { fact } = comparison;
    const seen = isOfEvent ? eventFact(this.event, fact) : readFact(this.facts, fact);
    const change = changes && Object.hasOwn(changes, fact) ? changes[fact] : undefined;
    return test(seen, this.context, change) !== isNegated;
  }

  private nodeInput(): NodeInput {
    const { event, facts, context } = this;
    this.input ??= { ...context, event, facts, changes: event.changes, providers: NO_PROVIDERS };
    return this.input;
  }
}
