/** A finding about a field or a part of it; `path` leads from the field to that part. */
export interface FieldIssue {
  readonly path: readonly (string | number)[];
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

type Key = string | number;

/** The findings about one part, with their paths from there on. */
export function issuesAt(issues: readonly FieldIssue[], ...keys: readonly Key[]): readonly FieldIssue[] {
  const isThere = ({ path }: FieldIssue) => keys.every((key, index) => String(path[index]) === String(key));
  return issues.filter(isThere).map((issue) => ({ ...issue, path: issue.path.slice(keys.length) }));
}

/** The findings about a list or group that none of its rows shows. */
export function issuesOutside(issues: readonly FieldIssue[], keys: readonly Key[]): readonly FieldIssue[] {
  const inside = new Set(keys.map(String));
  return issues.filter(({ path: [first] }) => first === undefined || !inside.has(String(first)));
}

/** What the first error says; undefined where there is none. */
export function errorText(issues: readonly FieldIssue[]): string | undefined {
  return issues.find(({ severity }) => severity === 'error')?.text;
}

/** The places of a list. */
export function rowsOf(list: readonly unknown[]): readonly number[] {
  return list.map((_, index) => index);
}
