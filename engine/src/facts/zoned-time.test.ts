import { describe, expect, it } from 'vitest';
import { isTimeZone, minutesOfClock, zonedText, zonedTime } from './zoned-time.ts';

const MIDNIGHT_UTC_MS = Date.UTC(2026, 2, 1);

describe('the wall clock of a place', () => {
  it('is that of its time zone, weekdays counted from Monday', () => {
    expect(zonedTime(MIDNIGHT_UTC_MS, 'UTC')).toEqual({ weekday: 7, minuteOfDay: 0 });
    expect(zonedTime(MIDNIGHT_UTC_MS + 90_000, 'Asia/Jakarta')).toEqual({ weekday: 7, minuteOfDay: 7 * 60 + 1 });
    expect(zonedTime(MIDNIGHT_UTC_MS, 'America/New_York')).toEqual({ weekday: 6, minuteOfDay: 19 * 60 });
    expect(zonedText(MIDNIGHT_UTC_MS, 'America/New_York')).toBe('2026-02-28 19:00');
  });

  it('is there for time zones only', () => {
    expect(isTimeZone('Asia/Jakarta')).toBe(true);
    expect(isTimeZone('Asia/Atlantis')).toBe(false);
    expect(isTimeZone('')).toBe(false);
    expect(() => zonedTime(0, 'Asia/Atlantis')).toThrow(RangeError);
  });
});

describe('minutesOfClock', () => {
  it.each([
    ['00:00', 0],
    ['09:05', 545],
    ['19:59', 1199],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('reads %s', (clock, minutes) => {
    expect(minutesOfClock(clock)).toBe(minutes);
  });

  it.each(['', '9:00', '24:01', '25:00', '12:60', '12:5', '012:00', '12:000', '12:00 ', 'noon'])(
    'takes "%s" for no time',
    (clock) => {
      expect(minutesOfClock(clock)).toBeNull();
    },
  );
});
