import type { TicketEvent } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { NodeInput } from '../../nodes/behaviour.ts';
import { comparePipelines, type Pipeline } from '../compile-flow.ts';
import { clustered } from './clustering.ts';
import type { ConjunctionSlot } from './conjunction-slot.ts';
import type { Demand } from './demand.ts';
import { Dimension } from './dimension.ts';
import { type DimensionKey, readDimension } from './read-dimension.ts';
import { emptyRow, type Row, setBit } from './row.ts';
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
 * 1998). Digests of rows tell which words need no look at all ("Scalable packet classification", Baboescu and Varghese,
 * 2001); those that accept alike lie side by side, so most do not. Immutable, but for scratch rows that no search leaves
 * anything in.
 */
export class ConjunctionIndex {
  /** By bit. */
  readonly slots: readonly ConjunctionSlot[];
  readonly words: number;
  private readonly dimensions: readonly Dimension[];
  /** In running order. */
  private readonly pipelines: readonly Pipeline[];
  /** By bit: the index of its flow in `pipelines`. What a search reads of each find lies close together. */
  private readonly flows: Uint16Array | Uint32Array;
  /** The bits of conjunctions to be verified. */
  private readonly verified: Row;
  /** Of the search in progress: by dimension its row, and by index in `pipelines` whether it was found. */
  private readonly rows: Row[];
  private readonly found: Uint32Array;

  constructor(slots: readonly ConjunctionSlot[]) {
    this.slots = clustered(slots);
    this.words = Math.ceil(slots.length / 32);
    const asked = new Map<string, Asked>();
    for (const [bit, { demands }] of this.slots.entries()) {
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
    this.pipelines = [...new Set(slots.map(({ pipeline }) => pipeline))].sort(comparePipelines);
    const indices = new Map(this.pipelines.map((pipeline, index) => [pipeline, index]));
    const flows = this.slots.map(({ pipeline }) => indices.get(pipeline) ?? 0);
    this.flows = this.pipelines.length <= 1 << 16 ? Uint16Array.from(flows) : Uint32Array.from(flows);
    this.verified = emptyRow(this.words);
    for (const [bit, { verification }] of this.slots.entries()) if (verification) setBit(this.verified, bit);
    this.rows = this.dimensions.map(() => this.verified);
    this.found = new Uint32Array(Math.ceil(this.pipelines.length / 32));
  }

  /** A row of all bits. */
  all(): Row {
    const row = emptyRow(this.words);
    for (let bit = 0; bit < this.slots.length; bit += 1) setBit(row, bit);
    return row;
  }

  /** The flows that act, in running order; only bits of `live` are looked at. */
  search(live: Row, event: TicketEvent, facts: Facts, context: MatchContext): Pipeline[] {
    this.lookUp(event, facts, context.nowMs);
    const { rows, words } = this;
    let count = 0;
    for (let start = 0; start < words; start += 32) {
      let open = words - start < 32 ? (1 << (words - start)) - 1 : -1;
      const digest = words + (start >>> 5);
      for (let index = 0; index < rows.length && open !== 0; index += 1) open &= ~(rows[index]?.[digest] ?? 0);
      while (open !== 0) {
        const lowest = open & -open;
        open ^= lowest;
        const word = start + 31 - Math.clz32(lowest);
        let left = (live[word] ?? 0) | 0;
        for (let index = 0; index < rows.length && left !== 0; index += 1) left &= ~(rows[index]?.[word] ?? 0);
        if (left !== 0) count += this.note(word, left, event, facts, context);
      }
    }
    return this.take(count);
  }

  /** Sets `rows` to those of the values given. */
  private lookUp(event: TicketEvent, facts: Facts, nowMs: number): void {
    const { dimensions, rows } = this;
    for (let index = 0; index < dimensions.length; index += 1) {
      const dimension = dimensions[index];
      if (dimension) rows[index] = dimension.rowOf(readDimension(dimension.key, event, facts, nowMs));
    }
  }

  /** Notes the flows of the bits left in a word, those that are to be verified once they are; how many are new. */
  private note(word: number, bits: number, event: TicketEvent, facts: Facts, context: MatchContext): number {
    const { flows, found } = this;
    const verified = (this.verified[word] ?? 0) | 0;
    let input: NodeInput | null = null;
    let count = 0;
    for (let left = bits; left !== 0; left &= left - 1) {
      const bit = word * 32 + 31 - Math.clz32(left & -left);
      const flow = flows[bit] ?? 0;
      const place = flow >>> 5;
      const known = (found[place] ?? 0) | 0;
      const own = 1 << (flow & 31);
      if ((known & own) !== 0) continue;
      if ((verified & left & -left) !== 0) {
        const verification = this.slots[bit]?.verification;
        input ??= searchInput(event, facts, context);
        if (verification && !isVerified(verification, input)) continue;
      }
      found[place] = known | own;
      count += 1;
    }
    return count;
  }

  /** The flows noted, in running order; forgets them. */
  private take(count: number): Pipeline[] {
    const { found, pipelines } = this;
    const acting: Pipeline[] = new Array(count);
    let index = 0;
    for (let word = 0; word < found.length && index < count; word += 1) {
      let left = (found[word] ?? 0) | 0;
      if (left === 0) continue;
      found[word] = 0;
      for (; left !== 0; left &= left - 1) {
        const pipeline = pipelines[word * 32 + 31 - Math.clz32(left & -left)];
        if (pipeline) acting[index] = pipeline;
        index += 1;
      }
    }
    return acting;
  }
}
