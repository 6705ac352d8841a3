import { foldText } from '../../facts/fold-text.ts';
import type { TextPart } from './literal-reading.ts';
import { type Occurrences, TextScanner } from './text-scanner.ts';

const PLACES = ['anywhere', 'start', 'end'] as const;

/**
 * Which parts, of all that conjunctions ask of one fact, are in a text, found in one pass. A part is numbered by its text
 * and its place. What it found in the last text it remembers, as several dimensions of a fact ask in turn.
 */
export class PartFinder implements Occurrences {
  /** The parts found in the last text, each once: the first `count` of these. */
  readonly found: Int32Array;
  count = 0;
  private readonly ids: ReadonlyMap<string, number>;
  private readonly scanner: TextScanner;
  private readonly lengths: Int32Array;
  /** By part the turn it was found in last. */
  private readonly foundIn: Int32Array;
  private turn = 0;
  private last: string | null = null;
  private lastLength = 0;

  constructor(parts: readonly TextPart[]) {
    const texts = [...new Set(parts.map(({ text }) => text))];
    this.ids = new Map(texts.map((text, id) => [text, id]));
    this.scanner = new TextScanner(this.ids);
    this.lengths = Int32Array.from(texts, ({ length }) => length);
    this.found = new Int32Array(texts.length * PLACES.length);
    this.foundIn = new Int32Array(this.found.length);
  }

  /** The number of one of the parts it was made with. */
  idOf({ text, place }: TextPart): number {
    return (this.ids.get(text) ?? 0) * PLACES.length + PLACES.indexOf(place);
  }

  /** Finds the parts of a text; `found` then tells them. */
  find(text: string): void {
    if (text === this.last) return;
    const folded = foldText(text);
    this.turn += 1;
    this.count = 0;
    this.last = text;
    this.lastLength = folded.length;
    this.scanner.scan(folded, this);
  }

  noted(textId: number, endIndex: number): void {
    const part = textId * PLACES.length;
    this.note(part);
    if (endIndex === this.lengths[textId]) this.note(part + 1);
    if (endIndex === this.lastLength) this.note(part + 2);
  }

  private note(part: number): void {
    if (this.foundIn[part] === this.turn) return;
    this.foundIn[part] = this.turn;
    this.found[this.count] = part;
    this.count += 1;
  }
}
