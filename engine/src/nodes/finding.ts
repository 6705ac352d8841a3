import type { Issue, IssueCode } from '../flow/issue.ts';

type Path = readonly (string | number)[];

/** An error at a path of a node's config. */
export function finding(code: IssueCode, path: Path, params: Issue['params'] = {}): Issue {
  return { code, severity: 'error', path, params };
}

/** Something a person must still fill in: an error where `isFilled` is false. */
export function required(isFilled: boolean, path: Path): readonly Issue[] {
  return isFilled ? [] : [finding('MISSING_CONFIG', path)];
}
