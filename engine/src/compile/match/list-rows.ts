import { foldText } from '../../facts/fold-text.ts';
import { clearPatch, setBit, setPatch } from './bit-patch.ts';
import type { TextDemand } from './demand.ts';
import { type Mark, Marks } from './marks.ts';

/** The refused conjunctions by set: those that refuse any, less and more by the elements it has. */
export class ListRows {
  private readonly base: Uint32Array;
  private readonly marks: ReadonlyMap<string, Mark>;
  private readonly scratch: Uint32Array;

  constructor(slots: readonly number[], demands: readonly TextDemand<string>[], words: number) {
    this.base = new Uint32Array(words);
    const marks = new Marks<string>();
    for (const [index, { other, anyOf, noneOf }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      if (!other || anyOf) setBit(this.base, slot);
      for (const element of anyOf ?? []) marks.add(element, 'accepted', slot);
      for (const element of noneOf) marks.add(element, 'refused', slot);
    }
    this.marks = marks.made(words);
    this.scratch = new Uint32Array(this.marks.size > 0 ? words : 0);
  }

  /** The row of a set. Valid until the next call. */
  rowOf(elements: readonly string[]): Uint32Array {
    if (this.marks.size === 0) return this.base;
    const { scratch } = this;
    scratch.set(this.base);
    for (const element of elements) {
      const accepted = this.marks.get(foldText(element))?.accepted;
      if (accepted) clearPatch(scratch, accepted);
    }
    for (const element of elements) {
      const refused = this.marks.get(foldText(element))?.refused;
      if (refused) setPatch(scratch, refused);
    }
    return scratch;
  }
}
