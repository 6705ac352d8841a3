import { foldText } from '../../facts/fold-text.ts';
import { clearPatch, setBit, setPatch } from './bit-patch.ts';
import type { TextDemand } from './demand.ts';
import type { TextPart } from './literal-reading.ts';
import { type Mark, Marks } from './marks.ts';
import { PartFinder } from './part-finder.ts';

/** Words of whole rows kept per dimension. */
const READY_WORDS = 1 << 16;
/** Spellings remembered per dimension, and the longest remembered. */
const MOST_SPELLINGS = 1024;
const LONGEST_SPELLING = 48;

/**
 * The refused conjunctions by text: those that refuse any text that is not named, less those that accept this one, more
 * those that refuse it; and likewise by the parts found in it. Memory: linear in the values and parts named.
 */
export class TextRows {
  private readonly base: Uint32Array;
  private readonly marks: ReadonlyMap<string, Mark>;
  private readonly ready: ReadonlyMap<string, Uint32Array>;
  /** Rows by texts as they were written, so that most need not be folded; a bounded cache. */
  private readonly spellings = new Map<string, Uint32Array>();
  private readonly parts: PartFinder | null;
  private readonly scratch: Uint32Array;

  constructor(slots: readonly number[], demands: readonly TextDemand<TextPart>[], words: number) {
    this.base = new Uint32Array(words);
    const marks = new Marks<string>();
    for (const [index, { other, exceptions, anyOf }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      if (!other || anyOf) setBit(this.base, slot);
      for (const text of exceptions) marks.add(text, other ? 'refused' : 'accepted', slot);
    }
    this.marks = marks.made(words);
    this.parts = PartFinder.of(slots, demands, words);
    this.scratch = new Uint32Array(words);
    this.ready = new Map(this.parts || this.marks.size * words > READY_WORDS ? [] : this.wholeRows());
  }

  /** The row of a text. Valid until the next call. */
  rowOf(text: string): Uint32Array {
    if (this.parts) return this.rowOfParts(this.parts, foldText(text));
    const known = this.spellings.get(text);
    if (known) return known;
    const folded = foldText(text);
    const mark = this.marks.get(folded);
    const row = mark ? this.ready.get(folded) : this.base;
    if (!row) return this.marked(mark);
    if (text.length <= LONGEST_SPELLING) {
      if (this.spellings.size >= MOST_SPELLINGS) this.spellings.clear();
      this.spellings.set(text, row);
    }
    return row;
  }

  private rowOfParts(parts: PartFinder, folded: string): Uint32Array {
    const mark = this.marks.get(folded);
    const { scratch } = this;
    scratch.set(this.base);
    parts.find(folded);
    if (mark?.accepted) clearPatch(scratch, mark.accepted);
    parts.accept(scratch);
    if (mark?.refused) setPatch(scratch, mark.refused);
    parts.refuse(scratch);
    return scratch;
  }

  private *wholeRows(): Generator<[string, Uint32Array]> {
    for (const [text, mark] of this.marks) yield [text, this.marked(mark).slice()];
  }

  private marked(mark: Mark | undefined): Uint32Array {
    const { scratch } = this;
    scratch.set(this.base);
    if (mark?.accepted) clearPatch(scratch, mark.accepted);
    if (mark?.refused) setPatch(scratch, mark.refused);
    return scratch;
  }
}
