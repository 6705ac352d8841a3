import { clearBit, emptyRow, type Row, setBit } from './row.ts';

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

  made(words: number): Patches {
    return new Patches([...this.bits.values()], words);
  }
}

/**
 * Patches of rows, numbered from 0. All lie in one list of bits, so that few places in memory are touched; where one has
 * more bits than a row has words, it is a row itself.
 */
export class Patches {
  /** Of patch n the bits to clear begin at 2n, those to set at 2n + 1. */
  private readonly starts: Int32Array;
  private readonly bits: Int32Array;
  private readonly masks: readonly (Row | null)[];

  constructor(
    wanted: readonly { readonly accepted: readonly number[]; readonly refused: readonly number[] }[],
    words: number,
  ) {
    const bits: number[] = [];
    const starts = [0];
    const masks: (Row | null)[] = [];
    for (const { accepted, refused } of wanted) {
      // What the digest says of words in which bits are cleared is cleared too.
      const inDigest = new Set(accepted.map((bit) => 32 * words + (bit >>> 5)));
      for (const own of [[...accepted, ...inDigest], refused]) {
        if (own.length > words) {
          const mask = emptyRow(words);
          for (const bit of own) setBit(mask, bit);
          masks.push(mask);
        } else {
          for (const bit of own) bits.push(bit);
          masks.push(null);
        }
        starts.push(bits.length);
      }
    }
    this.starts = Int32Array.from(starts);
    this.bits = Int32Array.from(bits);
    this.masks = masks.some((mask) => mask) ? masks : [];
  }

  /** Clears the bits of the accepted. */
  accept(row: Row, patch: number): void {
    const { bits, masks, starts } = this;
    const end = starts[2 * patch + 1] ?? 0;
    for (let index = starts[2 * patch] ?? 0; index < end; index += 1) clearBit(row, bits[index] ?? 0);
    const mask = masks[2 * patch];
    if (mask) for (let word = 0; word < row.length; word += 1) row[word] = (row[word] ?? 0) & ~(mask[word] ?? 0);
  }

  /** Sets the bits of the refused. */
  refuse(row: Row, patch: number): void {
    const { bits, masks, starts } = this;
    const end = starts[2 * patch + 2] ?? 0;
    for (let index = starts[2 * patch + 1] ?? 0; index < end; index += 1) setBit(row, bits[index] ?? 0);
    const mask = masks[2 * patch + 1];
    if (mask) for (let word = 0; word < row.length; word += 1) row[word] = (row[word] ?? 0) | (mask[word] ?? 0);
  }

  /** Whether any is refused. */
  isRefusing(patch: number): boolean {
    const { starts } = this;
    return starts[2 * patch + 1] !== starts[2 * patch + 2] || (this.masks[2 * patch + 1] ?? null) !== null;
  }
}
