import { describe, expect, it } from 'vitest';
import { askedDimensions } from './asked-dimensions.ts';
import { dimensionName } from './conjunction-slot.ts';
import type { Demand } from './demand.ts';
import { asking } from './pipelines.test-support.ts';
import { RowStore } from './row-store.ts';
import { bitsOf, demand, inside } from './rows.test-support.ts';

const pipeline = asking('f', { fact: 'a', op: 'isEmpty' });
const never = demand({ missing: false });
const key = (fact: string) => ({ source: 'fact', fact }) as const;

/** A slot that asks these demands, by fact; behind a space, rows of their own. */
function slot(demands: Readonly<Record<string, Demand>>) {
  const own = Object.entries(demands).map(
    ([name, asked]) => [`fact ${name}`, { key: key(name.split(' ')[0] ?? ''), demand: asked }] as const,
  );
  return { pipeline, demands: new Map(own), verification: null };
}

/** Slots of so many words, of which those at these bits ask more. */
function slots(words: number, asked: Readonly<Record<number, Readonly<Record<string, Demand>>>>) {
  return Array.from({ length: 32 * words }, (_, bit) => slot(asked[bit] ?? {}));
}

describe('askedDimensions', () => {
  it('looks early at what concerns more than a third of the words, and late at the rest', () => {
    const store = new RowStore();
    const { early, late } = askedDimensions(
      slots(6, {
        0: { wide: never, two: never, one: never },
        64: { wide: never },
        70: { two: never, wide: never },
        191: { wide: never },
      }),
      store,
    );
    expect(early.map((dimension) => dimensionName(dimension.key))).toEqual(['fact wide']);
    expect(late.map(({ dimension }) => dimensionName(dimension.key))).toEqual(['fact two', 'fact one']);
    expect(late.map(({ concerned }) => [...concerned])).toEqual([[0, 2], [0]]);
    expect(late.map(({ asking: row, concerned }) => bitsOf(row, 0, concerned.length))).toEqual([[0, 38], [0]]);
    expect(early.map((dimension) => bitsOf(store.words, dimension.rowOf(null), 6))).toEqual([[0, 64, 70, 191]]);
    expect(
      late.map(({ dimension, concerned }) => bitsOf(store.words, dimension.rowOf(null), concerned.length)),
    ).toEqual([[0, 38], [0]]);
  });

  it('counts words that are not full', () => {
    const store = new RowStore();
    const { early, late } = askedDimensions(
      [...slots(3, { 0: { a: never, b: never }, 32: { a: never } }), slot({})],
      store,
    );
    expect([early.length, late.length]).toEqual([1, 1]);
    expect(askedDimensions([], store)).toEqual({ early: [], late: [] });
  });

  it('looks late at texts to be looked through, in one pass for all rows of a fact', () => {
    const re = { text: 're', place: 'start' } as const;
    const und = { text: 'und', place: 'anywhere' } as const;
    const x = { text: 'x', place: 'end' } as const;
    const store = new RowStore();
    const { early, late } = askedDimensions(
      [
        slot({
          a: demand({ text: inside({ anyOf: [re] }) }),
          'a 2': demand({ text: inside({ anyOf: [und] }) }),
          b: never,
        }),
        slot({ a: demand({ text: inside({ noneOf: [und, x] }) }), c: demand({ text: inside({ noneOf: [x] }) }) }),
      ],
      store,
    );
    expect(early.map((dimension) => dimension.key.fact)).toEqual(['b']);
    expect(late.map(({ dimension }) => dimension.key.fact)).toEqual(['a', 'a', 'c']);
    const refused = (text: string) => late.map(({ dimension }) => bitsOf(store.words, dimension.rowOf(text), 1));
    expect(refused('refund')).toEqual([[1], [], []]);
    expect(refused('und')).toEqual([[0, 1], [], []]);
    expect(refused('re')).toEqual([[], [0], []]);
    expect(refused('xx')).toEqual([[0, 1], [0], [1]]);
    expect(refused('')).toEqual([[0], [0], []]);
  });
});
