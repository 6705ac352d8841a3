import type { TextDemand } from './demand.ts';
import type { TextPart } from './literal-reading.ts';
import { type Patches, PatchesWanted } from './patches.ts';
import type { Row } from './row.ts';
import { type Occurrences, TextScanner } from './text-scanner.ts';

const PLACES = ['anywhere', 'start', 'end'] as const;

/**
 * Which parts that conjunctions ask for are in a text, found in one pass, and what that does to their row. A part is
 * numbered by its text and its place.
 */
export class PartFinder implements Occurrences {
  private readonly scanner: TextScanner;
  private readonly lengths: Int32Array;
  private readonly patches: Patches;
  /** By part its patch, or -1. */
  private readonly patchOf: Int32Array;
  /** The patches of the parts found, each once: `foundIn` says by patch in which turn. */
  private readonly foundPatches: Int32Array;
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
    const wanted = new PatchesWanted<number>();
    const partId = ({ text, place }: TextPart) => (ids.get(text) ?? 0) * PLACES.length + PLACES.indexOf(place);
    for (const [index, { anyOf, noneOf }] of demands.entries()) {
      const slot = slots[index] ?? 0;
      for (const part of anyOf ?? []) wanted.add(partId(part), 'accepted', slot);
      for (const part of noneOf) wanted.add(partId(part), 'refused', slot);
    }
    this.lengths = new Int32Array(ids.size);
    for (const [text, id] of ids) this.lengths[id] = text.length;
    this.patches = wanted.made(words);
    this.patchOf = new Int32Array(ids.size * PLACES.length).fill(-1);
    const parts = wanted.keys();
    for (const [patch, part] of parts.entries()) this.patchOf[part] = patch;
    this.foundPatches = new Int32Array(parts.length);
    this.foundIn = new Int32Array(parts.length);
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

  accept(row: Row): void {
    for (let index = 0; index < this.foundCount; index += 1) this.patches.accept(row, this.foundPatches[index] ?? 0);
  }

  refuse(row: Row): void {
    for (let index = 0; index < this.foundCount; index += 1) this.patches.refuse(row, this.foundPatches[index] ?? 0);
  }

  private note(part: number): void {
    const patch = this.patchOf[part] ?? -1;
    if (patch < 0 || this.foundIn[patch] === this.turn) return;
    this.foundIn[patch] = this.turn;
    this.foundPatches[this.foundCount] = patch;
    this.foundCount += 1;
  }
}
