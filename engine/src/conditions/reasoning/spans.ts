/** A stretch of numbers; an open end is outside. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly isFromOpen: boolean;
  readonly isToOpen: boolean;
}

/** A set of numbers as stretches that neither meet nor overlap, ascending. Empty: no number. */
export type Spans = readonly Span[];

/** Every number. */
const ALL_NUMBERS: Spans = [span(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)];

export function span(from: number, to: number, isFromOpen = false, isToOpen = false): Span {
  return { from, to, isFromOpen, isToOpen };
}

/** What both sets hold. */
export function intersectSpans(a: Spans, b: Spans): Spans {
  const found: Span[] = [];
  let left = 0;
  let right = 0;
  for (;;) {
    const one = a[left];
    const other = b[right];
    if (!one || !other) return found;
    const common = overlap(one, other);
    if (common) found.push(common);
    if (compareEnds(one, other) <= 0) left += 1;
    else right += 1;
  }
}

/** What either set holds. */
export function unionSpans(a: Spans, b: Spans): Spans {
  const sorted = [...a, ...b].sort(compareStarts);
  const found: Span[] = [];
  for (const next of sorted) {
    const last = found.at(-1);
    if (!last || !touches(last, next)) found.push(next);
    else if (compareEnds(last, next) < 0) {
      found[found.length - 1] = span(last.from, next.to, last.isFromOpen, next.isToOpen);
    }
  }
  return found;
}

/** What of `within` the set does not hold. */
export function complementSpans(spans: Spans, within: Spans = ALL_NUMBERS): Spans {
  const gaps: Span[] = [];
  let from = Number.NEGATIVE_INFINITY;
  let isFromOpen = false;
  for (const held of spans) {
    gaps.push(span(from, held.from, isFromOpen, !held.isFromOpen));
    from = held.to;
    isFromOpen = !held.isToOpen;
  }
  gaps.push(span(from, Number.POSITIVE_INFINITY, isFromOpen));
  // Gaps that hold no number have nothing in common with anything.
  return intersectSpans(gaps, within);
}

function overlap(a: Span, b: Span): Span | null {
  const start = compareStarts(a, b) >= 0 ? a : b;
  const end = compareEnds(a, b) <= 0 ? a : b;
  const common = span(start.from, end.to, start.isFromOpen, end.isToOpen);
  return isVoid(common) ? null : common;
}

function isVoid({ from, to, isFromOpen, isToOpen }: Span): boolean {
  return from > to || (from === to && (isFromOpen || isToOpen));
}

/** Whether `next`, which starts no earlier, leaves no gap after `last`. */
function touches(last: Span, next: Span): boolean {
  return next.from < last.to || (next.from === last.to && !(next.isFromOpen && last.isToOpen));
}

function compareStarts(a: Span, b: Span): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return Number(a.isFromOpen) - Number(b.isFromOpen);
}

function compareEnds(a: Span, b: Span): number {
  if (a.to !== b.to) return a.to < b.to ? -1 : 1;
  return Number(b.isToOpen) - Number(a.isToOpen);
}
