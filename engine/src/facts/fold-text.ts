/** Texts shorter than this are folded faster than they are remembered. */
const LONG = 24;
/** Many flows look at one message in turn, so the last long text is kept folded; the result is the same either way. */
let last = { text: '', folded: '' };

/**
 * A text as comparisons see it: Unicode compatibility forms unified (NFKC) and case folded, so that "Ｂｉｌｌｉｎｇ",
 * "BILLING" and "billing" are one. Idempotent; linear in the text.
 */
export function foldText(text: string): string {
  if (text.length < LONG) return fold(text);
  if (text !== last.text) last = { text, folded: fold(text) };
  return last.folded;
}

/** The words of a text, folded: runs of letters, marks and digits. Languages written without spaces give long words. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  // Printable ASCII has no compatibility forms; most options and tags are nothing else.
  if (!/[^ -~]/.test(text)) return text.toLowerCase();
  // By way of upper case, because that is the step that unifies ß with ss, and lower case before, because that is the
  // one that makes ẞ a ß; final sigma is a position, not a letter.
  const cased = text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
  return cased.replaceAll('ς', 'σ').normalize('NFKC');
}
