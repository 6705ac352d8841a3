/** A set of conjunctions: bit n is bit n % 32 of word n / 32. */
export type Row = Int32Array;

export function emptyRow(words: number): Row {
  return new Int32Array(words);
}

/** A row of so many words that has these bits. */
export function rowOf(bits: Iterable<number>, words: number): Row {
  const row = emptyRow(words);
  for (const bit of bits) setBit(row, bit);
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

export function hasBit(row: Row, bit: number): boolean {
  return (((row[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}
