/**
 * All rows of an index: sets of conjunctions that values refuse. They lie in one array, so that a search touches few pages
 * of memory; a row is named by the place of its first word. Bit n of a row is bit n % 32 of its word n / 32.
 */
export class RowStore {
  /** The words of all rows. Another array once rows were added. */
  words: Int32Array = new Int32Array(1 << 10);
  private used = 0;

  /** A row of so many words, of no bits. */
  add(length: number): number {
    const row = this.used;
    this.used += length;
    if (this.used > this.words.length) {
      const grown = new Int32Array(2 * this.used);
      grown.set(this.words);
      this.words = grown;
    }
    return row;
  }

  /** A row like another of this length. */
  addCopy(row: number, length: number): number {
    const copy = this.add(length);
    this.copy(row, copy, length);
    return copy;
  }

  copy(from: number, to: number, length: number): void {
    this.words.copyWithin(to, from, from + length);
  }

  setBit(row: number, bit: number): void {
    const word = row + (bit >>> 5);
    this.words[word] = (this.words[word] ?? 0) | (1 << (bit & 31));
  }

  toggleBit(row: number, bit: number): void {
    const word = row + (bit >>> 5);
    this.words[word] = (this.words[word] ?? 0) ^ (1 << (bit & 31));
  }

  /** Gives back the memory kept for rows to come. */
  seal(): void {
    this.words = this.words.slice(0, this.used);
  }
}
