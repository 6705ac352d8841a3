import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import type { RoutingAgent } from './assignment.ts';
import { type Handling, learnProficiency, withProficiencies } from './learn-proficiency.ts';

const minuteMs = 60_000;
const prior = () => 0.9;
const times = (agentId: string, classKey: string, minutes: number, count: number): Handling[] =>
  Array.from({ length: count }, (_, at) => ({
    agentId,
    classKey,
    // The same spread for everybody, a factor of 1.5 up and down.
    handlingMs: minutes * minuteMs * (at % 2 === 0 ? 1.5 : 1 / 1.5),
  }));

test('who takes longer in one class than in others is less proficient there, and not slow', () => {
  const handlings = ['ana', 'ben', 'cem'].flatMap((agentId) => [
    ...times(agentId, 'billing', 10, 60),
    ...times(agentId, 'law', agentId === 'ana' ? 20 : 10, 60),
  ]);
  const { cells } = learnProficiency(handlings, { prior });
  const of = (agentId: string, classKey: string) =>
    cells.find((cell) => cell.agentId === agentId && cell.classKey === classKey)?.estimate ?? Number.NaN;
  expect(of('ana', 'law')).toBeLessThan(0.75);
  expect(of('ben', 'law')).toBeGreaterThan(0.9);
  expect(of('ana', 'law')).toBeLessThan(of('ana', 'billing') - 0.1);
});

test('who is faster everywhere is fast, and as proficient as declared', () => {
  const handlings = ['ana', 'ben', 'cem'].flatMap((agentId) =>
    ['billing', 'law'].flatMap((classKey) => times(agentId, classKey, agentId === 'ana' ? 5 : 10, 60)),
  );
  const { cells, speeds } = learnProficiency(handlings, { prior });
  expect(speeds.ana).toBeGreaterThan(1.3);
  expect(speeds.ben).toBeLessThan(1);
  for (const { estimate } of cells) expect(Math.abs(estimate - 0.9)).toBeLessThan(0.05);
});

const handlings = fc.array(
  fc.record({
    agentId: fc.constantFrom('ana', 'ben', 'cem'),
    classKey: fc.constantFrom('billing', 'law'),
    handlingMs: fc.integer({ min: 1, max: 100 * minuteMs }),
  }),
  { maxLength: 60 },
);

test('the order of handlings changes nothing, and estimates are bounded', () => {
  fc.assert(
    fc.property(handlings, (seen) => {
      const table = learnProficiency(seen, { prior });
      expect(learnProficiency([...seen].reverse(), { prior })).toEqual(table);
      for (const { estimate, count, meanMs } of table.cells) {
        expect(estimate).toBeGreaterThanOrEqual(0.2);
        expect(estimate).toBeLessThanOrEqual(1);
        expect(count).toBeGreaterThan(0);
        expect(meanMs).toBeGreaterThan(0);
      }
      for (const speed of Object.values(table.speeds)) {
        expect(speed).toBeGreaterThanOrEqual(0.5);
        expect(speed).toBeLessThanOrEqual(2);
      }
    }),
    { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
  );
});

test('the more the prior weighs, the nearer estimates stay to it; with few handlings they hardly move', () => {
  const slow = [...times('ana', 'law', 40, 1), ...times('ben', 'law', 10, 40)];
  const distance = (shrinkage: number) => {
    const cell = learnProficiency(slow, { prior, shrinkage }).cells.find(({ agentId }) => agentId === 'ana');
    return Math.abs((cell?.estimate ?? 0) - 0.9);
  };
  expect(distance(200)).toBeLessThan(0.02);
  expect(distance(200)).toBeLessThan(distance(5));
});

test('what was set by hand wins over what was learned, and learning can be off', () => {
  const agent = { agentId: 'ana', skills: {} } as unknown as RoutingAgent;
  const table = learnProficiency(times('ana', 'law', 10, 5), { prior });
  const byHand = [{ agentId: 'ana', classKey: 'law', proficiency: 0.5 }];
  const [learned] = withProficiencies([agent], table, []);
  expect(learned?.proficiencies).toEqual({ law: table.cells[0]?.estimate });
  expect(learned?.speed).toBe(table.speeds.ana);
  expect(withProficiencies([agent], table, byHand)[0]?.proficiencies).toEqual({ law: 0.5 });
  expect(withProficiencies([agent], null, byHand)[0]).toEqual({ ...agent, proficiencies: { law: 0.5 } });
  expect(withProficiencies([agent], null, [])[0]).toEqual(agent);
});
