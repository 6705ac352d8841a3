import { foldText } from '../../facts/fold-text.ts';

/** In place of a number: a text that is not named. */
export const UNNAMED = -1;

/** Spellings remembered, and the longest that is. */
const MOST_SPELLINGS = 1024;
const LONGEST_SPELLING = 48;

/**
 * Folded texts and their numbers, asked by texts as they are written. What was asked is remembered, so that most need not
 * be folded.
 */
export class Spellings {
  private readonly named: Pick<ReadonlyMap<string, number>, 'get' | 'size'>;
  private readonly known = new Map<string, number>();

  constructor(named: Pick<ReadonlyMap<string, number>, 'get' | 'size'>) {
    this.named = named;
  }

  /** The number of a text however it is spelt, or `UNNAMED`. */
  numberOf(text: string): number {
    if (this.named.size === 0) return UNNAMED;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const number = this.named.get(foldText(text)) ?? UNNAMED;
    if (text.length <= LONGEST_SPELLING) {
      if (this.known.size >= MOST_SPELLINGS) this.known.clear();
      this.known.set(text, number);
    }
    return number;
  }
}
