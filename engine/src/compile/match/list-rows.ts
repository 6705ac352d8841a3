import { foldText } from '../../facts/fold-text.ts';
import type { TextDemand } from './demand.ts';
import { type Patches, PatchesWanted } from './patches.ts';
import type { RowStore } from './row-store.ts';

/** Spellings remembered per dimension. */
const MOST_SPELLINGS = 1024;
/** In place of a patch: an element no conjunction asks for. */
const UNNAMED = -1;

/** The refused conjunctions by set: those that refuse any, less and more by the elements it has. */
export class ListRows {
  private readonly store: RowStore;
  private readonly length: number;
  private readonly base: number;
  private readonly patches: Patches;
  /** Patches by folded elements. */
  private readonly named: ReadonlyMap<string, number>;
  /** Patches by elements as they were written, so that most need not be folded; a bounded cache. */
  private readonly spellings = new Map<string, number>();
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
    this.named = new Map(wanted.keys().map((element, patch) => [element, patch]));
    this.scratch = this.named.size > 0 ? store.add(length) : this.base;
  }

  /** The row of a set. Valid until the next call. */
  rowOf(elements: readonly string[]): number {
    if (this.named.size === 0) return this.base;
    const { patches, scratch, store } = this;
    store.copy(this.base, scratch, this.length);
    let isRefusing = false;
    for (const element of elements) {
      const patch = this.patchOf(element);
      if (patch === UNNAMED) continue;
      patches.accept(store.words, scratch, patch);
      isRefusing ||= patches.isRefusing(patch);
    }
    if (!isRefusing) return scratch;
    for (const element of elements) {
      const patch = this.patchOf(element);
      if (patch !== UNNAMED) patches.refuse(store.words, scratch, patch);
    }
    return scratch;
  }

  private patchOf(element: string): number {
    const known = this.spellings.get(element);
    if (known !== undefined) return known;
    const patch = this.named.get(foldText(element)) ?? UNNAMED;
    if (this.spellings.size >= MOST_SPELLINGS) this.spellings.clear();
    this.spellings.set(element, patch);
    return patch;
  }
}
