import type { FactValue } from '../../facts/fact-value.ts';
import type { Demand } from './demand.ts';
import { ListRows } from './list-rows.ts';
import { NumberRows } from './number-rows.ts';
import type { PartFinder } from './part-finder.ts';
import type { DimensionKey } from './read-dimension.ts';
import type { RowStore } from './row-store.ts';
import { TextRows } from './text-rows.ts';

/**
 * For every value of one dimension, a row of the store: the conjunctions that it refuses. A conjunction that asks nothing
 * of the dimension has no bit in any row. Immutable for callers; rows that depend on the value may be made in place.
 */
export class Dimension {
  readonly key: DimensionKey;
  private readonly missing: number;
  private readonly yes: number;
  private readonly no: number;
  private readonly numbers: NumberRows;
  private readonly texts: TextRows;
  private readonly lists: ListRows;

  /**
   * `slots` are the bits of the conjunctions that ask, and `demands`, in the same order, what they ask; `length` is that
   * of rows, in words. `finder` knows the parts of texts asked for, if any are.
   */
  constructor(
    key: DimensionKey,
    slots: readonly number[],
    demands: readonly Demand[],
    length: number,
    store: RowStore,
    finder: PartFinder | null,
  ) {
    this.key = key;
    const refusing = (accepts: (demand: Demand) => boolean) => {
      const row = store.add(length);
      for (const [index, demand] of demands.entries()) if (!accepts(demand)) store.setBit(row, slots[index] ?? 0);
      return row;
    };
    this.missing = refusing(({ missing }) => missing);
    this.yes = refusing(({ yes }) => yes);
    this.no = refusing(({ no }) => no);
    this.numbers = new NumberRows(slots, demands, length, store);
    const texts = demands.map(({ text }) => text);
    this.texts = new TextRows(slots, texts, length, store, finder);
    this.lists = new ListRows(
      slots,
      demands.map(({ list }) => list),
      length,
      store,
    );
  }

  /** The row of a value. Valid until the next call. */
  rowOf(value: FactValue | null): number {
    switch (typeof value) {
      case 'string':
        return this.texts.rowOf(value);
      case 'number':
        return this.numbers.rowOf(value);
      case 'boolean':
        return value ? this.yes : this.no;
      default:
        return value === null ? this.missing : this.lists.rowOf(value);
    }
  }
}
