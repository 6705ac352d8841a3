import type { z } from 'zod';
import type { Issue } from './issue.ts';

type ZodIssue = z.core.$ZodIssue;

/**
 * Errors of a schema as issues, in the schema's order; `base` leads every path.
 * An absent value is MISSING_CONFIG, an unexpected key UNKNOWN_KEY, everything else INVALID_VALUE with what was
 * expected in `params`.
 */
export function zodIssues(error: z.ZodError, base: readonly (string | number)[], input: unknown): readonly Issue[] {
  return error.issues.flatMap((issue) => toIssues(issue, base, input));
}

function toIssues(issue: ZodIssue, base: readonly (string | number)[], input: unknown): readonly Issue[] {
  const within = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const path = [...base, ...within];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ code: 'UNKNOWN_KEY', severity: 'error', path, params: { key } }));
  }
  if (valueAt(input, within) === undefined) {
    return [{ code: 'MISSING_CONFIG', severity: 'error', path, params: {} }];
  }
  return [{ code: 'INVALID_VALUE', severity: 'error', path, params: { expected: expectedOf(issue) } }];
}

/** What the value should have been, as a short key the issue's text spells out. */
function expectedOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'custom':
      return typeof issue.params?.expected === 'string' ? issue.params.expected : 'valid';
    default:
      return 'valid';
  }
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
