import type { Demand } from './demand.ts';
import type { RowStore } from './row-store.ts';

/** Words of rows kept ready per dimension; between those, rows are made from the one before by the bits that change. */
const READY_WORDS = 1 << 13;

/**
 * The refused conjunctions by number. The thresholds of all conjunctions cut the numbers into classes; from one class to
 * the next few bits change, so only every `stride`-th row is kept. Memory: linear in the thresholds.
 */
export class NumberRows {
  private readonly store: RowStore;
  private readonly length: number;
  private readonly points: Float64Array;
  private readonly rows: Int32Array;
  /** The bits in which the row of each class differs from the one before, and by class where its own begin. */
  private readonly changes: Int32Array;
  private readonly starts: Int32Array;
  private readonly stride: number;
  private readonly scratch: number;

  /** `length` is that of rows, in words. */
  constructor(slots: readonly number[], demands: readonly Demand[], length: number, store: RowStore) {
    this.store = store;
    this.length = length;
    this.points = Float64Array.from(new Set(demands.flatMap(({ points }) => points))).sort();
    const classes = 2 * this.points.length + 1;
    const changes: number[][] = Array.from({ length: classes }, () => []);
    this.scratch = store.add(length);
    for (const [index, { points, numbers }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      if (!numbers[0]) store.setBit(this.scratch, slot);
      for (const [at, point] of points.entries()) {
        const position = 2 * this.below(point) + 1;
        if (numbers[2 * at] !== numbers[2 * at + 1]) changes[position]?.push(slot);
        if (numbers[2 * at + 1] !== numbers[2 * at + 2]) changes[position + 1]?.push(slot);
      }
    }
    this.changes = Int32Array.from(changes.flat());
    this.starts = new Int32Array(classes + 1);
    this.stride = Math.max(1, Math.ceil((classes * length) / READY_WORDS));
    const rows: number[] = [];
    for (const [position, changed] of changes.entries()) {
      this.starts[position + 1] = (this.starts[position] ?? 0) + changed.length;
      for (const bit of changed) store.toggleBit(this.scratch, bit);
      if (position % this.stride === 0) rows.push(store.addCopy(this.scratch, length));
    }
    this.rows = Int32Array.from(rows);
  }

  /** The row of a number. Valid until the next call. */
  rowOf(value: number): number {
    const { changes, scratch, starts, store, stride } = this;
    const below = this.below(value);
    const position = 2 * below + (this.points[below] === value ? 1 : 0);
    const ready = Math.floor(position / stride);
    const row = this.rows[ready] ?? 0;
    const end = starts[position + 1] ?? 0;
    let index = starts[ready * stride + 1] ?? 0;
    if (index === end) return row;
    store.copy(row, scratch, this.length);
    for (; index < end; index += 1) store.toggleBit(scratch, changes[index] ?? 0);
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
