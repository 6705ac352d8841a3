import { clearPatch, setPatch } from './bit-patch.ts';
import type { TextDemand } from './demand.ts';
import type { TextPart } from './literal-reading.ts';
import { type Mark, Marks } from './marks.ts';
import { type Occurrences, TextScanner } from './text-scanner.ts';

const PLACES = ['anywhere', 'start', 'end'] as const;

/**
 * Which parts that conjunctions ask for are in a text, found in one pass, and what that does to their row. A part is
 * numbered by its text and its place.
 */
export class PartFinder implements Occurrences {
  private readonly scanner: TextScanner;
  private readonly lengths: Int32Array;
  private readonly marks: readonly (Mark | undefined)[];
  private readonly foundIds: Int32Array;
  private readonly foundIn: Int32Array;
  private foundCount = 0;
  private turn = 0;
  private textLength = 0;

  /** Null where no conjunction asks for parts. */
  static of(slots: readonly number[], demands: readonly TextDemand<TextPart>[], words: number): PartFinder | null {
    const isAsking = demands.some(({ anyOf, noneOf }) => (anyOf?.length ?? 0) + noneOf.length > 0);
    return isAsking ? new PartFinder(slots, demands, words) : null;
  }

  private constructor(slots: readonly number[], demands: readonly TextDemand<TextPart>[], words: number) {
    const texts = new Set(
      demands.flatMap(({ anyOf, noneOf }) => [...(anyOf ?? []), ...noneOf].map(({ text }) => text)),
    );
    const ids = new Map([...texts].map((text, id) => [text, id]));
    this.scanner = new TextScanner(ids);
    const marks = new Marks<number>();
    const partId = ({ text, place }: TextPart) => (ids.get(text) ?? 0) * PLACES.length + PLACES.indexOf(place);
    for (const [index, { anyOf, noneOf }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      for (const part of anyOf ?? []) marks.add(partId(part), 'accepted', slot);
      for (const part of noneOf) marks.add(partId(part), 'refused', slot);
    }
    this.lengths = new Int32Array(ids.size);
    for (const [text, id] of ids) this.lengths[id] = text.length;
    const made = marks.made(words);
    this.marks = Array.from({ length: ids.size * PLACES.length }, (_, id) => made.get(id));
    this.foundIds = new Int32Array(this.marks.length);
    this.foundIn = new Int32Array(this.marks.length);
  }

  /** Finds the parts of a folded text; `accept` and `refuse` then speak of them. */
  find(folded: string): void {
    this.turn += 1;
    this.foundCount = 0;
    this.textLength = folded.length;
    this.scanner.scan(folded, this);
  }

  found(textId: number, endIndex: number): void {
    const partId = textId * PLACES.length;
    this.note(partId);
    if (endIndex === this.lengths[textId]) this.note(partId + 1);
    if (endIndex === this.textLength) this.note(partId + 2);
  }

  accept(row: Uint32Array): void {
    for (let index = 0; index < this.foundCount; index += 1) {
      const accepted = this.marks[this.foundIds[index] ?? 0]?.accepted;
      if (accepted) clearPatch(row, accepted);
    }
  }

  refuse(row: Uint32Array): void {
    for (let index = 0; index < this.foundCount; index += 1) {
      const refused = this.marks[this.foundIds[index] ?? 0]?.refused;
      if (refused) setPatch(row, refused);
    }
  }

  private note(partId: number): void {
    if (this.foundIn[partId] === this.turn || !this.marks[partId]) return;
    this.foundIn[partId] = this.turn;
    this.foundIds[this.foundCount] = partId;
    this.foundCount += 1;
  }
}
