import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import type { Demand } from './demand.ts';
import { ListRows } from './list-rows.ts';
import { RowStore } from './row-store.ts';
import { accepts, arbitraryDemand, bitsOf, demand, inside, VALUES } from './rows.test-support.ts';

const LISTS = VALUES.filter((value) => typeof value === 'object' && value !== null);

function rowsOf(slots: readonly number[], demands: readonly Demand[], length: number) {
  const store = new RowStore();
  store.add(3);
  const rows = new ListRows(
    slots,
    demands.map(({ list }) => list),
    length,
    store,
  );
  return (elements: readonly string[]) => bitsOf(store.words, rows.rowOf(elements), length);
}

describe('ListRows', () => {
  it('refuses of every set what the demands refuse', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDemand, { maxLength: 8 }), fc.nat(31), (demands, first) => {
        const slots = demands.map((_, index) => first + 9 * index);
        const refusedOf = rowsOf(slots, demands, 4);
        for (const elements of [...LISTS, ...LISTS].sort()) {
          const refused = slots.filter((_, index) => !accepts(demands[index] ?? demand(), elements));
          expect(refusedOf(elements), elements.join()).toEqual(refused);
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(200) },
    );
  });

  it('refuses by elements that are unwanted though others are wanted, in whatever order they stand', () => {
    const demands = [
      demand({ list: inside({ anyOf: ['vip', 'gold'] }) }),
      demand({ list: inside({ anyOf: ['vip'], noneOf: ['spam'] }) }),
      demand({ list: inside({ noneOf: ['spam'] }) }),
      demand({ list: inside({ other: false }) }),
      demand({ list: inside({ anyOf: [] }) }),
    ];
    const refusedOf = rowsOf([0, 1, 32, 33, 34], demands, 2);
    expect(refusedOf(['other'])).toEqual([0, 1, 33, 34]);
    expect(refusedOf(['VIP'])).toEqual([33, 34]);
    expect(refusedOf(['gold', 'x'])).toEqual([1, 33, 34]);
    for (const elements of [
      ['vip', 'spam'],
      ['spam', 'vip'],
      ['x', 'Spam', 'y', 'ｖｉｐ', 'z'],
    ]) {
      expect(refusedOf(elements)).toEqual([1, 32, 33, 34]);
    }
    expect(refusedOf(['VIP'])).toEqual([33, 34]);
  });

  it('keeps one row where no element matters, and else one more to make others in', () => {
    const sizeOf = (...demands: readonly Demand[]) => {
      const store = new RowStore();
      const lists = demands.map(({ list }) => list);
      const rows = new ListRows([0, 1], lists, 5, store);
      return [store.add(0), bitsOf(store.words, rows.rowOf(['x', 'vip']), 5)];
    };
    expect(sizeOf(demand(), demand({ list: inside({ other: false }) }))).toEqual([5, [1]]);
    expect(sizeOf(demand(), demand({ list: inside({ noneOf: ['vip'] }) }))).toEqual([10, [1]]);
  });
});
