import { foldedWords } from '../../facts/fold-text.ts';

/** Something a text has or lacks: a folded part, a folded word, or what a pattern finds. */
export interface TextMark {
  readonly op: 'contains' | 'startsWith' | 'endsWith' | 'hasWord' | 'matches';
  readonly part: string;
}

/** Texts by what is known of their folded form. */
export interface TextRegion {
  readonly type: 'text';
  /** One of these; null: any. */
  readonly oneOf: readonly string[] | null;
  readonly noneOf: readonly string[];
  readonly has: readonly TextMark[];
  readonly lacks: readonly TextMark[];
}

/** Of what texts have, lack and are not, only so much is remembered; to forget some is to know less, never wrongly. */
const MOST_REMEMBERED = 24;

export const ANY_TEXT: TextRegion = { type: 'text', oneOf: null, noneOf: [], has: [], lacks: [] };

/**
 * What both regions hold; null where certainly nothing is. What is certain: listed texts that were tried, a mark that
 * implies one it lacks, two different beginnings or endings. Patterns are only compared with themselves.
 */
export function intersectText(a: TextRegion, b: TextRegion): TextRegion | null {
  const noneOf = distinct([...a.noneOf, ...b.noneOf]).slice(0, MOST_REMEMBERED);
  const has = joinedMarks(a.has, b.has).slice(0, MOST_REMEMBERED);
  const lacks = joinedMarks(a.lacks, b.lacks).slice(0, MOST_REMEMBERED);
  if (has.some((mark) => lacks.some((lacked) => implies(mark, lacked)))) return null;
  const listed = a.oneOf && b.oneOf ? a.oneOf.filter((text) => b.oneOf?.includes(text)) : (a.oneOf ?? b.oneOf);
  if (listed) {
    const oneOf = listed.filter(
      (text) =>
        !noneOf.includes(text) &&
        has.every((mark) => hasMark(text, mark) !== false) &&
        lacks.every((mark) => hasMark(text, mark) !== true),
    );
    return oneOf.length === 0
      ? null
      : { type: 'text', oneOf, noneOf: [], has: has.filter(isPattern), lacks: lacks.filter(isPattern) };
  }
  if (clash(has, 'startsWith', (x, y) => x.startsWith(y)) || clash(has, 'endsWith', (x, y) => x.endsWith(y)))
    return null;
  return { type: 'text', oneOf: null, noneOf, has, lacks };
}

/** Whether two regions are written alike. */
export function isSameText(a: TextRegion, b: TextRegion): boolean {
  return (
    isSameList(a.oneOf ?? [], b.oneOf ?? []) &&
    (a.oneOf === null) === (b.oneOf === null) &&
    isSameList(a.noneOf, b.noneOf) &&
    isSameMarks(a.has, b.has) &&
    isSameMarks(a.lacks, b.lacks)
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, index) => text === b[index]));
}

function isSameMarks(a: readonly TextMark[], b: readonly TextMark[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every(({ op, part }, index) => op === b[index]?.op && part === b[index]?.part);
}

/** Whether some text certainly lies in the region; false where nobody knows. */
export function isCertainText({ oneOf, noneOf, has, lacks }: TextRegion): boolean {
  if (Math.max(noneOf.length, has.length, lacks.length) >= MOST_REMEMBERED) return false;
  if ([...has, ...lacks].some(isPattern)) return false;
  return oneOf !== null || has.length <= 1;
}

/** Null: only the text as it was written could tell. */
function hasMark(text: string, { op, part }: TextMark): boolean | null {
  switch (op) {
    case 'contains':
      return text.includes(part);
    case 'startsWith':
      return text.startsWith(part);
    case 'endsWith':
      return text.endsWith(part);
    case 'hasWord':
      return foldedWords(text).includes(part);
    case 'matches':
      return null;
  }
}

function implies(mark: TextMark, other: TextMark): boolean {
  switch (other.op) {
    case 'contains':
      return mark.op !== 'matches' && mark.part.includes(other.part);
    case 'startsWith':
      return mark.op === other.op && mark.part.startsWith(other.part);
    case 'endsWith':
      return mark.op === other.op && mark.part.endsWith(other.part);
    case 'hasWord':
    case 'matches':
      return mark.op === other.op && mark.part === other.part;
  }
}

function clash(marks: readonly TextMark[], op: TextMark['op'], covers: (a: string, b: string) => boolean): boolean {
  const parts = marks.filter((mark) => mark.op === op).map(({ part }) => part);
  return parts.some((a) => parts.some((b) => !covers(a, b) && !covers(b, a)));
}

function isPattern({ op }: TextMark): boolean {
  return op === 'matches';
}

function distinct(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].sort();
}

function joinedMarks(a: readonly TextMark[], b: readonly TextMark[]): readonly TextMark[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const byKey = new Map([...a, ...b].map((mark) => [`${mark.op} ${mark.part}`, mark]));
  return byKey.size === a.length ? a : [...byKey].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, mark]) => mark);
}
