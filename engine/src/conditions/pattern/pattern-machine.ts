import type { CharacterSet, PatternTree, Place, SetPart } from './pattern-tree.ts';

/** More steps than any pattern of the longest length needs that says something; repetitions multiply. */
const MOST_STEPS = 20_000;
const ASCII = 128;

/** A step: reads a character that fits, goes two ways, checks a place, or has found the pattern. */
type Step =
  | { readonly type: 'read'; readonly fits: (character: number) => boolean }
  | { readonly type: 'fork'; ways: readonly number[] }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'found' };

/**
 * A pattern as a machine that is in many steps at once, so that it looks at each character of a text once (Thompson,
 * "Regular expression search algorithm", 1968). Time: the length of the text times the size of the pattern.
 */
export class PatternMachine {
  private readonly steps: Step[] = [];
  private readonly sets = new Map<string, (character: number) => boolean>();

  constructor(tree: PatternTree) {
    this.add(tree);
    this.push({ type: 'found' });
  }

  /** Whether the pattern is anywhere in the text. */
  finds(text: string): boolean {
    const { steps } = this;
    let current: number[] = [];
    let next: number[] = [];
    const enteredAt = new Int32Array(steps.length).fill(-1);
    let before = -1;
    for (let at = 0; at <= text.length; ) {
      const character = text.codePointAt(at) ?? -1;
      const entered: number[] = [];
      const waiting = [...current.reverse(), 0].reverse();
      while (waiting.length > 0) {
        const index = waiting.pop() ?? 0;
        if (enteredAt[index] === at) continue;
        enteredAt[index] = at;
        const step = steps[index];
        if (step?.type === 'found') return true;
        if (step?.type === 'read') entered.push(index);
        else if (step?.type === 'fork') waiting.push(...step.ways);
        else if (step?.type === 'place' && isAt(step.place, before, character)) waiting.push(index + 1);
      }
      next = [];
      for (const index of entered) {
        const step = steps[index];
        if (character >= 0 && step?.type === 'read' && step.fits(character)) next.push(index + 1);
      }
      current = next;
      before = character;
      at += character > 0xffff ? 2 : 1;
    }
    return false;
  }

  private push(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new Error('the pattern repeats too much');
    this.steps.push(step);
    return this.steps.length - 1;
  }

  /** Appends the steps of a tree; a run that has passed them stands behind them. */
  private add(tree: PatternTree): void {
    switch (tree.type) {
      case 'empty':
        return;
      case 'characters':
        this.push({ type: 'read', fits: this.setOf(tree.set) });
        return;
      case 'place':
        this.push({ type: 'place', place: tree.place });
        return;
      case 'sequence':
        for (const item of tree.items) this.add(item);
        return;
      case 'choice':
        this.addChoice(tree.items);
        return;
      case 'repeat':
        this.addRepeat(tree.item, tree.least, tree.most);
    }
  }

  private addChoice(items: readonly PatternTree[]): void {
    const fork: Step = { type: 'fork', ways: [] };
    this.push(fork);
    const starts: number[] = [];
    const ends: Extract<Step, { type: 'fork' }>[] = [];
    for (const item of items) {
      starts.push(this.steps.length);
      this.add(item);
      const end: Extract<Step, { type: 'fork' }> = { type: 'fork', ways: [] };
      this.push(end);
      ends.push(end);
    }
    fork.ways = starts;
    for (const end of ends) end.ways = [this.steps.length];
  }

  private addRepeat(item: PatternTree, least: number, most: number | null): void {
    for (let time = 0; time < least; time += 1) this.add(item);
    if (most === null) {
      const fork: Step = { type: 'fork', ways: [] };
      const start = this.push(fork);
      this.add(item);
      this.push({ type: 'fork', ways: [start] });
      fork.ways = [start + 1, this.steps.length];
      return;
    }
    const forks: Extract<Step, { type: 'fork' }>[] = [];
    for (let time = least; time < most; time += 1) {
      const fork: Extract<Step, { type: 'fork' }> = { type: 'fork', ways: [] };
      this.push(fork);
      forks.push(fork);
      fork.ways = [this.steps.length];
      this.add(item);
    }
    for (const fork of forks) fork.ways = [...fork.ways, this.steps.length];
  }

  /** A test of the set; ASCII is looked up, the rest asked of the platform's knowledge of Unicode. */
  private setOf({ parts, isNegated }: CharacterSet): (character: number) => boolean {
    const key = JSON.stringify([parts, isNegated]);
    const known = this.sets.get(key);
    if (known) return known;
    const tests = parts.map(testOf);
    const has = (character: number) => tests.some((test) => test(String.fromCodePoint(character))) !== isNegated;
    const ascii = Uint8Array.from({ length: ASCII }, (_, character) => (has(character) ? 1 : 0));
    const fits = (character: number) => (character < ASCII ? ascii[character] === 1 : has(character));
    this.sets.set(key, fits);
    return fits;
  }
}

function testOf({ source, isNegated, ignoresCase }: SetPart): (character: string) => boolean {
  const expression = new RegExp(`^${source}$`, ignoresCase ? 'iu' : 'u');
  return (character) => expression.test(character) !== isNegated;
}

/** Whether a place is between two characters; -1 stands for the end of the text on either side. */
function isAt(place: Place, before: number, after: number): boolean {
  switch (place) {
    case 'textStart':
      return before < 0;
    case 'textEnd':
      return after < 0;
    case 'lineStart':
      return before < 0 || before === 10;
    case 'lineEnd':
      return after < 0 || after === 10;
    case 'wordEdge':
      return isWord(before) !== isWord(after);
    case 'noWordEdge':
      return isWord(before) === isWord(after);
  }
}

function isWord(character: number): boolean {
  return character >= 0 && character < ASCII && /\w/.test(String.fromCharCode(character));
}
