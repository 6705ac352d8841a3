/**
 * A row: bit n is bit n % 32 of word n / 32, for so many words. Behind them lies its digest, a bit for each word: set only
 * where the whole word is (not everywhere where it is), so that 32 words are passed over by one look.
 */
export type Row = Uint32Array;

export function emptyRow(words: number): Row {
  return new Uint32Array(words + Math.ceil(words / 32));
}

/** The same row, its digest made from all its words. */
export function digested(row: Row, words: number): Row {
  for (let word = 0; word < words; word += 1) if (row[word] === 0xffffffff) setBit(row, 32 * words + word);
  return row;
}

export function setBit(row: Row, bit: number): void {
  const word = bit >>> 5;
  row[word] = (row[word] ?? 0) | (1 << (bit & 31));
}

export function clearBit(row: Row, bit: number): void {
  const word = bit >>> 5;
  row[word] = (row[word] ?? 0) & ~(1 << (bit & 31));
}

/** Toggles a bit; the digest says nothing of its word afterwards. */
export function toggleBit(row: Row, bit: number, words: number): void {
  const word = bit >>> 5;
  row[word] = (row[word] ?? 0) ^ (1 << (bit & 31));
  clearBit(row, 32 * words + word);
}
