import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import type { Demand } from './demand.ts';
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

  it('says the same of spellings it has seen, has forgotten and of long ones', () => {
    const long = 'X'.repeat(49);
    const refusedOf = rowsOf([1, 2], [exactly('low'), exactly(long.toLowerCase())], 1);
    for (let turn = 0; turn < 2; turn += 1) {
      for (let other = 0; other < 1100; other += 1) expect(refusedOf(`other ${other}`)).toEqual([1, 2]);
      for (const text of ['low', 'LOW', 'Low']) expect(refusedOf(text)).toEqual([2]);
      for (const text of [long, long.toLowerCase()]) expect(refusedOf(text)).toEqual([1]);
    }
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
