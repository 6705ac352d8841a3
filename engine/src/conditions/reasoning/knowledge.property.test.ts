import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import type { Condition } from '../condition.ts';
import { both, canBeBoth, conditionKnowledge, type Knowledge } from './knowledge.ts';
import { bruteForce, conditionPairs, DOMAINS, EXACT_FACTS, lookup } from './small-world.test-support.ts';

function known(condition: Condition, holds = true): Knowledge | null {
  return conditionKnowledge(condition, lookup, holds);
}

function verdicts(given: Condition, asked: Condition) {
  const [path, holding, failing] = [known(given), known(asked), known(asked, false)];
  return {
    isNever: path !== null && holding !== null && !canBeBoth(path, holding),
    isAlways: path !== null && failing !== null && !canBeBoth(path, failing),
  };
}

describe('what is said of a condition on its path', () => {
  it('is never wrong: against every way the facts of a small world can be, missing included', () => {
    fc.assert(
      fc.property(conditionPairs(Object.keys(DOMAINS)), ([given, asked]) => {
        const said = verdicts(given, asked);
        const { isNever, isAlways } = bruteForce(given, asked);
        if (said.isNever) expect(isNever).toBe(true);
        if (said.isAlways) expect(isAlways).toBe(true);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(5000) },
    );
  }, 60_000);

  it('finds nine in ten of what never or always holds', () => {
    const counts = { never: 0, neverSaid: 0, always: 0, alwaysSaid: 0 };
    for (const [given, asked] of fc.sample(conditionPairs(EXACT_FACTS), {
      seed: PROPERTY_SEED,
      numRuns: propertyRuns(4000),
    })) {
      const said = verdicts(given, asked);
      const { isNever, isAlways } = bruteForce(given, asked);
      if (isNever && !isAlways) {
        counts.never += 1;
        counts.neverSaid += Number(said.isNever);
      }
      if (isAlways && !isNever) {
        counts.always += 1;
        counts.alwaysSaid += Number(said.isAlways);
      }
    }
    expect(counts.never).toBeGreaterThan(propertyRuns(4000) / 14);
    expect(counts.always).toBeGreaterThan(propertyRuns(4000) / 14);
    expect(counts.neverSaid / counts.never).toBeGreaterThanOrEqual(0.9);
    expect(counts.alwaysSaid / counts.always).toBeGreaterThanOrEqual(0.9);
  });

  it('says of two conditions together what it says of them as one', () => {
    fc.assert(
      fc.property(conditionPairs(Object.keys(DOMAINS)), ([a, b]) => {
        const one = known({ all: [a, b] });
        const [left, right] = [known(a), known(b)];
        const two = left && right && both(left, right);
        if (one && two) expect(one.length === 0).toBe(two.length === 0);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(2000) },
    );
  });
});
