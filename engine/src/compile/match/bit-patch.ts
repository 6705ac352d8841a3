/** Bits to clear or set in a row: as a list where they are few, else as a mask. Bit n of a row is bit n % 32 of word n / 32. */
export type BitPatch =
  | { readonly list: Int32Array; readonly mask: null }
  | { readonly list: null; readonly mask: Uint32Array };

/** A patch of these bits for rows of so many words; null for none. */
export function bitPatch(bits: readonly number[], words: number): BitPatch | null {
  if (bits.length === 0) return null;
  if (bits.length <= words) return { list: Int32Array.from(bits), mask: null };
  const mask = new Uint32Array(words);
  for (const bit of bits) setBit(mask, bit);
  return { list: null, mask };
}

export function setBit(row: Uint32Array, bit: number): void {
  const word = bit >>> 5;
  row[word] = (row[word] ?? 0) | (1 << (bit & 31));
}

export function clearBit(row: Uint32Array, bit: number): void {
  const word = bit >>> 5;
  row[word] = (row[word] ?? 0) & ~(1 << (bit & 31));
}

export function toggleBit(row: Uint32Array, bit: number): void {
  const word = bit >>> 5;
  row[word] = (row[word] ?? 0) ^ (1 << (bit & 31));
}

export function clearPatch(row: Uint32Array, patch: BitPatch): void {
  if (patch.list) for (let index = 0; index < patch.list.length; index += 1) clearBit(row, patch.list[index] ?? 0);
  else for (let word = 0; word < row.length; word += 1) row[word] = (row[word] ?? 0) & ~(patch.mask[word] ?? 0);
}

export function setPatch(row: Uint32Array, patch: BitPatch): void {
  if (patch.list) for (let index = 0; index < patch.list.length; index += 1) setBit(row, patch.list[index] ?? 0);
  else for (let word = 0; word < row.length; word += 1) row[word] = (row[word] ?? 0) | (patch.mask[word] ?? 0);
}
