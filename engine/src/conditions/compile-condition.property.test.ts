import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { evaluateCondition } from './compile-condition.ts';
import { type Condition, parseCondition } from './condition.ts';
import { arbitraryChanges, arbitraryCondition, arbitraryFacts } from './condition-arbitrary.test-support.ts';
import { naiveHolds } from './naive-condition.test-support.ts';

const clock = { nowMs: 0, timeZone: 'UTC' };

function reversed(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(reversed).reverse() };
  if ('any' in condition) return { any: condition.any.map(reversed).reverse() };
  if ('not' in condition) return { not: reversed(condition.not) };
  return condition;
}

describe('a compiled condition', () => {
  it('never holds where a group is empty, so that it cannot match everything', () => {
    expect(evaluateCondition({ all: [] }, { facts: {}, ...clock }).holds).toBe(false);
    expect(evaluateCondition({ any: [] }, { facts: {}, ...clock }).holds).toBe(false);
  });

  it('answers as a plain reading of the language does', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, arbitraryChanges, (condition, facts, changes) => {
        const trace = evaluateCondition(condition, { facts, changes, ...clock });
        expect(trace.holds).toBe(naiveHolds(condition, facts, changes));
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(2000) },
    );
  });

  it('answers the same whatever the order it is written in', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryFacts, (condition, facts) => {
        const one = evaluateCondition(condition, { facts, ...clock });
        const other = evaluateCondition(reversed(condition), { facts, ...clock });
        expect(one.holds).toBe(other.holds);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(500) },
    );
  });

  it('survives being written as JSON and read again', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        expect(parseCondition(JSON.parse(JSON.stringify(condition)))).toEqual({ ok: true, condition });
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
    );
  });

  it('never throws on reading any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (json) => {
        parseCondition(json);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(1000) },
    );
  });
});
