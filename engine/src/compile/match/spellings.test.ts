import { describe, expect, it } from 'vitest';
import { Spellings, UNNAMED } from './spellings.ts';

/** Names of two texts, and how often one was looked up by its folded form. */
function counted(longer = 'x') {
  let lookups = 0;
  const named = new Map([
    ['low', 0],
    [longer, 7],
  ]);
  const spellings = new Spellings({
    size: named.size,
    get: (text) => {
      lookups += 1;
      return named.get(text);
    },
  });
  return { spellings, lookups: () => lookups };
}

describe('Spellings', () => {
  it('know a text however it is spelt, and what is not named', () => {
    const { spellings } = counted();
    for (let turn = 0; turn < 2; turn += 1) {
      expect(['low', 'LOW', 'ｌｏｗ', 'X', 'lows', ''].map((text) => spellings.numberOf(text))).toEqual([
        ...[0, 0, 0, 7],
        ...[UNNAMED, UNNAMED],
      ]);
    }
    expect(new Spellings(new Map()).numberOf('low')).toBe(UNNAMED);
    expect(new Spellings({ size: 0, get: () => 3 }).numberOf('low')).toBe(UNNAMED);
  });

  it('fold what they remember no second time', () => {
    const { spellings, lookups } = counted();
    for (const text of ['low', 'Low', 'other', 'low', 'Low', 'other', 'low']) spellings.numberOf(text);
    expect(lookups()).toBe(3);
  });

  it('remember no long texts', () => {
    const { spellings, lookups } = counted('y'.repeat(49));
    for (let turn = 1; turn <= 3; turn += 1) {
      expect(spellings.numberOf('Y'.repeat(49))).toBe(7);
      expect(spellings.numberOf('y'.repeat(48))).toBe(UNNAMED);
      expect(lookups()).toBe(turn + 1);
    }
  });

  it('forget all once they remember as many as they may', () => {
    const { spellings, lookups } = counted();
    const texts = Array.from({ length: 1024 }, (_, index) => `text ${index}`);
    for (const text of [...texts, ...texts]) spellings.numberOf(text);
    expect(lookups()).toBe(1024);
    expect(spellings.numberOf('LOW')).toBe(0);
    for (const text of ['LOW', 'text 0', 'text 1023', 'LOW', 'text 0']) spellings.numberOf(text);
    expect(lookups()).toBe(1027);
  });
});
