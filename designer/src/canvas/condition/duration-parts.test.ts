import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DURATION_UNITS, durationParts } from './duration-parts.ts';

describe('a duration in a field', () => {
  it('shows the largest unit that leaves no rest', () => {
    expect(durationParts(7_200_000)).toEqual({ amount: 2, unit: 'hours' });
    expect(durationParts(5_400_000)).toEqual({ amount: 90, unit: 'minutes' });
    expect(durationParts(1_500)).toEqual({ amount: 1.5, unit: 'seconds' });
  });

  it('means the same as before', () => {
    fc.assert(
      fc.property(fc.nat(1e10), (ms) => {
        const { amount, unit } = durationParts(ms);
        expect(amount * DURATION_UNITS[unit]).toBeCloseTo(ms);
      }),
      { seed: 7 },
    );
  });
});
