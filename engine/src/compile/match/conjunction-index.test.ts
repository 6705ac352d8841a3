import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../facts/fact-value.ts';
import { PROPERTY_SEED, propertyRuns } from '../../flow/property-seed.test-support.ts';
import type { Pipeline } from '../compile-flow.ts';
import { ConjunctionIndex } from './conjunction-index.ts';
import type { ConjunctionSlot, Verification } from './conjunction-slot.ts';
import type { Demand } from './demand.ts';
import { asking, CLOCK, CREATED, idsOf } from './pipelines.test-support.ts';
import { clearBit, emptyRow, hasBit, rowOf } from './row.ts';
import { accepts, arbitraryDemand, demand, inside, VALUES } from './rows.test-support.ts';

const model = asking('model', { fact: 'a', op: 'isEmpty' });
const flow = (index: number): Pipeline => ({ ...model, flowId: `f${index}`, position: index });

/** A slot that asks these demands, by fact. */
function slot(
  pipeline: Pipeline,
  demands: Readonly<Record<string, Demand>>,
  verification: Verification | null = null,
): ConjunctionSlot {
  const own = Object.entries(demands).map(
    ([fact, asked]) => [`fact ${fact}`, { key: { source: 'fact', fact }, demand: asked }] as const,
  );
  return { pipeline, demands: new Map(own), verification };
}

/** A verification that says this, and counts how often it was asked. */
function doubt(pipeline: Pipeline, isVerified: boolean, asked: (pipeline: Pipeline) => void): Verification {
  const [trigger] = pipeline.triggers;
  const miss = () => {
    asked(pipeline);
    return isVerified ? null : ({ reason: 'otherFlow', seen: null } as const);
  };
  return { pipeline, open: [], trigger: trigger ? { ...trigger, miss } : null, isWalked: false };
}

const exactly = (point: number) => demand({ missing: false, points: [point], numbers: [false, true, false] });
const search = (index: ConjunctionIndex, facts: Readonly<Record<string, FactValue>>, live = index.all()) =>
  idsOf(index.search(live, CREATED, facts, CLOCK));

