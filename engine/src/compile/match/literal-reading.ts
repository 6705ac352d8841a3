import { type ComparisonTest, compileOperator } from '../../conditions/compile-operator.ts';
import type { FactValue } from '../../facts/fact-value.ts';
import { foldedWords, foldText } from '../../facts/fold-text.ts';
import { instantMs } from '../../facts/instant.ts';
import type { Literal } from '../paths-of.ts';
import type { DimensionKey } from './read-dimension.ts';

/** A folded text looked for in folded texts: anywhere, at the start or at the end. */
export interface TextPart {
  readonly text: string;
  readonly place: 'anywhere' | 'start' | 'end';
}

/** How a literal looks at texts or at lists: by the value alone, by what is found in it, or neither. */
type Finding<P> = { readonly parts: readonly P[]; readonly isWhole: boolean } | null;

/**
 * A literal as the index sees it. Between two of `numbers`, and among the texts outside `texts`, its truth does not
 * change, so asking it once for each class of values says all; null: asking is not enough, it stays open until verified.
 * `inText` and `inList` are set where truth hangs on parts being found: with `isWhole` on nothing else.
 */
export interface LiteralReading {
  readonly dimension: DimensionKey;
  /** It holds where parts are found; else where none is. */
  readonly wantsFound: boolean;
  /** Whether it holds for a value of its dimension. Not for values that are open. */
  readonly holds: (value: FactValue | null) => boolean;
  readonly texts: readonly string[] | null;
  readonly numbers: readonly number[] | null;
  readonly inText: Finding<TextPart>;
  readonly inList: Finding<string>;
  readonly literal: Literal;
  readonly test: ComparisonTest;
}

/** Asked for the truth over all classes, so it needs no real clock: ages are reckoned to 1970, calendars stay open. */
const CLOCK = { nowMs: 0, timeZone: 'UTC' };

/** Reads a literal once, when its flow is linked. */
export function readLiteral(literal: Literal): LiteralReading {
  const { comparison, isNegated, isOfEvent } = literal;
  const { fact, op, value } = comparison;
  const test = compileOperator(op, value);
  const ofFact = { source: isOfEvent ? 'event' : 'fact', fact } as const;
  const plain = (seen: FactValue | null) => test(seen, CLOCK, undefined) !== isNegated;
  const wantsFound = (op === 'containsNoneOf') === isNegated;
  const base = {
    literal,
    test,
    dimension: ofFact,
    wantsFound,
    holds: plain,
    texts: [],
    numbers: [],
    inText: null,
    inList: null,
  };
  const listed: readonly unknown[] = Array.isArray(value) ? value : [];
  switch (op) {
    case 'isEmpty':
      return base;
    case 'is':
    case 'isNot':
      return { ...base, ...mentioned([value]) };
    case 'isOneOf':
    case 'isNoneOf':
      return { ...base, ...mentioned(listed) };
    case 'changed': {
      const holds = (seen: FactValue | null) =>
        test(null, CLOCK, seen === null ? undefined : { from: null, to: null }) !== isNegated;
      return { ...base, holds, dimension: { source: 'changed', fact } };
    }
    case 'changedFrom':
    case 'changedTo': {
      const holds = (seen: FactValue | null) => test(null, CLOCK, { from: seen, to: seen }) !== isNegated;
      const source = op === 'changedFrom' ? 'before' : 'after';
      return { ...base, ...mentioned([value]), holds, dimension: { source, fact } };
    }
    case 'withinLast': {
      const holds = (age: FactValue | null) =>
        test(typeof age === 'number' ? -age : null, CLOCK, undefined) !== isNegated;
      return { ...base, holds, numbers: [0, ...bounds([value])], dimension: { source: 'age', fact } };
    }
    case 'between':
    case 'notBetween':
      return { ...base, numbers: bounds(typeof value === 'object' && value !== null ? Object.values(value) : []) };
    case 'lessThan':
    case 'atMost':
    case 'moreThan':
    case 'atLeast':
    case 'before':
    case 'after':
      return { ...base, numbers: bounds([value]) };
    case 'startsWith':
    case 'endsWith':
      return { ...base, texts: null, inText: textParts([value], op === 'startsWith' ? 'start' : 'end') };
    case 'contains':
      return { ...base, texts: null, inText: textParts([value], 'anywhere'), inList: elements([value]) };
    case 'containsAnyOf':
    case 'containsNoneOf':
      return { ...base, texts: null, inText: textParts(listed, 'anywhere'), inList: elements(listed) };
    case 'containsAllOf': {
      const parts = elements(listed);
      // All are needed, so each is: one of them is looked for, and the rest verified.
      const first = parts.parts.slice(0, 1);
      return { ...base, texts: parts.parts, inList: { parts: first, isWhole: parts.parts.length < 2 } };
    }
    case 'containsAllWords': {
      const words = typeof value === 'string' ? [...foldedWords(value)].sort((a, b) => b.length - a.length) : [];
      const longest = words.slice(0, 1).map((text) => ({ text, place: 'anywhere' as const }));
      return { ...base, texts: null, inText: { parts: longest, isWhole: words.length === 0 } };
    }
    case 'matches':
      return { ...base, texts: null };
    case 'inBusinessHours':
    case 'isWeekday':
    case 'timeOfDayBetween':
      return { ...base, numbers: null };
  }
}

/** The texts, folded, and numbers named by an equality; open where a value is neither, nor true or false. */
function mentioned(values: readonly unknown[]): Pick<LiteralReading, 'texts' | 'numbers'> {
  if (values.some((value) => typeof value === 'object' && value !== null)) return { texts: null, numbers: null };
  return {
    texts: values.filter((value) => typeof value === 'string').map(foldText),
    numbers: bounds(values),
  };
}

/** The numbers an order is told by: written as numbers, or as instants. */
function bounds(values: readonly unknown[]): readonly number[] {
  return values
    .map((value) => (typeof value === 'number' ? value : instantMs(value)))
    .filter((bound): bound is number => bound !== null && !Number.isNaN(bound));
}

function elements(values: readonly unknown[]): { readonly parts: readonly string[]; readonly isWhole: true } {
  const texts = values.filter((value): value is string => typeof value === 'string' && value !== '');
  return { parts: [...new Set(texts.map(foldText))], isWhole: true };
}

function textParts(values: readonly unknown[], place: TextPart['place']): Finding<TextPart> {
  return { parts: elements(values).parts.map((text) => ({ text, place })), isWhole: true };
}
