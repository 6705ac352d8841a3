/** What several values, or parts of values, do to a row: which conjunctions are accepted because of each, and which refused. */
export class PatchesWanted<K> {
  private readonly bits = new Map<K, { readonly accepted: number[]; readonly refused: number[] }>();

  add(key: K, way: 'accepted' | 'refused', slot: number): void {
    const bits = this.bits.get(key) ?? { accepted: [], refused: [] };
    this.bits.set(key, bits);
    bits[way].push(slot);
  }

  /** The keys in the order of their patches. */
  keys(): readonly K[] {
    return [...this.bits.keys()];
  }

  made(): Patches {
    return new Patches([...this.bits.values()]);
  }
}

/**
 * Patches of rows, numbered from 0. All lie in one list of words and of the bits that change there, so that few places in
 * memory are touched. Linear in those bits.
 */
export class Patches {
  /** In `changes`, what to clear by patch n begins at 2n, what to set at 2n + 1. */
  private readonly starts: Int32Array;
  /** A word and the bits in it, and so on. */
  private readonly changes: Int32Array;

  constructor(wanted: readonly { readonly accepted: readonly number[]; readonly refused: readonly number[] }[]) {
    const starts = [0];
    const changes: number[] = [];
    for (const { accepted, refused } of wanted) {
      for (const bits of [accepted, refused]) {
        for (const [word, mask] of byWord(bits)) changes.push(word, mask);
        starts.push(changes.length);
      }
    }
    this.starts = Int32Array.from(starts);
    this.changes = Int32Array.from(changes);
  }

  /** Clears the bits of the accepted in the row that begins at this word. */
  accept(words: Int32Array, row: number, patch: number): void {
    const { changes, starts } = this;
    const end = starts[2 * patch + 1] ?? 0;
    for (let index = starts[2 * patch] ?? 0; index < end; index += 2) {
      const word = row + (changes[index] ?? 0);
      words[word] = (words[word] ?? 0) & ~(changes[index + 1] ?? 0);
    }
  }

  /** Sets the bits of the refused in the row that begins at this word. */
  refuse(words: Int32Array, row: number, patch: number): void {
    const { changes, starts } = this;
    const end = starts[2 * patch + 2] ?? 0;
    for (let index = starts[2 * patch + 1] ?? 0; index < end; index += 2) {
      const word = row + (changes[index] ?? 0);
      words[word] = (words[word] ?? 0) | (changes[index + 1] ?? 0);
    }
  }

  /** How many words change, those that are cleared and set again twice. */
  sizeOf(patch: number): number {
    return ((this.starts[2 * patch + 2] ?? 0) - (this.starts[2 * patch] ?? 0)) / 2;
  }

  /** Whether any is refused. */
  isRefusing(patch: number): boolean {
    return this.starts[2 * patch + 1] !== this.starts[2 * patch + 2];
  }
}

/** The bits of each word as a mask. */
function byWord(bits: readonly number[]): ReadonlyMap<number, number> {
  const masks = new Map<number, number>();
  for (const bit of bits) masks.set(bit >>> 5, (masks.get(bit >>> 5) ?? 0) | (1 << (bit & 31)));
  return masks;
}
