import { describe, expect, it } from 'vitest';
import { textToClock } from './clock-text.ts';

describe('a typed time of day', () => {
  it.each([
    ['9', '09:00'],
    ['0930', '09:30'],
    ['9.30', '09:30'],
    ['17:05', '17:05'],
    ['24', '24:00'],
    [' 00:00 ', '00:00'],
  ])('%s is understood', (text, clock) => {
    expect(textToClock(text)).toBe(clock);
  });

  it.each(['', '25', '24:01', '9:60', 'noon', '9:3', '-1'])('“%s” is none', (text) => {
    expect(textToClock(text)).toBeNull();
  });
});
