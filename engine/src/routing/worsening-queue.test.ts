import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { WorseningQueue } from './worsening-queue.ts';

interface Runner {
  score: number;
  readonly rank: number;
  isOut: boolean;
}

const bestOf = (runners: readonly Runner[]): Runner | undefined =>
  runners.filter((runner) => !runner.isOut).sort((a, b) => b.score - a.score || a.rank - b.rank)[0];

test('takes the best of what is left, however standings worsen in between', () => {
  const turn = fc.record({
    at: fc.nat(30),
    by: fc.nat(5),
    leaves: fc.boolean(),
    takes: fc.boolean(),
    returns: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(fc.nat(10), { maxLength: 30 }), fc.array(turn, { maxLength: 60 }), (scores, turns) => {
      const runners: Runner[] = scores.map((score, rank) => ({ score, rank, isOut: false }));
      const waiting = new Set(runners);
      const queue = new WorseningQueue(runners, (runner) => (runner.isOut ? null : runner));
      for (const { at, by, leaves, takes, returns } of turns) {
        const worse = runners[at];
        if (worse !== undefined) {
          worse.score -= by;
          worse.isOut ||= leaves;
        }
        const best = bestOf([...waiting]);
        expect(queue.peek()).toBe(best);
        if (!takes || best === undefined) continue;
        expect(queue.take()).toBe(best);
        if (returns) queue.put(best);
        else waiting.delete(best);
      }
    }),
    { seed: PROPERTY_SEED, numRuns: propertyRuns(300) },
  );
});

test('an empty queue has nothing to take', () => {
  const queue = new WorseningQueue<Runner>([], (runner) => runner);
  expect(queue.take()).toBeUndefined();
});
