import fc from 'fast-check';
import type { FactValue } from '../../facts/fact-value.ts';
import { foldText } from '../../facts/fold-text.ts';
import type { Demand, TextDemand } from './demand.ts';
import type { TextPart } from './literal-reading.ts';

/** A demand that accepts whatever it is not told to refuse. */
export function demand(parts: Partial<Demand> = {}): Demand {
  return { missing: true, yes: true, no: true, points: [], numbers: [true], text: inside(), list: inside(), ...parts };
}

/** A demand of texts or lists that accepts whatever it is not told to refuse. */
export function inside<P>(parts: Partial<TextDemand<P>> = {}): TextDemand<P> {
  return { other: true, exceptions: [], anyOf: null, noneOf: [], ...parts };
}

/** The bits that are set in a row of so many words. */
export function bitsOf(words: Int32Array, row: number, length: number): readonly number[] {
  const bits = Array.from({ length: 32 * length }, (_, bit) => bit);
  return bits.filter((bit) => ((words[row + Math.floor(bit / 32)] ?? 0) & (2 ** (bit % 32))) !== 0);
}

/** What a demand says of a value, read off its definition. */
export function accepts({ missing, yes, no, points, numbers, text, list }: Demand, value: FactValue | null): boolean {
  if (value === null) return missing;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') {
    const below = points.filter((point) => point < value).length;
    return numbers[2 * below + (points.includes(value) ? 1 : 0)] ?? false;
  }
  if (typeof value === 'string') return acceptsText(text, foldText(value));
  const elements = value.map(foldText);
  return acceptsParts(list, list.other, (part) => elements.includes(part));
}

function acceptsText(demanded: TextDemand<TextPart>, folded: string): boolean {
  const whole = demanded.exceptions.includes(folded) ? !demanded.other : demanded.other;
  return acceptsParts(demanded, whole, ({ text, place }) => {
    if (place === 'anywhere') return folded.includes(text);
    return place === 'start' ? folded.startsWith(text) : folded.endsWith(text);
  });
}

function acceptsParts<P>({ anyOf, noneOf }: TextDemand<P>, whole: boolean, isFound: (part: P) => boolean): boolean {
  return whole && (anyOf === null || anyOf.some(isFound)) && !noneOf.some(isFound);
}

const WORDS = ['a', 'ab', 'b', 'ba', 'ss', 'aab'];
const parts: fc.Arbitrary<TextPart[]> = fc.array(
  fc.record({ text: fc.constantFrom(...WORDS), place: fc.constantFrom('anywhere', 'start', 'end') }),
  { maxLength: 3 },
);

/** Where others are refused, no part is looked for: see `demandOf`. */
function demandsOf<P>(found: fc.Arbitrary<P[]>, exceptions: fc.Arbitrary<string[]>): fc.Arbitrary<TextDemand<P>> {
  return fc
    .record({ other: fc.boolean(), exceptions, anyOf: fc.option(found), noneOf: found })
    .map((all) => ({ ...all, anyOf: all.other ? all.anyOf : null }));
}

const POINTS = [-2, 0, 0.5, 3];

/** Demands of every form, of values few enough that they often meet those of `VALUES`. */
export const arbitraryDemand: fc.Arbitrary<Demand> = fc
  .record({
    missing: fc.boolean(),
    yes: fc.boolean(),
    no: fc.boolean(),
    points: fc.subarray(POINTS),
    classes: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    text: demandsOf(parts, fc.subarray(WORDS)),
    list: demandsOf(fc.subarray(WORDS), fc.constant([])),
  })
  .map(({ classes, ...all }) => ({ ...all, numbers: classes.slice(0, 2 * all.points.length + 1) }));

/** A value of every class of such demands. */
export const VALUES: readonly (FactValue | null)[] = [
  ...[null, true, false],
  ...[Number.NEGATIVE_INFINITY, -3, -2, -1, 0, 0.25, 0.5, 1, 3, 4, Number.POSITIVE_INFINITY],
  ...WORDS,
  ...['x', 'AB', 'ß', 'ｂ', 'abba', 'xax', 'a b a', 'bssa', 'xaabx', 'baa'],
  ...WORDS.map((word) => [word]),
  ...[['x'], ['A', 'b'], ['ß', 'x', 'BA'], ['a', 'ab', 'b', 'ba', 'ss', 'aab'], ['aab', 'aab']],
];
