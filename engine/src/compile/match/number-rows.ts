import { setBit, toggleBit } from './bit-patch.ts';
import type { Demand } from './demand.ts';

/** Words of rows kept ready per dimension; between those, rows are made from the one before by the bits that change. */
const READY_WORDS = 1 << 15;

/**
 * The refused conjunctions by number. The thresholds of all conjunctions cut the numbers into classes; from one class to
 * the next few bits change, so only every `stride`-th row is kept. Memory: linear in the thresholds.
 */
export class NumberRows {
  private readonly points: Float64Array;
  private readonly rows: readonly Uint32Array[];
  /** By class: the bits in which its row differs from the one before. */
  private readonly changes: readonly (readonly number[])[];
  private readonly stride: number;
  private readonly scratch: Uint32Array;

  constructor(slots: readonly number[], demands: readonly Demand[], words: number) {
    this.points = Float64Array.from(new Set(demands.flatMap(({ points }) => points))).sort();
    const classes = 2 * this.points.length + 1;
    const changes: number[][] = Array.from({ length: classes }, () => []);
    const row = new Uint32Array(words);
    for (const [index, { points, numbers }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      if (!numbers[0]) setBit(row, slot);
      for (const [at, point] of points.entries()) {
        const position = 2 * this.below(point) + 1;
        if (numbers[2 * at] !== numbers[2 * at + 1]) changes[position]?.push(slot);
        if (numbers[2 * at + 1] !== numbers[2 * at + 2]) changes[position + 1]?.push(slot);
      }
    }
    this.changes = changes;
    this.stride = Math.max(1, Math.ceil((classes * words) / READY_WORDS));
    const rows: Uint32Array[] = [];
    for (const [position, changed] of changes.entries()) {
      for (const bit of changed) toggleBit(row, bit);
      if (position % this.stride === 0) rows.push(row.slice());
    }
    this.rows = rows;
    this.scratch = new Uint32Array(this.stride > 1 ? words : 0);
  }

  /** The row of a number. Valid until the next call. */
  rowOf(value: number): Uint32Array {
    const below = this.below(value);
    const position = 2 * below + (this.points[below] === value ? 1 : 0);
    const ready = Math.floor(position / this.stride);
    const row = this.rows[ready] ?? this.scratch;
    if (position === ready * this.stride) return row;
    this.scratch.set(row);
    for (let at = ready * this.stride + 1; at <= position; at += 1) {
      const changed = this.changes[at];
      if (changed) for (let index = 0; index < changed.length; index += 1) toggleBit(this.scratch, changed[index] ?? 0);
    }
    return this.scratch;
  }

  /** How many points are smaller. */
  private below(value: number): number {
    let low = 0;
    let high = this.points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.points[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
