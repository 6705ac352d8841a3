import { describe, expect, it } from 'vitest';
import { errorText, type FieldIssue, issuesAt, issuesOutside } from './field-issues.ts';

const issue = (text: string, ...path: (string | number)[]): FieldIssue => ({ text, path, severity: 'error' });
const issues = [issue('list'), issue('row', 1), issue('inner', 1, 'config', 'text'), issue('gone', 7)];

describe('findings about a list', () => {
  it('go to the row, and in it to the field, they are about', () => {
    const row = issuesAt(issues, 1);
    expect(row.map(({ text }) => text)).toEqual(['row', 'inner']);
    expect(issuesAt(row, 'config', 'text')).toEqual([issue('inner')]);
    expect(errorText(issuesAt(row, 'config', 'url'))).toBeUndefined();
  });

  it('stay at the list where no row shows them', () => {
    expect(issuesOutside(issues, [0, 1]).map(({ text }) => text)).toEqual(['list', 'gone']);
  });

  it('are told apart: only errors mark a field', () => {
    expect(errorText([{ ...issue('careful'), severity: 'warning' }])).toBeUndefined();
  });
});
