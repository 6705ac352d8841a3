import { describe, expect, it } from 'vitest';
import { openNow } from './open-now.ts';
import { copyDay, WEEK, WORKING_DAYS, withDay } from './week-edits.ts';

const office = {
  timeZone: 'Asia/Jakarta',
  weekly: copyDay(withDay([], 1, [{ from: '09:00', to: '17:00' }]), 1, WORKING_DAYS),
  holidays: [{ date: '2026-08-17', name: 'Hari Kemerdekaan' }],
  exceptions: [],
};
const jakarta = (text: string) => Date.parse(`${text}+07:00`);

describe('a calendar now', () => {
  it('is open until it closes', () => {
    expect(openNow(office, jakarta('2026-08-14T16:30'))).toEqual({
      isOpen: true,
      changesAtMs: jakarta('2026-08-14T17:00'),
    });
  });

  it('is closed until the next opening, over weekend and holiday', () => {
    expect(openNow(office, jakarta('2026-08-14T17:00'))).toEqual({
      isOpen: false,
      changesAtMs: jakarta('2026-08-18T09:00'),
    });
  });

  it('never opens without hours, and never closes with all of them', () => {
    expect(openNow({ ...office, weekly: [] }, 0)).toEqual({ isOpen: false, changesAtMs: null });
    const always = copyDay(withDay([], 1, [{ from: '00:00', to: '24:00' }]), 1, WEEK);
    expect(openNow({ ...office, weekly: always, holidays: [] }, 0)).toEqual({ isOpen: true, changesAtMs: null });
  });

  it('is unknown while the time zone is', () => {
    expect(openNow({ ...office, timeZone: 'Asia/Nowhere' }, 0)).toBeNull();
  });
});
