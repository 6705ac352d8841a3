import { describe, expect, it } from 'vitest';
import { newDraft } from './calendar-draft.ts';
import { calendarProblems } from './calendar-problems.ts';
import { withDay } from './week-edits.ts';

const draft = newDraft('Asia/Jakarta');

describe('what is wrong with a calendar', () => {
  it('is nothing for office hours, name and mark left aside', () => {
    expect(calendarProblems(draft, 'en').hasErrors).toBe(false);
  });

  it('stands at the hours that overlap', () => {
    const weekly = withDay(draft.weekly, 2, [
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '15:00' },
    ]);
    expect([...calendarProblems({ ...draft, weekly }, 'en').weekly.keys()]).toEqual([2]);
  });

  it('stands at the special day and its hours', () => {
    const exceptions = [{ date: '2026-12-24', intervals: [{ from: '12:00', to: '09:00' }] }];
    expect(
      calendarProblems({ ...draft, exceptions }, 'id')
        .exceptions.get(0)
        ?.has(0),
    ).toBe(true);
  });

  it('warns of a calendar that never opens, without forbidding it', () => {
    const problems = calendarProblems({ ...draft, weekly: [] }, 'en');
    expect(problems.warning).toBeDefined();
    expect(problems.hasErrors).toBe(false);
  });
});
