import { foldText } from '../../facts/fold-text.ts';
import { clearPatch, setBit, setPatch } from './bit-patch.ts';
import type { TextDemand } from './demand.ts';
import { type Mark, Marks } from './marks.ts';

/** Spellings remembered per dimension. */
const MOST_SPELLINGS = 1024;

/** The refused conjunctions by set: those that refuse any, less and more by the elements it has. */
export class ListRows {
  private readonly base: Uint32Array;
  private readonly marks: ReadonlyMap<string, Mark>;
  /** Marks by elements as they were written, so that most need not be folded; a bounded cache. */
  private readonly spellings = new Map<string, Mark | null>();
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
    let isRefusing = false;
    for (const element of elements) {
      const mark = this.markOf(element);
      if (mark?.accepted) clearPatch(scratch, mark.accepted);
      isRefusing ||= mark?.refused != null;
    }
    if (!isRefusing) return scratch;
    for (const element of elements) {
      const refused = this.markOf(element)?.refused;
      if (refused) setPatch(scratch, refused);
    }
    return scratch;
  }

  private markOf(element: string): Mark | null {
    const known = this.spellings.get(element);
    if (known !== undefined) return known;
    const mark = this.marks.get(foldText(element)) ?? null;
    if (this.spellings.size >= MOST_SPELLINGS) this.spellings.clear();
    this.spellings.set(element, mark);
    return mark;
  }
}
