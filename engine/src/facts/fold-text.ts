/**
 * A text as comparisons see it: Unicode compatibility forms unified (NFKC) and case folded, so that "Ｂｉｌｌｉｎｇ",
 * "BILLING" and "billing" are one. Idempotent; linear in the text.
 */
export function foldText(text: string): string {
  // Upper case first, because it is the step that unifies ß with ss; final sigma is a position, not a letter.
  return text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}

/** The words of a text, folded: runs of letters, marks and digits. Languages written without spaces give long words. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
