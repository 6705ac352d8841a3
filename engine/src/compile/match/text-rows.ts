import type { TextDemand } from './demand.ts';
import type { TextPart } from './literal-reading.ts';
import type { PartFinder } from './part-finder.ts';
import { type Patches, PatchesWanted } from './patches.ts';
import type { RowStore } from './row-store.ts';
import { Spellings, UNNAMED } from './spellings.ts';

/** A patch of more than this part of the words of a row is kept as a whole row: a few times its memory for no work. */
const BROAD = 1 / 16;
/** In place of a row: one to be made. */
const UNKEPT = -1;

/**
 * The refused conjunctions by text: those that refuse any text that is not named, less those that accept this one, more
 * those that refuse it; and likewise by the parts found in it. Memory: linear in the values and parts named.
 */
export class TextRows {
  private readonly store: RowStore;
  private readonly length: number;
  private readonly base: number;
  private readonly patches: Patches;
  /** Patches by whole texts. */
  private readonly named: Spellings;
  /** Rows by patch, or `UNKEPT`. */
  private readonly ready: Int32Array;
  /** Null where no conjunction asks for parts. */
  private readonly parts: PartRows | null;
  private readonly scratch: number;

  /** `length` is that of rows, in words. */
  constructor(
    slots: readonly number[],
    demands: readonly TextDemand<TextPart>[],
    length: number,
    store: RowStore,
    finder: PartFinder | null,
  ) {
    this.store = store;
    this.length = length;
    this.base = store.add(length);
    const wanted = new PatchesWanted<string>();
    for (const [index, { other, exceptions, anyOf }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      if (!other || anyOf) store.setBit(this.base, slot);
      for (const text of exceptions) wanted.add(text, other ? 'refused' : 'accepted', slot);
    }
    this.patches = wanted.made();
    const texts = wanted.keys();
    this.named = new Spellings(new Map(texts.map((text, patch) => [text, patch])));
    this.scratch = store.add(length);
    this.parts = finder && partRows(slots, demands, finder);
    this.ready = Int32Array.from(texts, (_, patch) =>
      !this.parts && this.patches.sizeOf(patch) > BROAD * length ? store.addCopy(this.patched(patch), length) : UNKEPT,
    );
  }

  /** The row of a text. Valid until the next call. */
  rowOf(text: string): number {
    const patch = this.named.numberOf(text);
    if (this.parts) return this.rowOfParts(this.parts, text, patch);
    if (patch === UNNAMED) return this.base;
    const ready = this.ready[patch] ?? UNKEPT;
    return ready === UNKEPT ? this.patched(patch) : ready;
  }

  private rowOfParts({ finder, patches, patchOf }: PartRows, text: string, patch: number): number {
    const { scratch, store } = this;
    const { words } = store;
    finder.find(text);
    const { count, found } = finder;
    store.copy(this.base, scratch, this.length);
    if (patch !== UNNAMED) this.patches.accept(words, scratch, patch);
    for (let index = 0; index < count; index += 1) {
      const own = patchOf[found[index] ?? 0] ?? UNNAMED;
      if (own !== UNNAMED) patches.accept(words, scratch, own);
    }
    if (patch !== UNNAMED) this.patches.refuse(words, scratch, patch);
    for (let index = 0; index < count; index += 1) {
      const own = patchOf[found[index] ?? 0] ?? UNNAMED;
      if (own !== UNNAMED) patches.refuse(words, scratch, own);
    }
    return scratch;
  }

  private patched(patch: number): number {
    const { patches, scratch, store } = this;
    store.copy(this.base, scratch, this.length);
    patches.accept(store.words, scratch, patch);
    patches.refuse(store.words, scratch, patch);
    return scratch;
  }
}

/** What parts found in a text do to its row. */
interface PartRows {
  readonly finder: PartFinder;
  readonly patches: Patches;
  /** By part its patch, or `UNNAMED`. */
  readonly patchOf: Int32Array;
}

/** Null where these demands ask for no parts. */
function partRows(
  slots: readonly number[],
  demands: readonly TextDemand<TextPart>[],
  finder: PartFinder,
): PartRows | null {
  const wanted = new PatchesWanted<number>();
  for (const [index, { anyOf, noneOf }] of demands.entries()) {
    const slot = slots[index] ?? 0;
    for (const part of anyOf ?? []) wanted.add(finder.idOf(part), 'accepted', slot);
    for (const part of noneOf) wanted.add(finder.idOf(part), 'refused', slot);
  }
  const parts = wanted.keys();
  if (parts.length === 0) return null;
  const patchOf = new Int32Array(finder.found.length).fill(UNNAMED);
  for (const [patch, part] of parts.entries()) patchOf[part] = patch;
  return { finder, patches: wanted.made(), patchOf };
}
