import type { TicketEvent } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { NodeInput } from '../../nodes/behaviour.ts';
import { comparePipelines, type Pipeline } from '../compile-flow.ts';
import { askedDimensions, type NarrowDimension } from './asked-dimensions.ts';
import type { ConjunctionSlot } from './conjunction-slot.ts';
import type { Dimension } from './dimension.ts';
import { readDimension } from './read-dimension.ts';
import { clearBit, emptyRow, type Row, setBit } from './row.ts';
import { RowStore } from './row-store.ts';
import { isVerified, type MatchContext, searchInput } from './verify.ts';

/**
 * Conjunctions, each at a bit of its own, those of flows that run first before others. A search takes of every dimension
 * the row of the conjunctions that its value refuses, and looks for the bits in none of them ("High-speed policy-based
 * packet forwarding", Lakshman and Stiliadis, 1998). Immutable, but for scratch rows that no search leaves anything in.
 */
export class ConjunctionIndex {
  /** By bit. */
  readonly slots: readonly ConjunctionSlot[];
  /** In running order. */
  private readonly pipelines: readonly Pipeline[];
  /** By bit: the index of its flow in `pipelines`. */
  private readonly flows: Uint16Array | Uint32Array;
  /** Those of whose rows most words say something, and those that concern a few words only. */
  private readonly broad: readonly Dimension[];
  private readonly narrow: readonly NarrowDimension[];
  /** The bits of conjunctions to be verified. */
  private readonly verified: Row;
  private readonly store = new RowStore();
  /** A row that refuses nothing. */
  private readonly none: number;
  /** Of the search in progress: the bits not refused yet, the words that hold some, and the indices of flows found. */
  private readonly open: Row;
  private readonly filled: Int32Array;
  private readonly found: Int32Array;

  constructor(slots: readonly ConjunctionSlot[]) {
    this.slots = [...slots].sort((a, b) => comparePipelines(a.pipeline, b.pipeline));
    this.pipelines = [...new Set(this.slots.map(({ pipeline }) => pipeline))];
    const indices = new Map(this.pipelines.map((pipeline, index) => [pipeline, index]));
    const flows = this.slots.map(({ pipeline }) => indices.get(pipeline) ?? 0);
    this.flows = this.pipelines.length <= 1 << 16 ? Uint16Array.from(flows) : Uint32Array.from(flows);
    const words = Math.ceil(slots.length / 32);
    this.none = this.store.add(words);
    const asked = askedDimensions(this.slots, this.store);
    this.store.seal();
    this.broad = asked.broad;
    this.narrow = asked.narrow;
    this.verified = emptyRow(words);
    for (const [bit, { verification }] of this.slots.entries()) if (verification) setBit(this.verified, bit);
    this.open = emptyRow(words);
    // One more, so that the place behind the last can be looked at and written to.
    this.filled = new Int32Array(words + 1);
    this.found = new Int32Array(this.pipelines.length + 1);
  }

  /** A row of all bits. */
  all(): Row {
    const row = emptyRow(this.open.length);
    for (let bit = 0; bit < this.slots.length; bit += 1) setBit(row, bit);
    return row;
  }

  /** The flows that act, in running order; only bits of `live` are looked at. */
  search(live: Row, event: TicketEvent, facts: Facts, context: MatchContext): Pipeline[] {
    this.open.set(live);
    this.refuse(event, facts, context.nowMs);
    const count = this.find(this.fill(event, facts, context));
    const { found, pipelines } = this;
    const acting: Pipeline[] = new Array(count);
    for (let index = 0; index < count; index += 1) {
      const pipeline = pipelines[found[index] ?? 0];
      if (pipeline) acting[index] = pipeline;
    }
    return acting;
  }

  /** Takes out of `open` what the values given refuse. */
  private refuse(event: TicketEvent, facts: Facts, nowMs: number): void {
    const { broad, narrow, none, open } = this;
    const { words } = this.store;
    const rowOf = (dimension: Dimension | undefined) =>
      dimension ? dimension.rowOf(readDimension(dimension.key, event, facts, nowMs)) : none;
    // Four at once, because most of the cost is in going over `open`.
    for (let index = 0; index < broad.length; index += 4) {
      const a = rowOf(broad[index]);
      const b = rowOf(broad[index + 1]);
      const c = rowOf(broad[index + 2]);
      const d = rowOf(broad[index + 3]);
      for (let word = 0; word < open.length; word += 1) {
        const refused =
          (words[a + word] ?? 0) | (words[b + word] ?? 0) | (words[c + word] ?? 0) | (words[d + word] ?? 0);
        open[word] = (open[word] ?? 0) & ~refused;
      }
    }
    for (const { dimension, concerned } of narrow) {
      const row = rowOf(dimension);
      for (let index = 0; index < concerned.length; index += 1) {
        const word = concerned[index] ?? 0;
        open[word] = (open[word] ?? 0) & ~(words[row + index] ?? 0);
      }
    }
  }

  /** Takes out of `open` what cannot be verified, and sets `filled` to the words left; how many there are. */
  private fill(event: TicketEvent, facts: Facts, context: MatchContext): number {
    const { filled, open, verified } = this;
    let input: NodeInput | null = null;
    let count = 0;
    for (let word = 0; word < open.length; word += 1) {
      const doubted = (open[word] ?? 0) & (verified[word] ?? 0);
      if (doubted !== 0) {
        input ??= searchInput(event, facts, context);
        this.verify(word, doubted, input);
      }
      filled[count] = word;
      count += isSome(open[word] ?? 0);
    }
    return count;
  }

  private verify(word: number, bits: number, input: NodeInput): void {
    for (let left = bits; left !== 0; left &= left - 1) {
      const bit = 32 * word + lowestBit(left);
      const verification = this.slots[bit]?.verification;
      if (verification && !isVerified(verification, input)) clearBit(this.open, bit);
    }
  }

  /**
   * Sets `found` to the flows of the bits in so many words of `filled`; how many there are. There is no branch that
   * depends on a bit: a processor guesses those wrong so often that it would take most of a search.
   */
  private find(wordCount: number): number {
    const { filled, flows, found, open } = this;
    let at = 0;
    let word = filled[0] ?? 0;
    let left = wordCount === 0 ? 0 : (open[word] ?? 0);
    let last = -1;
    let count = 0;
    while (at < wordCount) {
      const flow = flows[32 * word + lowestBit(left)] ?? 0;
      found[count] = flow;
      count += isSome(flow ^ last);
      last = flow;
      left &= left - 1;
      const isEmpty = 1 - isSome(left);
      at += isEmpty;
      word = filled[at] ?? 0;
      left |= (open[word] ?? 0) & -isEmpty;
    }
    return count;
  }
}

/** 1 where any bit is set, else 0. */
function isSome(bits: number): number {
  return (bits | -bits) >>> 31;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
