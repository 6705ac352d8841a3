import { intersectSpans, type Spans, unionSpans } from './spans.ts';
import { intersectText, isCertainText, isSameText, type TextRegion } from './text-region.ts';

/** Values of few kinds, folded: these, or all but these. */
export interface ValuesRegion {
  readonly type: 'values';
  readonly isExcluded: boolean;
  readonly values: ReadonlySet<string | boolean>;
}

/** Sets by folded elements: those they have, those they lack, and lists of which they have at least one each. */
export interface ElementsRegion {
  readonly type: 'elements';
  readonly has: ReadonlySet<string>;
  readonly lacks: ReadonlySet<string>;
  readonly anyOf: readonly (readonly string[])[];
}

/** What one side of a value may be. Never empty: an empty region is null. */
export type Region = { readonly type: 'spans'; readonly spans: Spans } | ValuesRegion | ElementsRegion | TextRegion;

export function valuesRegion(values: Iterable<string | boolean>, isExcluded = false): ValuesRegion {
  return { type: 'values', isExcluded, values: new Set(values) };
}

export function elementsRegion(
  has: Iterable<string>,
  lacks: Iterable<string>,
  anyOf: ElementsRegion['anyOf'] = [],
): ElementsRegion | null {
  const having = new Set(has);
  const lacking = new Set(lacks);
  let open = anyOf;
  // What a list still allows, once the lacked are out, must not be nothing; a single element is had, which may settle
  // other lists. Lists of two and more never contradict each other, since all of their elements may be had.
  for (let before = -1; before !== having.size; ) {
    before = having.size;
    const left: (readonly string[])[] = [];
    for (const list of open) {
      const rest = list.filter((element) => !lacking.has(element));
      const [only] = rest;
      if (only === undefined) return null;
      if (rest.length === 1) having.add(only);
      if (!rest.some((element) => having.has(element))) left.push(rest);
    }
    open = left;
  }
  for (const element of having) if (lacking.has(element)) return null;
  return { type: 'elements', has: having, lacks: lacking, anyOf: open };
}

/** What both hold, or null for nothing. Regions of different types are of facts that do not exist: nothing. */
export function intersectRegion(a: Region, b: Region): Region | null {
  if (a.type === 'spans' && b.type === 'spans') {
    const spans = intersectSpans(a.spans, b.spans);
    return spans.length === 0 ? null : { type: 'spans', spans };
  }
  if (a.type === 'values' && b.type === 'values') return intersectValues(a, b);
  if (a.type === 'elements' && b.type === 'elements') {
    return elementsRegion([...a.has, ...b.has], [...a.lacks, ...b.lacks], [...a.anyOf, ...b.anyOf]);
  }
  return a.type === 'text' && b.type === 'text' ? intersectText(a, b) : null;
}

/** What either holds; null where no region says exactly that. */
export function unionRegion(a: Region, b: Region): Region | null {
  if (a.type === 'spans' && b.type === 'spans') return { type: 'spans', spans: unionSpans(a.spans, b.spans) };
  if (a.type === 'values' && b.type === 'values') {
    if (a.isExcluded && b.isExcluded)
      return valuesRegion(
        [...a.values].filter((value) => b.values.has(value)),
        true,
      );
    if (!a.isExcluded && !b.isExcluded) return valuesRegion([...a.values, ...b.values]);
    const [out, within] = a.isExcluded ? [a, b] : [b, a];
    return valuesRegion(
      [...out.values].filter((value) => !within.values.has(value)),
      true,
    );
  }
  return null;
}

/** Whether two regions are written alike; regions that are not may still hold the same. */
export function isSameRegion(a: Region, b: Region): boolean {
  if (a === b) return true;
  if (a.type === 'spans' && b.type === 'spans') return isSameSpans(a.spans, b.spans);
  if (a.type === 'values' && b.type === 'values') {
    return a.isExcluded === b.isExcluded && isSameSet(a.values, b.values);
  }
  if (a.type === 'elements' && b.type === 'elements') {
    return (
      isSameSet(a.has, b.has) && isSameSet(a.lacks, b.lacks) && JSON.stringify(a.anyOf) === JSON.stringify(b.anyOf)
    );
  }
  return a.type === 'text' && b.type === 'text' && isSameText(a, b);
}

/** Whether some value certainly lies in it; false where nobody knows, as between two whole numbers. */
export function isCertainRegion(region: Region): boolean {
  if (region.type === 'text') return isCertainText(region);
  if (region.type !== 'spans') return true;
  return region.spans.some(({ from, to, isFromOpen, isToOpen }) => {
    const least = isFromOpen && Number.isInteger(from) ? from + 1 : Math.ceil(from);
    return least < to || (least === to && !isToOpen);
  });
}

function intersectValues(a: ValuesRegion, b: ValuesRegion): ValuesRegion | null {
  if (a.isExcluded && b.isExcluded) return valuesRegion([...a.values, ...b.values], true);
  const [listed, other] = a.isExcluded ? [b, a] : [a, b];
  const left = [...listed.values].filter((value) => other.values.has(value) !== other.isExcluded);
  return left.length === 0 ? null : valuesRegion(left);
}

function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}

function isSameSpans(a: Spans, b: Spans): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return (
        one.from === other?.from &&
        one.to === other.to &&
        one.isFromOpen === other.isFromOpen &&
        one.isToOpen === other.isToOpen
      );
    })
  );
}
