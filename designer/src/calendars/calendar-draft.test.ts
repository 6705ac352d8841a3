import { describe, expect, it } from 'vitest';
import { joinHolidays, newDraft, withException, withHoliday } from './calendar-draft.ts';

const christmas = { date: '2026-12-25', name: 'Natal' };

describe('holidays', () => {
  it('stand by date, one a day: a new name replaces the old', () => {
    const holidays = withHoliday([christmas], { date: '2026-08-17', name: 'Kemerdekaan' });
    expect(withHoliday(holidays, { date: '2026-12-25', name: 'Hari Natal' })).toEqual([
      { date: '2026-08-17', name: 'Kemerdekaan' },
      { date: '2026-12-25', name: 'Hari Natal' },
    ]);
  });

  it('from a file leave those alone that are there', () => {
    const joined = joinHolidays(
      [christmas],
      [
        { date: '2026-12-25', name: 'Christmas' },
        { date: '2026-01-01', name: 'New year' },
      ],
    );
    expect(joined).toEqual([{ date: '2026-01-01', name: 'New year' }, christmas]);
  });
});

describe('special days', () => {
  it('have hours once', () => {
    const early = { date: '2026-12-24', intervals: [{ from: '09:00', to: '12:00' }] };
    expect(withException([{ date: '2026-12-24', intervals: [] }], early)).toEqual([early]);
  });
});

describe('a new calendar', () => {
  it('has office hours on five days', () => {
    expect(newDraft('Asia/Jakarta').weekly.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5]);
  });
});
