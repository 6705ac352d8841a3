import { type FieldIssue, issuesAt } from '../inspector/field-issues.ts';
import type { KnownIssue } from '../problems/issues-store.ts';
import type { SwitchCase } from './switch-cases.ts';

/** The port taken where no case holds. */
export const OTHERWISE = 'otherwise';

/**
 * What the check found about a switch, by the rows of its table: paths start with the place of a case or `otherwise`.
 * A finding about an exit belongs to the case of that exit.
 */
export function tableIssues(
  issues: readonly Pick<KnownIssue, 'path' | 'params' | 'severity' | 'shortText'>[],
  cases: readonly SwitchCase[],
): readonly FieldIssue[] {
  return issues.flatMap(({ path, params, severity, shortText }): readonly FieldIssue[] => {
    const [inCases] = issuesAt([{ path, severity, text: shortText }], 'config', 'cases');
    if (inCases) return [inCases];
    const place = cases.findIndex(({ id }) => id === params.port);
    if (place === -1 && params.port !== OTHERWISE) return [];
    return [{ path: [place === -1 ? OTHERWISE : place], severity, text: shortText }];
  });
}
