import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import { Dimension } from './dimension.ts';
import { PartFinder } from './part-finder.ts';
import { RowStore } from './row-store.ts';
import { accepts, arbitraryDemand, bitsOf, demand, VALUES } from './rows.test-support.ts';

const KEY = { source: 'fact', fact: 'f' } as const;

describe('Dimension', () => {
  it('refuses of every value what the demands refuse', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDemand, { maxLength: 8 }), fc.nat(31), (demands, first) => {
        const slots = demands.map((_, index) => first + 9 * index);
        const parts = demands.flatMap(({ text: { anyOf, noneOf } }) => [...(anyOf ?? []), ...noneOf]);
        const store = new RowStore();
        store.add(2);
        const dimension = new Dimension(KEY, slots, demands, 4, store, parts.length > 0 ? new PartFinder(parts) : null);
        store.seal();
        for (const value of VALUES) {
          const refused = slots.filter((_, index) => !accepts(demands[index] ?? demand(), value));
          expect(bitsOf(store.words, dimension.rowOf(value), 4), `${value}`).toEqual(refused);
        }
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(200) },
    );
  });

  it('knows what it is about', () => {
    expect(new Dimension(KEY, [], [], 1, new RowStore(), null).key).toBe(KEY);
  });
});