describe('ConjunctionIndex', () => {
  it('finds the flows of all conjunctions whose demands accept, once each, in running order', () => {
    const facts = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.array(arbitraryDemand, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 0, max: 180 }),
        fc.array(fc.nat(1_000_000), { minLength: 7, maxLength: 7 }),
        (demands, count, draws) => {
          const drawOf = (index: number, salt: number) =>
            (Math.imul(index + 1, 2_654_435_761) ^ Math.imul((draws[salt] ?? 0) + salt, 40_503)) >>> 7;
          const asked: Pipeline[] = [];
          const pipelines = Array.from({ length: 60 }, (_, index) => flow(index));
          const slots = Array.from({ length: count }, (_, index) => {
            const pipeline = pipelines[drawOf(index, 0) % 60] ?? flow(0);
            const own = facts.flatMap((fact, at) => {
              // The last facts are asked by few, so that they are looked at late.
              const isAsked = at < 3 ? drawOf(index, at + 1) % 3 === 0 : drawOf(index >>> 4, at + 1) % 9 === 0;
              return isAsked ? [[fact, demands[drawOf(index, 6) % 6] ?? demand()] as const] : [];
            });
            const isDoubted = drawOf(index, 5) % 4 === 0;
            return slot(
              pipeline,
              Object.fromEntries(own),
              isDoubted ? doubt(pipeline, drawOf(index, 4) % 2 === 0, (of) => asked.push(of)) : null,
            );
          });
          const index = new ConjunctionIndex(slots);
          expect(index.slots.map(({ pipeline }) => pipeline.position)).toEqual(
            slots.map(({ pipeline }) => pipeline.position).sort((a, b) => a - b),
          );
          for (let turn = 0; turn < 8; turn += 1) {
            const seen = Object.fromEntries(
              facts.map((fact, at) => [fact, VALUES[drawOf(turn * 5 + at, 1) % VALUES.length] ?? null]),
            );
            const live = index.all();
            if (turn % 2 === 1) for (let bit = turn; bit < count; bit += 3) clearBit(live, bit);
            const accepted = index.slots.filter(
              ({ demands: own }, bit) =>
                hasBit(live, bit) && [...own.values()].every((one) => accepts(one.demand, seen[one.key.fact] ?? null)),
            );
            const doubted = accepted.filter(({ verification }) => verification);
            asked.length = 0;
            const given = live.slice();
            const found = index.search(live, CREATED, seen, CLOCK);
            expect(live).toEqual(given);
            expect(idsOf(asked)).toEqual(idsOf(doubted.map(({ pipeline }) => pipeline)));
            const acting = accepted.filter(({ verification }) => !verification?.trigger?.miss({} as never));
            expect(idsOf(found)).toEqual([...new Set(idsOf(acting.map(({ pipeline }) => pipeline)))]);
          }
        },
      ),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(200) },
    );
  });

  it('finds nothing where there is nothing', () => {
    const index = new ConjunctionIndex([]);
    expect([index.all().length, search(index, {})]).toEqual([0, []]);
    const one = new ConjunctionIndex([slot(flow(0), {})]);
    expect([search(one, {}), search(one, {}, emptyRow(1)), search(one, {})]).toEqual([['f0'], [], ['f0']]);
  });

  it('finds flows at the edges of words', () => {
    const slots = Array.from({ length: 97 }, (_, index) => slot(flow(index), { n: exactly(index % 4) }));
    const index = new ConjunctionIndex(slots.reverse());
    for (const n of [0, 1, 2, 3]) {
      expect(search(index, { n })).toEqual(
        Array.from({ length: 97 }, (_, own) => own)
          .filter((own) => own % 4 === n)
          .map((own) => `f${own}`),
      );
    }
    expect(search(index, { n: 1 }, rowOf([0, 1, 31, 32, 33, 65, 96], 4))).toEqual(['f1', 'f33', 'f65']);
    expect(search(index, { n: 0 }, rowOf([31, 32, 63, 64, 96], 4))).toEqual(['f32', 'f64', 'f96']);
  });

  it('finds among more than a thousand conjunctions of many facts', () => {
    const slots = Array.from({ length: 1100 }, (_, index) =>
      slot(flow(index >>> 1), {
        n: exactly(index % 10),
        [`only ${index % 40}`]: exactly(1),
        s: demand({ text: inside({ anyOf: [{ text: `w${index % 7}x`, place: 'anywhere' }] }) }),
      }),
    );
    const index = new ConjunctionIndex(slots);
    const every = Object.fromEntries(Array.from({ length: 40 }, (_, own) => [`only ${own}`, own % 2]));
    const expected = (n: number, words: readonly number[]) =>
      new Set(
        slots
          .map((_, own) => own)
          .filter((own) => own % 10 === n && own % 2 === 1 && words.includes(own % 7))
          .map((own) => `f${own >>> 1}`),
      );
    expect(search(index, { ...every, n: 3, s: 'a w2x w5x' })).toEqual([...expected(3, [2, 5])]);
    expect(search(index, { ...every, n: 4, s: 'a w2x w5x' })).toEqual([]);
    expect(search(index, { n: 3, s: 'w2x' })).toEqual([]);
  });

  it('reads a fact that few ask about only where one of them is left', () => {
    const slots = Array.from({ length: 128 }, (_, bit) =>
      slot(flow(bit), { n: exactly(bit >>> 5), ...(bit === 70 && { seldom: exactly(1) }) }),
    );
    const index = new ConjunctionIndex(slots);
    let reads = 0;
    const found = (n: number, seldom: number) => {
      const facts = {
        n,
        get seldom() {
          reads += 1;
          return seldom;
        },
      };
      return search(index, facts).filter((id) => id === 'f70' || id === 'f71');
    };
    expect([found(1, 1), found(3, 1), reads]).toEqual([[], [], 0]);
    expect([found(2, 0), reads]).toEqual([['f71'], 1]);
    expect([found(2, 1), reads]).toEqual([['f70', 'f71'], 2]);
  });

  it('knows flows apart beyond the first 65,536', () => {
    const count = 65_540;
    const index = new ConjunctionIndex(Array.from({ length: count }, (_, own) => slot(flow(own), {})));
    const bits = [0, 3, 4, 65_535, 65_536, 65_539];
    expect(search(index, {}, rowOf(bits, Math.ceil(count / 32)))).toEqual(bits.map((bit) => `f${bit}`));
  });
});
