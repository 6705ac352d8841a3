import { describe, expect, it } from 'vitest';
import { newCase } from './switch-cases.ts';
import { tableIssues } from './table-issues.ts';

const CASES = [newCase('a'), newCase('b')];

function found(path: readonly (string | number)[], params: Readonly<Record<string, string>> = {}) {
  return { path, params, severity: 'warning' as const, shortText: 'Said' };
}

describe('the findings about a switch', () => {
  it('belong to the row of the case they are about, with the way into its condition', () => {
    expect(tableIssues([found(['config', 'cases', 1, 'condition', 'all', 0])], CASES)).toEqual([
      { path: [1, 'condition', 'all', 0], severity: 'warning', text: 'Said' },
    ]);
  });

  it('belong to the row of the exit they are about', () => {
    const paths = tableIssues([found([], { port: 'b' }), found([], { port: 'otherwise' })], CASES).map(
      ({ path }) => path,
    );
    expect(paths).toEqual([[1], ['otherwise']]);
  });

  it('stay with the step where they are about neither', () => {
    expect(tableIssues([found([]), found(['config', 'other']), found([], { port: 'gone' })], CASES)).toEqual([]);
  });
});
