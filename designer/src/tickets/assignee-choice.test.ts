import { expect, it } from 'vitest';
import { assigneeChoice } from './assignee-choice.ts';

it('keeps nobody, anybody and named agents apart: the one just chosen wins', () => {
  expect(assigneeChoice([''], {})).toEqual({ unassigned: true, assignee: undefined });
  expect(assigneeChoice(['', '*'], { unassigned: true })).toEqual({ unassigned: false, assignee: undefined });
  expect(assigneeChoice(['', 'a1'], { unassigned: true })).toEqual({ unassigned: undefined, assignee: ['a1'] });
  expect(assigneeChoice(['a1', 'a2'], { assignee: ['a1'] })).toEqual({ unassigned: undefined, assignee: ['a1', 'a2'] });
});

it('forgets the filter when the last choice is taken away', () => {
  expect(assigneeChoice([], { unassigned: true })).toEqual({ unassigned: undefined, assignee: undefined });
  expect(assigneeChoice([], { assignee: ['a1'] })).toEqual({ unassigned: undefined, assignee: undefined });
});
