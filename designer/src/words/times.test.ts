import { describe, expect, it } from 'vitest';
import { agoText, durationMs, spanText, tickingText } from './times.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a span', () => {
  it('shows its two largest units that are not zero', () => {
    expect(spanText(3 * HOUR + 12 * MINUTE + 5000, 'en')).toBe('3h 12m');
    expect(spanText(2 * DAY, 'en')).toBe('2d');
    expect(spanText(400 * DAY, 'id')).toBe('1 th 35 hr');
    expect(spanText(2 * DAY + 5 * MINUTE, 'en')).toBe('2d');
    expect(spanText(65_000, 'id')).toBe('1 mnt 5 dtk');
  });

  it('is zero seconds when it is nothing or negative', () => {
    expect(spanText(0, 'en')).toBe('0s');
    expect(spanText(-5 * MINUTE, 'en')).toBe('0s');
    expect(spanText(999, 'id')).toBe('0 dtk');
  });
});

describe('a ticking span', () => {
  it('grows from minutes to hours to days', () => {
    expect(tickingText(7_000, 'en')).toBe('0:07');
    expect(tickingText(12 * MINUTE + 45_999, 'en')).toBe('12:45');
    expect(tickingText(3 * HOUR + 2 * MINUTE + 9000, 'en')).toBe('3:02:09');
    expect(tickingText(2 * DAY + 4 * HOUR + 11 * MINUTE, 'en')).toBe('2d 04:11');
    expect(tickingText(2 * DAY, 'id')).toBe('2 hr 00:00');
  });

  it('never runs below zero when clocks differ', () => {
    expect(tickingText(-3000, 'en')).toBe('0:00');
  });
});

describe('how long ago', () => {
  it('uses the largest unit that fits, in the reader’s language', () => {
    expect(agoText(0, 3 * MINUTE + 59_000, 'en')).toBe('3 minutes ago');
    expect(agoText(0, DAY, 'en')).toBe('yesterday');
    expect(agoText(0, 2 * HOUR, 'id')).toBe('2 jam yang lalu');
    expect(agoText(0, 400, 'en')).toBe('now');
  });
});

it('tells what is older than 30 days by its date', () => {
  expect(agoText(Date.UTC(2016, 1, 29, 12), 3847 * DAY, 'en')).toBe('29 Feb 2016');
});

describe('an ISO 8601 duration', () => {
  it('is read in milliseconds', () => {
    expect(durationMs('PT8H')).toBe(8 * HOUR);
    expect(durationMs('P1DT30M')).toBe(DAY + 30 * MINUTE);
    expect(durationMs('PT0.5S')).toBe(500);
    expect(durationMs('PT90M')).toBe(90 * MINUTE);
  });

  it('is null when it is none, or has months', () => {
    for (const text of ['', 'P', 'PT', 'P1DT', '8H', 'P1M', 'PT8']) expect(durationMs(text), text).toBeNull();
  });
});
