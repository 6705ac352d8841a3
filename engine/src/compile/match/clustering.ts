import type { ConjunctionSlot } from './conjunction-slot.ts';
import type { Demand } from './demand.ts';

/** So few are looked at anyway. */
const FEWEST = 256;

/** How much of a dimension a demand accepts (0 to 1, about), and where that lies among all that is asked there. */
interface Stretch {
  readonly share: number;
  readonly dimension: number;
  readonly start: number;
}

/** The values named in one dimension, each by its place. */
interface Named {
  readonly dimension: number;
  readonly texts: Map<string, number>;
  readonly parts: Map<string, number>;
  readonly points: Map<number, number>;
}

/**
 * The same conjunctions, in an order in which those that accept alike lie side by side: by their narrowest demand, then
 * the next. A value so refuses whole words of most rows. What is found does not depend on it, only how fast.
 */
export function clustered(slots: readonly ConjunctionSlot[]): readonly ConjunctionSlot[] {
  if (slots.length < FEWEST) return slots;
  const named = new Map<string, Named>();
  for (const { demands } of slots) for (const [name, { demand }] of demands) note(demand, ownOf(name, named));
  for (const { points } of named.values()) {
    for (const [place, point] of [...points.keys()].sort((a, b) => a - b).entries()) points.set(point, place);
  }
  return slots
    .map((slot) => {
      const stretches: Stretch[] = [];
      for (const [name, { demand }] of slot.demands) stretches.push(stretchOf(demand, ownOf(name, named)));
      return { slot, stretches: stretches.sort((a, b) => a.share - b.share || a.dimension - b.dimension) };
    })
    .sort((a, b) => compareStretches(a.stretches, b.stretches))
    .map(({ slot }) => slot);
}

function ownOf(name: string, named: Map<string, Named>): Named {
  const found = named.get(name) ?? { dimension: named.size, texts: new Map(), parts: new Map(), points: new Map() };
  named.set(name, found);
  return found;
}

function note({ text, list, points }: Demand, named: Named): void {
  for (const own of text.exceptions) place(named.texts, own);
  for (const { text: own } of text.anyOf ?? []) place(named.parts, own);
  for (const own of list.anyOf ?? []) place(named.parts, own);
  for (const point of points) place(named.points, point);
}

function place<K>(places: Map<K, number>, key: K): void {
  if (!places.has(key)) places.set(key, places.size);
}

function stretchOf({ text, list, points, numbers, yes, no }: Demand, named: Named): Stretch {
  const { dimension, texts, parts } = named;
  const [first] = text.exceptions;
  if (first !== undefined && !text.other) {
    return { share: text.exceptions.length / texts.size, dimension, start: texts.get(first) ?? 0 };
  }
  const inParts = text.anyOf?.map(({ text: own }) => own) ?? list.anyOf;
  const [part] = inParts ?? [];
  if (inParts && part !== undefined) {
    // Several parts are found in one value.
    return { share: (4 * inParts.length) / parts.size, dimension, start: parts.get(part) ?? 0 };
  }
  if (points.length > 0 && text.exceptions.length === 0) {
    return {
      share: shareOfNumbers(points, numbers, named.points),
      dimension,
      start: startOfNumbers(points, numbers, named.points),
    };
  }
  return { share: yes === no ? 1 : 0.5, dimension, start: yes ? 1 : 0 };
}

function shareOfNumbers(
  points: readonly number[],
  accepted: readonly boolean[],
  places: ReadonlyMap<number, number>,
): number {
  let share = 0;
  let from = 0;
  for (let index = 0; index <= points.length; index += 1) {
    const to = places.get(points[index] ?? Number.NaN) ?? places.size;
    if (accepted[2 * index]) share += to - from;
    if (accepted[2 * index + 1]) share += 1;
    from = to;
  }
  return Math.min(1, share / places.size);
}

/** Those that accept from somewhere on lie apart from those that accept up to somewhere. */
function startOfNumbers(
  [first = 0]: readonly number[],
  [below]: readonly boolean[],
  places: ReadonlyMap<number, number>,
): number {
  return (places.get(first) ?? 0) + (below ? places.size : 0);
}

function compareStretches(a: readonly Stretch[], b: readonly Stretch[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const own = a[index];
    const other = b[index];
    if (!own || !other) return 1;
    const order = own.dimension - other.dimension || own.start - other.start;
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
