import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import { clearBit, emptyRow, hasBit, rowOf, setBit } from './row.ts';
import { bitsOf } from './rows.test-support.ts';

describe('a row', () => {
  it('has the bits it was given and those set since, less those cleared', () => {
    const bits = fc.uniqueArray(fc.nat(95), { maxLength: 40 });
    fc.assert(
      fc.property(bits, bits, bits, (given, put, taken) => {
        const row = rowOf(given, 3);
        for (const bit of put) setBit(row, bit);
        for (const bit of taken) clearBit(row, bit);
        const expected = [...new Set([...given, ...put])].filter((bit) => !taken.includes(bit)).sort((a, b) => a - b);
        expect(bitsOf(row, 0, 3)).toEqual(expected);
        const all = Array.from({ length: 96 }, (_, bit) => bit);
        expect(all.filter((bit) => hasBit(row, bit))).toEqual(expected);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(200) },
    );
  });

  it('has none where none was given', () => {
    expect([...emptyRow(2)]).toEqual([0, 0]);
    expect([...rowOf([], 1)]).toEqual([0]);
  });
});
