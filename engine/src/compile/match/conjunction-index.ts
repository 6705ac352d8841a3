import type { TicketEvent } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { NodeInput } from '../../nodes/behaviour.ts';
import type { Pipeline } from '../compile-flow.ts';
import { setBit } from './bit-patch.ts';
import type { ConjunctionSlot } from './conjunction-slot.ts';
import type { Demand } from './demand.ts';
import { Dimension } from './dimension.ts';
import { type DimensionKey, readDimension } from './read-dimension.ts';
import { isVerified, type MatchContext, searchInput } from './verify.ts';

/** What a dimension is asked by whom. */
interface Asked {
  readonly key: DimensionKey;
  readonly bits: number[];
  readonly demands: Demand[];
}

/**
 * Conjunctions, each at a bit of its own. A search takes of every dimension the row of the conjunctions that its value
 * refuses, and looks for the bits in none of them ("High-speed policy-based packet forwarding", Lakshman and Stiliadis,
 * 1998). Immutable, but for scratch rows that no search leaves anything in.
 */
export class ConjunctionIndex {
  /** By bit: conjunctions of one flow side by side, flows in running order. */
  readonly slots: readonly ConjunctionSlot[];
  readonly words: number;
  private readonly dimensions: readonly Dimension[];
  /** By bit: the index of its flow in `pipelines`. What a search reads of each find lies close together. */
  private readonly flows: Int32Array;
  private readonly pipelines: readonly Pipeline[];
  /** The bits of conjunctions to be verified. */
  private readonly verified: Uint32Array;
  /** Of the search in progress: the rows looked up, the bits left and the flows found. */
  private readonly rows: Uint32Array[];
  private readonly bits: Uint32Array;
  private readonly found: Int32Array;

  /** `slots` in running order of their flows. */
  constructor(slots: readonly ConjunctionSlot[]) {
    this.slots = slots;
    this.words = Math.ceil(slots.length / 32);
    const asked = new Map<string, Asked>();
    for (const [bit, { demands }] of slots.entries()) {
      for (const [name, { key, demand }] of demands) {
        const own = asked.get(name) ?? { key, bits: [], demands: [] };
        asked.set(name, own);
        own.bits.push(bit);
        own.demands.push(demand);
      }
    }
    // Those that refuse most come first, so that most words are soon empty.
    this.dimensions = [...asked.values()]
      .sort((a, b) => b.bits.length - a.bits.length)
      .map(({ key, bits, demands }) => new Dimension(key, bits, demands, this.words));
    const pipelines: Pipeline[] = [];
    this.flows = new Int32Array(slots.length);
    this.verified = new Uint32Array(this.words);
    for (const [bit, { pipeline, verification }] of slots.entries()) {
      if (pipelines.at(-1) !== pipeline) pipelines.push(pipeline);
      this.flows[bit] = pipelines.length - 1;
      if (verification) setBit(this.verified, bit);
    }
    this.pipelines = pipelines;
    this.rows = [];
    this.bits = new Uint32Array(this.words);
    this.found = new Int32Array(pipelines.length);
  }

  /** The flows that act, in running order; only bits of `live` are looked at. */
  search(live: Uint32Array, event: TicketEvent, facts: Facts, context: MatchContext): Pipeline[] {
    const { bits, flows, found, pipelines, verified } = this;
    this.lookUp(live, event, facts, context.nowMs);
    let count = 0;
    let last = -1;
    let input: NodeInput | null = null;
    for (let word = 0; word < bits.length; word += 1) {
      let left = (bits[word] ?? 0) | 0;
      while (left !== 0) {
        const lowest = left & -left;
        left ^= lowest;
        const bit = word * 32 + 31 - Math.clz32(lowest);
        const flow = flows[bit] ?? 0;
        if (flow === last) continue;
        if (((verified[word] ?? 0) & lowest) !== 0) {
          const verification = this.slots[bit]?.verification;
          input ??= searchInput(event, facts, context);
          if (verification && !isVerified(verification, input)) continue;
        }
        found[count] = flow;
        count += 1;
        last = flow;
      }
    }
    const acting: Pipeline[] = new Array(count);
    for (let index = 0; index < count; index += 1) {
      const pipeline = pipelines[found[index] ?? 0];
      if (pipeline) acting[index] = pipeline;
    }
    return acting;
  }

  /** Sets `bits` to the live ones that no dimension refuses. */
  private lookUp(live: Uint32Array, event: TicketEvent, facts: Facts, nowMs: number): void {
    const { bits, dimensions, rows } = this;
    bits.set(live);
    let count = 0;
    for (const dimension of dimensions) {
      rows[count] = dimension.rowOf(readDimension(dimension.key, event, facts, nowMs));
      count += 1;
      if (count === 4) {
        refuseFour(bits, rows);
        count = 0;
      }
    }
    for (let index = 0; index < count; index += 1) refuse(bits, rows[index] ?? bits);
  }
}

/** Four rows at a time, because reading and writing the result costs more than reading a row. */
function refuseFour(bits: Uint32Array, [a, b, c, d]: readonly Uint32Array[]): void {
  if (!a || !b || !c || !d) return;
  for (let word = 0; word < bits.length; word += 1) {
    const left = (bits[word] ?? 0) | 0;
    if (left !== 0) {
      bits[word] = left & ~((a[word] ?? 0) | (b[word] ?? 0) | (c[word] ?? 0) | (d[word] ?? 0));
    }
  }
}

function refuse(bits: Uint32Array, row: Uint32Array): void {
  for (let word = 0; word < bits.length; word += 1) {
    const left = (bits[word] ?? 0) | 0;
    if (left !== 0) bits[word] = left & ~(row[word] ?? 0);
  }
}
