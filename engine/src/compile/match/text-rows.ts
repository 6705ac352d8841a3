import { foldText } from '../../facts/fold-text.ts';
import type { TextDemand } from './demand.ts';
import type { TextPart } from './literal-reading.ts';
import { PartFinder } from './part-finder.ts';
import { type Patches, PatchesWanted } from './patches.ts';
import { digested, emptyRow, type Row, setBit } from './row.ts';

/** Words of whole rows kept per dimension. More would be looked up faster only while they all lie in the cache. */
const READY_WORDS = 1 << 11;
/** Spellings remembered per dimension, and the longest remembered. */
const MOST_SPELLINGS = 1024;
const LONGEST_SPELLING = 48;
/** In place of a patch: a text no conjunction asks for. */
const UNNAMED = -1;

/**
 * The refused conjunctions by text: those that refuse any text that is not named, less those that accept this one, more
 * those that refuse it; and likewise by the parts found in it. Memory: linear in the values and parts named.
 */
export class TextRows {
  private readonly base: Row;
  private readonly patches: Patches;
  /** Patches by folded texts. */
  private readonly named: ReadonlyMap<string, number>;
  /** Rows by patch, where they are kept. */
  private readonly ready: readonly Row[];
  /** Patches by texts as they were written, so that most need not be folded; a bounded cache. */
  private readonly spellings = new Map<string, number>();
  private readonly parts: PartFinder | null;
  private readonly scratch: Row;

  constructor(slots: readonly number[], demands: readonly TextDemand<TextPart>[], words: number) {
    this.base = emptyRow(words);
    const wanted = new PatchesWanted<string>();
    for (const [index, { other, exceptions, anyOf }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      if (!other || anyOf) setBit(this.base, slot);
      for (const text of exceptions) wanted.add(text, other ? 'refused' : 'accepted', slot);
    }
    digested(this.base, words);
    this.patches = wanted.made(words);
    const texts = wanted.keys();
    this.named = new Map(texts.map((text, patch) => [text, patch]));
    this.parts = PartFinder.of(slots, demands, words);
    this.scratch = emptyRow(words);
    const isReady = !this.parts && texts.length * words <= READY_WORDS;
    this.ready = isReady ? texts.map((_, patch) => digested(this.patched(patch).slice(), words)) : [];
  }

  /** The row of a text. Valid until the next call. */
  rowOf(text: string): Row {
    if (this.parts) return this.rowOfParts(this.parts, foldText(text));
    const patch = this.patchOf(text);
    return patch === UNNAMED ? this.base : (this.ready[patch] ?? this.patched(patch));
  }

  private patchOf(text: string): number {
    const known = this.spellings.get(text);
    if (known !== undefined) return known;
    const patch = this.named.get(foldText(text)) ?? UNNAMED;
    if (text.length <= LONGEST_SPELLING) {
      if (this.spellings.size >= MOST_SPELLINGS) this.spellings.clear();
      this.spellings.set(text, patch);
    }
    return patch;
  }

  private rowOfParts(parts: PartFinder, folded: string): Row {
    const { patches, scratch } = this;
    const patch = this.named.get(folded) ?? UNNAMED;
    scratch.set(this.base);
    parts.find(folded);
    if (patch !== UNNAMED) patches.accept(scratch, patch);
    parts.accept(scratch);
    if (patch !== UNNAMED) patches.refuse(scratch, patch);
    parts.refuse(scratch);
    return scratch;
  }

  private patched(patch: number): Row {
    const { patches, scratch } = this;
    scratch.set(this.base);
    patches.accept(scratch, patch);
    patches.refuse(scratch, patch);
    return scratch;
  }
}
