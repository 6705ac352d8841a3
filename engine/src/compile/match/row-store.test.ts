import { describe, expect, it } from 'vitest';
import { RowStore } from './row-store.ts';
import { bitsOf } from './rows.test-support.ts';

describe('RowStore', () => {
  it('gives rows of no bits, one behind the other, that keep theirs while others are added', () => {
    const store = new RowStore();
    const rows = [2, 0, 3, 1].map((length) => store.add(length));
    expect(rows).toEqual([0, 2, 2, 5]);
    store.setBit(0, 0);
    store.setBit(0, 31);
    store.setBit(0, 31);
    store.setBit(0, 63);
    store.setBit(2, 32);
    const late = store.add(3000);
    store.setBit(late, 95_999);
    const last = store.add(3000);
    store.setBit(last, 1);
    expect(bitsOf(store.words, 0, 2)).toEqual([0, 31, 63]);
    expect(bitsOf(store.words, 2, 3)).toEqual([32]);
    expect(bitsOf(store.words, 5, 1)).toEqual([]);
    expect([late, bitsOf(store.words, late, 3000)]).toEqual([6, [95_999]]);
    expect([last, bitsOf(store.words, last, 3000)]).toEqual([3006, [1]]);
  });

  it('toggles a bit and leaves its neighbours', () => {
    const store = new RowStore();
    const row = store.add(1) + store.add(2);
    for (const bit of [30, 31, 32, 33]) store.setBit(row, bit);
    store.toggleBit(row, 31);
    store.toggleBit(row, 32);
    store.toggleBit(row, 34);
    store.toggleBit(row, 63);
    store.toggleBit(row, 63);
    expect(bitsOf(store.words, row, 2)).toEqual([30, 33, 34]);
    expect(store.words[0]).toBe(0);
  });

  it('copies as many words as are asked for', () => {
    const store = new RowStore();
    const rows = [store.add(3), store.add(3)] as const;
    for (const bit of [1, 33, 65]) store.setBit(rows[1], bit);
    store.copy(rows[1], rows[0], 2);
    expect(bitsOf(store.words, rows[0], 3)).toEqual([1, 33]);
    const copy = store.addCopy(rows[1], 3);
    expect([copy, bitsOf(store.words, copy, 3)]).toEqual([6, [1, 33, 65]]);
    store.toggleBit(copy, 1);
    expect(bitsOf(store.words, rows[1], 3)).toEqual([1, 33, 65]);
  });

  it('keeps no more memory than its rows take, once sealed', () => {
    const store = new RowStore();
    store.add(5);
    store.setBit(store.add(2), 40);
    store.seal();
    expect([...store.words]).toEqual([0, 0, 0, 0, 0, 0, 256]);
  });
});
