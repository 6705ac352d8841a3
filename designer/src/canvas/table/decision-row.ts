import {
  type DraftComparison,
  type DraftCondition,
  groupOf,
  readDraftCondition,
} from '../condition/draft-condition.ts';

/**
 * A condition as one row of a decision table: parts that must all hold, in the order written. Parts are the stored
 * JSON itself, so that what no cell can say is carried along as it stands.
 */
export interface DecisionRow {
  /** Written as `{all: [...]}`; else there is at most one part, and it stands by itself. */
  readonly isGroup: boolean;
  readonly parts: readonly unknown[];
}

/**
 * What a row says about a fact: one comparison; nothing; or, `elsewhere`, something that no cell can show, because the
 * fact is compared twice, or inside a group or negation.
 */
export type Cell =
  | { readonly type: 'comparison'; readonly comparison: DraftComparison }
  | { readonly type: 'anything' | 'elsewhere' };

const COMPARISON_KEYS: ReadonlySet<string> = new Set(['fact', 'op', 'value']);

/** Reads stored JSON, finished or not. Nothing is lost: `writeRow` gives back an equal condition. */
export function readRow(condition: unknown): DecisionRow {
  if (!isRecord(condition)) return { isGroup: false, parts: [condition] };
  const keys = Object.keys(condition);
  if (keys.length === 1 && Array.isArray(condition.all)) return { isGroup: true, parts: condition.all };
  return { isGroup: false, parts: keys.length === 0 ? [] : [condition] };
}

/** The row as a condition. */
export function writeRow({ isGroup, parts }: DecisionRow): unknown {
  if (isGroup) return { all: parts };
  return parts.length === 0 ? {} : parts[0];
}

/** The facts that have a cell of their own in the row, in the order written: those compared exactly once. */
export function cellFacts({ parts }: DecisionRow): readonly string[] {
  const facts = parts.flatMap((part) => (isComparison(part) ? [part.fact] : []));
  return facts.filter((fact) => facts.indexOf(fact) === facts.lastIndexOf(fact));
}

export function cellAt(row: DecisionRow, fact: string): Cell {
  const part = row.parts[placeOf(row, fact)];
  if (part !== undefined && isComparison(part)) return { type: 'comparison', comparison: part };
  const rest = restOf(row);
  return { type: rest !== null && factsOf(readDraftCondition(rest)).includes(fact) ? 'elsewhere' : 'anything' };
}

/** What no cell of the row can say, as a condition; null where the cells say everything. */
export function restOf(row: DecisionRow): unknown {
  const inCells = new Set(cellFacts(row));
  const rest = row.parts.filter((part) => !isComparison(part) || !inCells.has(part.fact));
  if (rest.length === 0) return null;
  return rest.length === 1 ? rest[0] : { all: rest };
}

/** The place among the parts of the comparison that stands in a fact's cell; -1 where the cell has none. */
export function placeOf(row: DecisionRow, fact: string): number {
  if (!cellFacts(row).includes(fact)) return -1;
  return row.parts.findIndex((part) => isComparison(part) && part.fact === fact);
}

/** The row with a fact's comparison replaced, added at the end, or, for null, taken away; all else stays in place. */
export function withCell(row: DecisionRow, fact: string, comparison: DraftComparison | null): DecisionRow {
  const place = placeOf(row, fact);
  if (place === -1) return comparison === null ? row : withParts(row, [...row.parts, comparison]);
  return withParts(row, comparison === null ? row.parts.toSpliced(place, 1) : row.parts.with(place, comparison));
}

/** A comparison by itself becomes a group as soon as it has company, or is gone. */
function withParts({ isGroup }: DecisionRow, parts: readonly unknown[]): DecisionRow {
  return { isGroup: isGroup || parts.length !== 1, parts };
}

/** A comparison with a fact chosen and nothing beside it that a cell would hide. */
function isComparison(part: unknown): part is DraftComparison {
  if (!isRecord(part) || typeof part.fact !== 'string' || part.fact === '' || typeof part.op !== 'string') return false;
  return Object.keys(part).every((key) => COMPARISON_KEYS.has(key));
}

function factsOf(condition: DraftCondition): readonly string[] {
  const group = groupOf(condition);
  if (group) return group.items.flatMap(factsOf);
  if ('not' in condition) return factsOf(condition.not);
  return 'fact' in condition ? [condition.fact] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
