import { FLOW_LIMITS } from '../flow/flow.ts';
import type { Issue, IssueCode } from '../flow/issue.ts';
import { isOperator, type Operator } from './operators.ts';

/** One question about one fact. `value` has the shape its operator asks for; absent where it asks for none. */
export interface Comparison {
  readonly fact: string;
  readonly op: Operator;
  readonly value?: unknown;
}

/** A question about facts: comparisons joined by `all`, `any` and `not`, nested up to 50 deep. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

export type ConditionPath = readonly (string | number)[];

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads a condition from unknown JSON. Input: `{all: [...]}`, `{any: [...]}`, `{not: ...}` or `{fact, op, value}`.
 * Output: the typed condition, or issues whose paths start with `path`. Issues in the order written. Never throws.
 * Codes: INVALID_VALUE, UNKNOWN_KEY, UNKNOWN_OPERATOR, EMPTY_CONDITION, MISSING_CONFIG, OVER_LIMIT.
 */
export function parseCondition(input: unknown, path: ConditionPath = []): ParsedCondition {
  const issues: Issue[] = [];
  const condition = readCondition(input, path, 1, issues);
  return condition && issues.length === 0 ? { ok: true, condition } : { ok: false, issues };
}

/** An error of a condition at a path. */
export function conditionIssue(code: IssueCode, path: ConditionPath, params: Issue['params'] = {}): Issue {
  return { code, severity: 'error', path, params };
}

function readCondition(input: unknown, path: ConditionPath, depth: number, issues: Issue[]): Condition | null {
  if (depth > FLOW_LIMITS.depth) {
    issues.push(conditionIssue('OVER_LIMIT', path, { limit: 'depth', most: FLOW_LIMITS.depth }));
    return null;
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    issues.push(conditionIssue('INVALID_VALUE', path, { expected: 'condition' }));
    return null;
  }
  const entries = new Map<string, unknown>(Object.entries(input).filter(([, value]) => value !== undefined));
  if (entries.has('fact') || entries.has('op')) return readComparison(entries, path, issues);
  const [first] = entries;
  if (!first) {
    issues.push(conditionIssue('EMPTY_CONDITION', path));
    return null;
  }
  const [word, content] = first;
  for (const key of [...entries.keys()].slice(1)) issues.push(conditionIssue('UNKNOWN_KEY', path, { key }));
  if (word === 'not') {
    const inner = readCondition(content, [...path, 'not'], depth + 1, issues);
    return inner && { not: inner };
  }
  if (word !== 'all' && word !== 'any') {
    issues.push(conditionIssue('UNKNOWN_KEY', path, { key: word }));
    return null;
  }
  const items = readGroup(content, [...path, word], depth, issues);
  return items && (word === 'all' ? { all: items } : { any: items });
}

function readGroup(content: unknown, path: ConditionPath, depth: number, issues: Issue[]): readonly Condition[] | null {
  if (!Array.isArray(content)) {
    issues.push(conditionIssue('INVALID_VALUE', path, { expected: 'list' }));
    return null;
  }
  if (content.length === 0) {
    issues.push(conditionIssue('EMPTY_CONDITION', path));
    return null;
  }
  const items: Condition[] = [];
  for (const [index, item] of content.entries()) {
    const read = readCondition(item, [...path, index], depth + 1, issues);
    if (read) items.push(read);
  }
  return items.length === content.length ? items : null;
}

function readComparison(
  entries: ReadonlyMap<string, unknown>,
  path: ConditionPath,
  issues: Issue[],
): Comparison | null {
  for (const key of entries.keys()) {
    if (key !== 'fact' && key !== 'op' && key !== 'value') issues.push(conditionIssue('UNKNOWN_KEY', path, { key }));
  }
  const fact = entries.get('fact');
  const op = entries.get('op');
  // Of a comparison nobody has begun to fill in, one finding is enough: first the fact, then the operator.
  if (typeof fact !== 'string' || fact === '') issues.push(conditionIssue('MISSING_CONFIG', [...path, 'fact']));
  else if (op === undefined || op === '') issues.push(conditionIssue('MISSING_CONFIG', [...path, 'op']));
  else if (typeof op !== 'string' || !isOperator(op))
    issues.push(conditionIssue('UNKNOWN_OPERATOR', [...path, 'op'], { op: typeof op === 'string' ? op : typeof op }));
  if (typeof fact !== 'string' || fact === '' || typeof op !== 'string' || !isOperator(op)) return null;
  return entries.has('value') ? { fact, op, value: entries.get('value') } : { fact, op };
}
