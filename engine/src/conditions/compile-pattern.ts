import { RE2JS } from 're2js';

/**
 * A pattern of `matches`, in RE2 syntax: whatever the case, over text in NFKC, in time linear in the text.
 * Throws an Error that says what is wrong with it.
 */
export function compilePatternOrThrow(pattern: string): (text: string) => boolean {
  const compiled = RE2JS.compile(pattern.normalize('NFKC'), RE2JS.CASE_INSENSITIVE);
  return (text) => compiled.matcher(text.normalize('NFKC')).find();
}
