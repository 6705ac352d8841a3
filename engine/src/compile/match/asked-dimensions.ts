import { type ConjunctionSlot, dimensionName } from './conjunction-slot.ts';
import type { Demand } from './demand.ts';
import { Dimension } from './dimension.ts';
import type { TextPart } from './literal-reading.ts';
import { PartFinder } from './part-finder.ts';
import type { DimensionKey } from './read-dimension.ts';
import { type Row, rowOf } from './row.ts';
import type { RowStore } from './row-store.ts';

/** A dimension that concerns at most this part of the words of an index is looked at late. */
const FEW = 1 / 3;

/**
 * A dimension that a search looks at after others, and only if a conjunction they did not refuse asks: because it concerns
 * few words, or because its values are texts to be looked through.
 */
export interface LateDimension {
  readonly dimension: Dimension;
  /** The words of the index that its rows are about, ascending. */
  readonly concerned: Int32Array;
  /** The conjunctions that ask, in those words. */
  readonly asking: Row;
}

/** What conjunctions ask of one dimension. */
interface Asked {
  readonly key: DimensionKey;
  readonly bits: number[];
  readonly demands: Demand[];
}

/** The dimensions conjunctions ask about; `slots` are by bit. Puts their rows into the store. */
export function askedDimensions(
  slots: readonly ConjunctionSlot[],
  store: RowStore,
): { readonly early: readonly Dimension[]; readonly late: readonly LateDimension[] } {
  const asked = readAsked(slots);
  const finders = findersOf(asked);
  const words = Math.ceil(slots.length / 32);
  const early: Dimension[] = [];
  const late: LateDimension[] = [];
  for (const { key, bits, demands } of asked) {
    const finder = finders.get(dimensionName(key)) ?? null;
    const concerned = [...new Set(bits.map((bit) => bit >>> 5))];
    if (!finder && concerned.length > FEW * words) {
      early.push(new Dimension(key, bits, demands, words, store, null));
      continue;
    }
    const places = new Map(concerned.map((word, place) => [word, place]));
    const own = bits.map((bit) => 32 * (places.get(bit >>> 5) ?? 0) + (bit & 31));
    const dimension = new Dimension(key, own, demands, concerned.length, store, finder);
    late.push({ dimension, concerned: Int32Array.from(concerned), asking: rowOf(own, concerned.length) });
  }
  return { early, late };
}

function readAsked(slots: readonly ConjunctionSlot[]): readonly Asked[] {
  const asked = new Map<string, Asked>();
  for (const [bit, { demands }] of slots.entries()) {
    for (const [name, { key, demand }] of demands) {
      const own = asked.get(name) ?? { key, bits: [], demands: [] };
      asked.set(name, own);
      own.bits.push(bit);
      own.demands.push(demand);
    }
  }
  return [...asked.values()];
}

/** By the name of what is read, what looks for parts in it: in one pass for all its dimensions. */
function findersOf(asked: readonly Asked[]): ReadonlyMap<string, PartFinder> {
  const parts = new Map<string, TextPart[]>();
  for (const { key, demands } of asked) {
    const wanted = demands.flatMap(({ text }) => [...(text.anyOf ?? []), ...text.noneOf]);
    if (wanted.length === 0) continue;
    const name = dimensionName(key);
    parts.set(name, [...(parts.get(name) ?? []), ...wanted]);
  }
  return new Map([...parts].map(([name, own]) => [name, new PartFinder(own)]));
}
