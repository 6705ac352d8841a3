import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import type { Demand } from './demand.ts';
import { NumberRows } from './number-rows.ts';
import { RowStore } from './row-store.ts';
import { accepts, arbitraryDemand, bitsOf, demand, VALUES } from './rows.test-support.ts';

const NUMBERS = VALUES.filter((value) => typeof value === 'number');

/** Expects, of each value, the row of those demands that refuse it. */
function expectRows(slots: readonly number[], demands: readonly Demand[], length: number, values: readonly number[]) {
  const store = new RowStore();
  store.add(3);
  const rows = new NumberRows(slots, demands, length, store);
  for (const value of values) {
    const refused = slots.filter((_, index) => !accepts(demands[index] ?? demand(), value));
    expect(bitsOf(store.words, rows.rowOf(value), length), `${value}`).toEqual([...refused].sort((a, b) => a - b));
  }
  return { store, rows };
}

/** Bit n asks for less than n, at most n, more than n or at least n, in turn. */
function thresholds(count: number): readonly Demand[] {
  const ways = [
    [true, false, false],
    [true, true, false],
    [false, false, true],
    [false, true, true],
  ];
  return Array.from({ length: count }, (_, bit) => demand({ points: [bit], numbers: ways[bit % 4] ?? [] }));
}

describe('NumberRows', () => {
  it('refuses of every number what the demands refuse', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDemand, { maxLength: 8 }), fc.nat(31), (demands, first) => {
        const slots = demands.map((_, index) => first + 9 * index);
        expectRows(slots, demands, 4, NUMBERS);
        expectRows([...slots].reverse(), demands, 4, [...NUMBERS].reverse());
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(200) },
    );
  });

  it('keeps a row for each class ready while they are few', () => {
    const { rows, store } = expectRows([...Array(64).keys()], thresholds(64), 2, [5, 5.5, 63, 64, -1]);
    const kept = [-1, 0, 0.5, 31, 62.5, 63, 64].map((value) => rows.rowOf(value));
    expect(new Set(kept).size).toBe(kept.length);
    expect(bitsOf(store.words, kept[1] ?? 0, 2)).toEqual(
      [...Array(64).keys()].filter((bit) => !accepts(thresholds(64)[bit] ?? demand(), 0)),
    );
  });

  it('makes what lies between the kept rows where there are many thresholds, of little memory', () => {
    const count = 300;
    const length = 40;
    const values = Array.from({ length: 2 * count + 3 }, (_, index) => index / 2 - 1);
    const slots = Array.from({ length: count }, (_, index) => count - 1 - index);
    const { store } = expectRows(slots, thresholds(count), length, [...values, ...[...values].reverse(), 150.5, 2]);
    store.seal();
    expect(store.words.length).toBeLessThan(2 ** 13 + 3 * length);
    expect(store.words.length).toBeGreaterThan(2 ** 12);
  });
});
