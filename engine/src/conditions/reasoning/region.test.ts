import { describe, expect, it } from 'vitest';
import {
  elementsRegion,
  intersectRegion,
  isCertainRegion,
  isSameRegion,
  type Region,
  unionRegion,
  valuesRegion,
} from './region.ts';
import { type Span, span } from './spans.ts';
import { ANY_TEXT } from './text-region.ts';

function spans(...held: readonly Span[]): Region {
  return { type: 'spans', spans: held };
}

function only(...values: readonly (string | boolean)[]): Region {
  return valuesRegion(values);
}

function allBut(...values: readonly (string | boolean)[]): Region {
  return valuesRegion(values, true);
}

function elements(
  has: readonly string[],
  lacks: readonly string[],
  anyOf: readonly (readonly string[])[] = [],
): Region {
  return { type: 'elements', has: new Set(has), lacks: new Set(lacks), anyOf };
}

const OF_EACH_TYPE: readonly Region[] = [spans(span(0, 1)), only('a'), elements(['a'], []), ANY_TEXT];

describe('what a side may be', () => {
  it.each<readonly [Region, Region, Region | null]>([
    [spans(span(0, 5)), spans(span(3, 8)), spans(span(3, 5))],
    [spans(span(0, 1)), spans(span(3, 8)), null],
    [only('a', 'b'), only('b', 'c'), only('b')],
    [only('a'), only('b'), null],
    [only('a', 'b'), allBut('b', 'c'), only('a')],
    [only('a'), allBut('a'), null],
    [allBut('a'), allBut('b'), allBut('a', 'b')],
    [only(true, false), only(false), only(false)],
    [elements(['a'], []), elements(['b'], ['c']), elements(['a', 'b'], ['c'])],
    [elements(['a'], []), elements([], ['a']), null],
    [elements([], [], [['a', 'b']]), elements([], ['a']), elements(['b'], ['a'])],
    [elements([], [], [['a', 'b']]), elements(['b'], []), elements(['b'], [])],
    [
      { ...ANY_TEXT, oneOf: ['a', 'b'] },
      { ...ANY_TEXT, noneOf: ['a'] },
      { ...ANY_TEXT, oneOf: ['b'] },
    ],
    [{ ...ANY_TEXT, oneOf: ['a'] }, { ...ANY_TEXT, noneOf: ['a'] }, null],
  ])('is, where both are known, what both hold (row %#)', (a, b, common) => {
    expect(intersectRegion(a, b)).toEqual(common);
    expect(intersectRegion(b, a)).toEqual(common);
  });

  it.each<readonly [Region, Region, Region | null]>([
    [spans(span(0, 2)), spans(span(1, 3)), spans(span(0, 3))],
    [only('a'), only('b'), only('a', 'b')],
    [allBut('a', 'b'), allBut('b', 'c'), allBut('b')],
    [allBut('a', 'b'), only('b', 'c'), allBut('a')],
    [elements(['a'], []), elements(['b'], []), null],
    [ANY_TEXT, ANY_TEXT, null],
  ])('is, where one of them is so, what either holds, if a region says that (row %#)', (a, b, united) => {
    expect(unionRegion(a, b)).toEqual(united);
    expect(unionRegion(b, a)).toEqual(united);
  });

  it('is never of two types at once', () => {
    for (const a of OF_EACH_TYPE) {
      for (const b of OF_EACH_TYPE.filter(({ type }) => type !== a.type)) {
        expect(intersectRegion(a, b)).toBeNull();
        expect(unionRegion(a, b)).toBeNull();
        expect(isSameRegion(a, b)).toBe(false);
      }
    }
  });

  it.each<readonly [readonly string[], readonly string[], readonly (readonly string[])[], Region | null]>([
    [['a'], ['b'], [], elements(['a'], ['b'])],
    [['a', 'b'], ['b'], [], null],
    [[], [], [['a']], elements(['a'], [])],
    [[], ['a'], [['a']], null],
    [[], ['a', 'b'], [['a', 'b']], null],
    [[], ['a'], [['a', 'b', 'c']], elements([], ['a'], [['b', 'c']])],
    [['a'], [], [['a', 'b']], elements(['a'], [])],
    [[], [], [['b', 'c'], ['c']], elements(['c'], [])],
    [
      [],
      ['d'],
      [
        ['b', 'c'],
        ['c', 'd'],
      ],
      elements(['c'], ['d']),
    ],
    [
      [],
      [],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      elements(
        [],
        [],
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ),
    ],
  ])(
    'is for sets with %j, without %j and with one of each of %j settled as far as it follows',
    (has, lacks, anyOf, settled) => {
      expect(elementsRegion(has, lacks, anyOf)).toEqual(settled);
    },
  );

  it.each<readonly [() => Region, Region]>([
    [() => spans(span(0, 1), span(2, 3)), spans(span(0, 1))],
    [() => spans(span(0, 1)), spans(span(0, 1), span(2, 3))],
    [() => spans(span(0, 1)), spans(span(2, 1))],
    [() => spans(span(0, 1)), spans(span(0, 2))],
    [() => spans(span(0, 1)), spans(span(0, 1, true))],
    [() => spans(span(0, 1)), spans(span(0, 1, false, true))],
    [() => spans(span(0, 1), span(2, 3)), spans(span(0, 1), span(2, 4))],
    [() => only('a'), only('b')],
    [() => only('a'), only('a', 'b')],
    [() => only('a', 'b'), only('a', 'c')],
    [() => only('a'), allBut('a')],
    [() => elements(['a'], []), elements(['b'], [])],
    [() => elements([], ['a']), elements([], ['b'])],
    [() => elements([], [], [['a', 'b']]), elements([], [], [['a', 'c']])],
    [() => ({ ...ANY_TEXT, noneOf: ['a'] }), ANY_TEXT],
  ])('is the same only where it is written alike (row %#)', (write, other) => {
    expect(isSameRegion(write(), write())).toBe(true);
    expect(isSameRegion(write(), other)).toBe(false);
    expect(isSameRegion(other, write())).toBe(false);
  });

  it.each<readonly [Region, boolean]>([
    [only('a'), true],
    [elements(['a'], []), true],
    [ANY_TEXT, true],
    [{ ...ANY_TEXT, has: [{ op: 'matches', part: 'a' }] }, false],
    [spans(span(0, 1)), true],
    [spans(span(3, 3)), true],
    [spans(span(0, 1, true, true)), false],
    [spans(span(0, 1, true)), true],
    [spans(span(0, 1, false, true)), true],
    [spans(span(0, 2, true, true)), true],
    [spans(span(0.5, 0.7)), false],
    [spans(span(0.5, 1)), true],
    [spans(span(0.5, 1, false, true)), false],
    [spans(span(0.5, 1, true)), true],
    [spans(span(0, 1, true, true), span(5, 5)), true],
    [spans(span(Number.NEGATIVE_INFINITY, 0)), true],
  ])('certainly holds a value, a whole one among numbers, or nobody knows (row %#)', (region, isCertain) => {
    expect(isCertainRegion(region)).toBe(isCertain);
  });
});
