/**
 * A condition while it is being written: like the engine's, but groups may be empty and comparisons unfinished.
 * Stored in the draft as it stands; the engine's check says what is missing.
 */
export type DraftCondition =
  | { readonly all: readonly DraftCondition[] }
  | { readonly any: readonly DraftCondition[] }
  | { readonly not: DraftCondition }
  | DraftComparison;

export interface DraftComparison {
  readonly fact: string;
  readonly op: string;
  readonly value?: unknown;
}

/** How a group joins its items. */
export type Joint = 'all' | 'any';

/** Steps from the root: an index into a group, or `not` into a negation. */
export type DraftPath = readonly (number | 'not')[];

export const EMPTY_COMPARISON: DraftComparison = { fact: '', op: '' };

/** Reads stored JSON; what isn't a condition becomes an unfinished comparison, so that it can be mended on screen. */
export function readDraftCondition(input: unknown): DraftCondition {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { all: [] };
  const record = input as Readonly<Record<string, unknown>>;
  if (Array.isArray(record.all)) return { all: record.all.map(readDraftCondition) };
  if (Array.isArray(record.any)) return { any: record.any.map(readDraftCondition) };
  if (record.not !== undefined) return { not: readDraftCondition(record.not) };
  if (record.fact === undefined && record.op === undefined) return { all: [] };
  const comparison = { fact: textOf(record.fact), op: textOf(record.op) };
  return record.value === undefined ? comparison : { ...comparison, value: record.value };
}

/** A group as its joint and items, or null for a negation or comparison. */
export function groupOf(condition: DraftCondition): { joint: Joint; items: readonly DraftCondition[] } | null {
  if ('all' in condition) return { joint: 'all', items: condition.all };
  if ('any' in condition) return { joint: 'any', items: condition.any };
  return null;
}

export function makeGroup(joint: Joint, items: readonly DraftCondition[]): DraftCondition {
  return joint === 'all' ? { all: items } : { any: items };
}

/** The condition with the part at `path` replaced; `null` removes it (an emptied negation goes with it). */
export function replaceAt(condition: DraftCondition, path: DraftPath, part: DraftCondition | null): DraftCondition {
  return replaceOrRemove(condition, path, part) ?? { all: [] };
}

/** The condition with a part added at the end of the group at `path`; a comparison there becomes a group first. */
export function addAt(condition: DraftCondition, path: DraftPath, part: DraftCondition): DraftCondition {
  const target = partAt(condition, path);
  if (!target) return condition;
  const group = groupOf(target);
  return replaceAt(condition, path, group ? makeGroup(group.joint, [...group.items, part]) : { all: [target, part] });
}

/** The part at a path, or null where there is none. */
export function partAt(condition: DraftCondition, path: DraftPath): DraftCondition | null {
  let part: DraftCondition | undefined = condition;
  for (const step of path) {
    if (!part) return null;
    if (step === 'not') part = 'not' in part ? part.not : undefined;
    else part = groupOf(part)?.items[step];
  }
  return part ?? null;
}

function replaceOrRemove(
  condition: DraftCondition,
  path: DraftPath,
  part: DraftCondition | null,
): DraftCondition | null {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (step === 'not') {
    if (!('not' in condition)) return condition;
    const inner = replaceOrRemove(condition.not, rest, part);
    return inner && { not: inner };
  }
  const group = groupOf(condition);
  const item = group?.items[step];
  if (!group || !item) return condition;
  const replaced = replaceOrRemove(item, rest, part);
  return makeGroup(group.joint, replaced ? group.items.with(step, replaced) : group.items.toSpliced(step, 1));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
