import { type BitPatch, bitPatch } from './bit-patch.ts';

/** What a value or a part does to the row: who is accepted because of it, and who refused. */
export interface Mark {
  readonly accepted: BitPatch | null;
  readonly refused: BitPatch | null;
}

/** Collects, per key, the conjunctions accepted and refused, and makes marks of them. */
export class Marks<K> {
  private readonly bits = new Map<K, { readonly accepted: number[]; readonly refused: number[] }>();

  add(key: K, way: 'accepted' | 'refused', slot: number): void {
    const bits = this.bits.get(key) ?? { accepted: [], refused: [] };
    this.bits.set(key, bits);
    bits[way].push(slot);
  }

  made(words: number): Map<K, Mark> {
    const marks = new Map<K, Mark>();
    for (const [key, { accepted, refused }] of this.bits) {
      marks.set(key, { accepted: bitPatch(accepted, words), refused: bitPatch(refused, words) });
    }
    return marks;
  }
}
