import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.ts';

const early = { weekly: [{ weekday: 1, from: '06:00', to: '08:30' }] };
const split = {
  weekly: [
    { weekday: 1, from: '08:00', to: '09:00' },
    { weekday: 1, from: '10:00', to: '24:00' },
  ],
};
const calendars = new Map([
  ['early', early],
  ['split', split],
]);

describe('who works when', () => {
  it('counts people in each hour of which they work any part', () => {
    const [monday = []] = coverage(['early', 'early', 'split', null, 'gone'], calendars);
    expect(monday.slice(5, 11)).toEqual([0, 2, 2, 3, 0, 1]);
    expect(monday[23]).toBe(1);
  });

  it('has seven days of 24 hours, without people too', () => {
    const week = coverage([], calendars);
    expect(week).toHaveLength(7);
    expect(week.flat()).toEqual(Array(168).fill(0));
  });
});
