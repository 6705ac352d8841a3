import type { Demand } from './demand.ts';
import { digested, emptyRow, type Row, setBit, toggleBit } from './row.ts';

/** Words of rows kept ready per dimension; between those, rows are made from the one before by the bits that change. */
const READY_WORDS = 1 << 11;

/**
 * The refused conjunctions by number. The thresholds of all conjunctions cut the numbers into classes; from one class to
 * the next few bits change, so only every `stride`-th row is kept. Memory: linear in the thresholds.
 */
export class NumberRows {
  private readonly points: Float64Array;
  private readonly rows: readonly Row[];
  /** The bits in which the row of each class differs from the one before, and by class where its own begin. */
  private readonly changes: Int32Array;
  private readonly starts: Int32Array;
  private readonly stride: number;
  private readonly words: number;
  private readonly scratch: Row;

  constructor(slots: readonly number[], demands: readonly Demand[], words: number) {
    this.points = Float64Array.from(new Set(demands.flatMap(({ points }) => points))).sort();
    const classes = 2 * this.points.length + 1;
    const changes: number[][] = Array.from({ length: classes }, () => []);
    const row = emptyRow(words);
    for (const [index, { points, numbers }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      if (!numbers[0]) setBit(row, slot);
      for (const [at, point] of points.entries()) {
        const position = 2 * this.below(point) + 1;
        if (numbers[2 * at] !== numbers[2 * at + 1]) changes[position]?.push(slot);
        if (numbers[2 * at + 1] !== numbers[2 * at + 2]) changes[position + 1]?.push(slot);
      }
    }
    this.changes = Int32Array.from(changes.flat());
    this.starts = new Int32Array(classes + 1);
    this.stride = Math.max(1, Math.ceil((classes * words) / READY_WORDS));
    const rows: Row[] = [];
    for (const [position, changed] of changes.entries()) {
      this.starts[position + 1] = (this.starts[position] ?? 0) + changed.length;
      for (const bit of changed) toggleBit(row, bit, words);
      if (position % this.stride === 0) rows.push(digested(row.slice(), words));
    }
    this.rows = rows;
    this.words = words;
    this.scratch = emptyRow(this.stride > 1 ? words : 0);
  }

  /** The row of a number. Valid until the next call. */
  rowOf(value: number): Row {
    const { changes, scratch, starts, stride, words } = this;
    const below = this.below(value);
    const position = 2 * below + (this.points[below] === value ? 1 : 0);
    const ready = Math.floor(position / stride);
    const row = this.rows[ready] ?? scratch;
    const end = starts[position + 1] ?? 0;
    let index = starts[ready * stride + 1] ?? 0;
    if (index === end) return row;
    scratch.set(row);
    for (; index < end; index += 1) toggleBit(scratch, changes[index] ?? 0, words);
    return scratch;
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
