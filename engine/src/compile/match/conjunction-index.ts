import type { TicketEvent } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { NodeInput } from '../../nodes/behaviour.ts';
import { comparePipelines, type Pipeline } from '../compile-flow.ts';
import { askedDimensions, type LateDimension } from './asked-dimensions.ts';
import type { ConjunctionSlot } from './conjunction-slot.ts';
import type { Dimension } from './dimension.ts';
import { readDimension } from './read-dimension.ts';
import { clearBit, emptyRow, type Row, rowOf } from './row.ts';
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
  private readonly early: readonly Dimension[];
  private readonly late: readonly LateDimension[];
  /** The bits of conjunctions to be verified. */
  private readonly verified: Row;
  private readonly store = new RowStore();
  /** A row that refuses nothing. */
  private readonly none: number;
  /** Of the search in progress: the bits not refused yet, the words that hold some, their bits, and the flows found. */
  private readonly open: Row;
  private readonly filled: Int32Array;
  private readonly left: Row;
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
    this.early = asked.early;
    this.late = asked.late;
    const doubted = [...this.slots.keys()].filter((bit) => this.slots[bit]?.verification);
    this.verified = rowOf(doubted, words);
    this.open = emptyRow(words);
    // One more, so that the place behind the last can be looked at and written to.
    this.filled = new Int32Array(words + 1);
    this.left = emptyRow(words + 1);
    this.found = new Int32Array(this.pipelines.length + 1);
  }

  /** A row of all bits. */
  all(): Row {
    return rowOf(this.slots.keys(), this.open.length);
  }

  /** The flows that act, in running order; only bits of `live` are looked at. */
  search(live: Row, event: TicketEvent, facts: Facts, context: MatchContext): Pipeline[] {
    this.open.set(live);
    this.refuseEarly(event, facts, context.nowMs);
    this.refuseLate(event, facts, context.nowMs);
    return this.take(this.find(this.fill(event, facts, context)));
  }

  /** The first so many flows found. */
  private take(count: number): Pipeline[] {
    const { found, pipelines } = this;
    const acting: Pipeline[] = new Array(count);
    for (let index = 0; index < count; index += 1) {
      const pipeline = pipelines[found[index] ?? 0];
      if (pipeline) acting[index] = pipeline;
    }
    return acting;
  }

  /** Takes out of `open` what the values of early dimensions refuse. */
  private refuseEarly(event: TicketEvent, facts: Facts, nowMs: number): void {
    const { early, none, open } = this;
    const { words } = this.store;
    const refused = (dimension: Dimension | undefined) =>
      dimension ? dimension.rowOf(readDimension(dimension.key, event, facts, nowMs)) : none;
    // Four at once, because most of the cost is in going over `open`.
    for (let index = 0; index < early.length; index += 4) {
      const a = refused(early[index]);
      const b = refused(early[index + 1]);
      const c = refused(early[index + 2]);
      const d = refused(early[index + 3]);
      for (let word = 0; word < open.length; word += 1) {
        const bits = (words[a + word] ?? 0) | (words[b + word] ?? 0) | (words[c + word] ?? 0) | (words[d + word] ?? 0);
        open[word] = (open[word] ?? 0) & ~bits;
      }
    }
  }

  /** Takes out of `open` what the values of late dimensions refuse. */
  private refuseLate(event: TicketEvent, facts: Facts, nowMs: number): void {
    const { late, open } = this;
    const { words } = this.store;
    for (const { dimension, concerned, asking } of late) {
      if (!this.isAsked(concerned, asking)) continue;
      const row = dimension.rowOf(readDimension(dimension.key, event, facts, nowMs));
      for (let index = 0; index < concerned.length; index += 1) {
        const word = concerned[index] ?? 0;
        open[word] = (open[word] ?? 0) & ~(words[row + index] ?? 0);
      }
    }
  }

  /** Whether any of these conjunctions is in `open`. */
  private isAsked(concerned: Int32Array, asking: Row): boolean {
    const { open } = this;
    for (let index = 0; index < concerned.length; index += 1) {
      if (((open[concerned[index] ?? 0] ?? 0) & (asking[index] ?? 0)) !== 0) return true;
    }
    return false;
  }

  /** Takes out of `open` what cannot be verified, and sets `filled` and `left` to what remains; how many words there are. */
  private fill(event: TicketEvent, facts: Facts, context: MatchContext): number {
    const { filled, left, open, verified } = this;
    let input: NodeInput | null = null;
    let count = 0;
    for (let word = 0; word < open.length; word += 1) {
      const doubted = (open[word] ?? 0) & (verified[word] ?? 0);
      if (doubted !== 0) {
        input ??= searchInput(event, facts, context);
        this.verify(word, doubted, input);
      }
      const bits = open[word] ?? 0;
      filled[count] = word;
      left[count] = bits;
      count += isSome(bits);
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
    const { filled, flows, found, left } = this;
    let at = 0;
    let bits = left[0] ?? 0;
    let last = -1;
    let count = 0;
    while (at < wordCount) {
      const flow = flows[32 * (filled[at] ?? 0) + lowestBit(bits)] ?? 0;
      found[count] = flow;
      count += isSome(flow ^ last);
      last = flow;
      bits &= bits - 1;
      const isEmpty = 1 - isSome(bits);
      at += isEmpty;
      bits |= (left[at] ?? 0) & -isEmpty;
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
