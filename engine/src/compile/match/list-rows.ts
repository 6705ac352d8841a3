import type { TextDemand } from './demand.ts';
import { type Patches, PatchesWanted } from './patches.ts';
import type { RowStore } from './row-store.ts';
import { Spellings, UNNAMED } from './spellings.ts';

/** The refused conjunctions by set: those that refuse any, less and more by the elements it has. */
export class ListRows {
  private readonly store: RowStore;
  private readonly length: number;
  private readonly base: number;
  private readonly patches: Patches;
  /** Patches by elements; null where no conjunction asks for any. */
  private readonly named: Spellings | null;
  private readonly scratch: number;

  /** `length` is that of rows, in words. */
  constructor(slots: readonly number[], demands: readonly TextDemand<string>[], length: number, store: RowStore) {
    this.store = store;
    this.length = length;
    this.base = store.add(length);
    const wanted = new PatchesWanted<string>();
    for (const [index, { other, anyOf, noneOf }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      if (!other || anyOf) store.setBit(this.base, slot);
      for (const element of anyOf ?? []) wanted.add(element, 'accepted', slot);
      for (const element of noneOf) wanted.add(element, 'refused', slot);
    }
    this.patches = wanted.made();
    const elements = wanted.keys();
    this.named =
      elements.length > 0 ? new Spellings(new Map(elements.map((element, patch) => [element, patch]))) : null;
    this.scratch = this.named ? store.add(length) : this.base;
  }

  /** The row of a set. Valid until the next call. */
  rowOf(elements: readonly string[]): number {
    const { named, patches, scratch, store } = this;
    if (!named) return scratch;
    store.copy(this.base, scratch, this.length);
    let isRefusing = false;
    for (const element of elements) {
      const patch = named.numberOf(element);
      if (patch === UNNAMED) continue;
      patches.accept(store.words, scratch, patch);
      isRefusing ||= patches.isRefusing(patch);
    }
    if (!isRefusing) return scratch;
    for (const element of elements) {
      const patch = named.numberOf(element);
      if (patch !== UNNAMED) patches.refuse(store.words, scratch, patch);
    }
    return scratch;
  }
}
