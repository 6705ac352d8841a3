import { describe, expect, it } from 'vitest';
import { moved } from './moved.ts';

describe('moving', () => {
  it('puts an item in another place and keeps the others in order', () => {
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  });

  it('goes nowhere beyond the ends', () => {
    const items = ['a', 'b'];
    expect(moved(items, 0, -1)).toBe(items);
    expect(moved(items, 1, 2)).toBe(items);
  });
});
