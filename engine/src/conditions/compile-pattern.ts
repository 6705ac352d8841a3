import { parsePatternOrThrow } from './pattern/parse-pattern.ts';
import { PatternMachine } from './pattern/pattern-machine.ts';

/**
 * A pattern of `matches`, in RE2 syntax: whatever the case, over text in NFKC, in time linear in the text.
 * Throws an Error that says what is wrong with it.
 */
export function compilePatternOrThrow(pattern: string): (text: string) => boolean {
  const machine = new PatternMachine(parsePatternOrThrow(pattern.normalize('NFKC'), true));
  return (text) => machine.finds(text.normalize('NFKC'));
}
