import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import type { Demand } from './demand.ts';
import type { TextPart } from './literal-reading.ts';
import { PartFinder } from './part-finder.ts';
import { RowStore } from './row-store.ts';
import { accepts, arbitraryDemand, bitsOf, demand, inside, VALUES } from './rows.test-support.ts';
import { TextRows } from './text-rows.ts';

const TEXTS = VALUES.filter((value) => typeof value === 'string');
const exactly = (...texts: readonly string[]) => demand({ text: inside({ other: false, exceptions: texts }) });
const except = (...texts: readonly string[]) => demand({ text: inside({ exceptions: texts }) });

function rowsOf(slots: readonly number[], demands: readonly Demand[], length: number) {
  const store = new RowStore();
  store.add(3);
  const texts = demands.map(({ text }) => text);
  const parts = texts.flatMap(({ anyOf, noneOf }) => [...(anyOf ?? []), ...noneOf]);
  const finder = parts.length > 0 ? new PartFinder(parts) : null;
  const rows = new TextRows(slots, texts, length, store, finder);
  return (text: string) => bitsOf(store.words, rows.rowOf(text), length);
}

function expectRows(slots: readonly number[], demands: readonly Demand[], length: number, texts: readonly string[]) {
  const refusedOf = rowsOf(slots, demands, length);
  for (const text of texts) {
    const refused = slots.filter((_, index) => !accepts(demands[index] ?? demand(), text));
    expect(refusedOf(text), text).toEqual([...refused].sort((a, b) => a - b));
  }
}

describe('TextRows', () => {
  it('refuses of every text what the demands refuse, whole texts and parts in them', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDemand, { maxLength: 8 }), fc.nat(31), (demands, first) => {
        const slots = demands.map((_, index) => first + 9 * index);
        expectRows(slots, demands, 4, TEXTS);
        expectRows([...slots].reverse(), demands, 4, [...TEXTS].reverse());
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(200) },
    );
  });

  it('refuses what whole texts alone decide, without a finder', () => {
    const demands = [exactly('low'), exactly('low', 'high'), except('high'), demand(), except(), exactly()];
    expectRows([0, 33, 34, 66, 67, 95], demands, 3, ['low', 'HIGH', 'ｌｏｗ', 'other', 'LOW', 'low', 'other']);
  });

  it('tells texts that touch many words of a row from those that touch few', () => {
    const slots = Array.from({ length: 40 }, (_, index) => 32 * index + (index % 7));
    const demands = slots.map((_, index) => exactly(...(index % 2 === 0 ? ['even', 'all'] : ['all']), `own ${index}`));
    const texts = ['even', 'own 3', 'all', 'none', 'own 4', 'even', 'all', 'own 3', 'none'];
    expectRows(slots, demands, 40, texts);
    expectRows(
      slots,
      slots.map((_, index) => except('all', `own ${index}`)),
      40,
      texts,
    );
  });

  it('keeps a row ready for texts that touch many words, and makes the others', () => {
    const slots = Array.from({ length: 32 }, (_, index) => 32 * index);
    const texts = slots.map((_, index) =>
      inside<TextPart>({ other: false, exceptions: index < 3 ? ['broad'] : ['all'] }),
    );
    texts[5] = inside({ other: false, exceptions: ['narrow', 'other'] });
    texts[6] = inside({ other: false, exceptions: ['narrow'] });
    const store = new RowStore();
    const rows = new TextRows(slots, texts, 32, store, null);
    // One of texts not named, one to make others in, and those of `broad` and `all`.
    expect(store.add(0)).toBe(4 * 32);
    const named = ['broad', 'all', 'narrow', 'unnamed'].map((text) => rows.rowOf(text));
    expect(new Set(named).size).toBe(4);
    expect(rows.rowOf('other')).toBe(named[2]);
    expect(rows.rowOf('x')).toBe(named[3]);
    const finder = new PartFinder([{ text: 'x', place: 'start' }]);
    const looking = texts.map((text) => ({ ...text, noneOf: [{ text: 'x', place: 'start' } as const] }));
    const lookingStore = new RowStore();
    expect(new TextRows(slots, looking, 32, lookingStore, finder).rowOf('all')).toBe(32);
    expect(lookingStore.add(0)).toBe(2 * 32);
  });

  it('finds only its own parts where others share the finder', () => {
    const own = { text: 'fun', place: 'anywhere' } as const;
    const others = ['re', 'fund', 'r'].map((text) => ({ text, place: 'start' }) as const);
    const finder = new PartFinder([...others, own]);
    const store = new RowStore();
    const rows = new TextRows([4, 5], [inside({ anyOf: [own] }), inside({ noneOf: [own] })], 1, store, finder);
    const without = new TextRows([4, 5], [inside(), inside({ other: false, exceptions: ['x'] })], 1, store, finder);
    expect(bitsOf(store.words, rows.rowOf('refund'), 1)).toEqual([5]);
    expect(bitsOf(store.words, rows.rowOf('re'), 1)).toEqual([4]);
    expect(bitsOf(store.words, without.rowOf('refund'), 1)).toEqual([5]);
    expect(bitsOf(store.words, without.rowOf('x'), 1)).toEqual([]);
  });
});
