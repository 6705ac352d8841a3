import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barOf, copyDay, hoursOf, nextHours, WEEK, WORKING_DAYS, weekMinutes, withDay } from './week-edits.ts';

const split = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const monday = withDay([], 1, split);

describe('a week of opening hours', () => {
  it('has a day’s hours in the place they were entered', () => {
    expect(hoursOf(withDay(monday, 3, [{ from: '10:00', to: '11:00' }]), 3)).toEqual([
      { hours: { from: '10:00', to: '11:00' }, index: 2 },
    ]);
  });

  it('copies split shifts to all working days and leaves the weekend alone', () => {
    const week = copyDay(withDay(monday, 6, [{ from: '09:00', to: '12:00' }]), 1, WORKING_DAYS);
    for (const day of WORKING_DAYS) expect(hoursOf(week, day).map(({ hours }) => hours)).toEqual(split);
    expect(hoursOf(week, 6)).toHaveLength(1);
    expect(hoursOf(week, 7)).toEqual([]);
  });

  it('is the same whichever days it is copied to, when copied twice', () => {
    fc.assert(
      fc.property(fc.subarray([...WEEK]), (days) => {
        const once = copyDay(monday, 1, days);
        expect(copyDay(once, 1, days)).toEqual(once);
      }),
      { seed: 4711 },
    );
  });

  it('closes a day by copying a closed one to it', () => {
    expect(copyDay(monday, 2, [1])).toEqual([]);
  });
});

describe('more hours for a day', () => {
  it('are office hours at first, then as many again after a break', () => {
    expect(nextHours([])).toEqual({ from: '09:00', to: '17:00' });
    expect(nextHours([{ from: '08:00', to: '12:00' }])).toEqual({ from: '13:00', to: '17:00' });
  });

  it('end with the day, and are none where it is over', () => {
    expect(nextHours([{ from: '09:00', to: '21:00' }])).toEqual({ from: '22:00', to: '24:00' });
    expect(nextHours([{ from: '09:00', to: '24:00' }])).toBeNull();
  });
});

describe('figures', () => {
  it('put hours on a bar, and none where they end before they start', () => {
    expect(barOf({ from: '06:00', to: '24:00' })).toEqual({ start: 0.25, length: 0.75 });
    expect(barOf({ from: '12:00', to: '08:00' })).toBeNull();
    expect(barOf({ from: '', to: '08:00' })).toBeNull();
  });

  it('sum the week, unfinished hours as none', () => {
    expect(weekMinutes([...split, { from: '', to: '10:00' }])).toBe(480);
  });
});
