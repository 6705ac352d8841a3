import { describe, expect, it } from 'vitest';
import {
  ANYTHING,
  type Cell,
  cellOf,
  intersectCells,
  isCertainCell,
  isSameCell,
  MISSING,
  THERE,
  uniteCells,
} from './cell.ts';
import { type Region, valuesRegion } from './region.ts';
import { span } from './spans.ts';
import { ANY_TEXT } from './text-region.ts';

const A = valuesRegion(['a']);
const B = valuesRegion(['b']);
const A_OR_B = valuesRegion(['a', 'b']);

function sides(known: Readonly<Record<string, Region>>, mayBeMissing = false): Cell {
  return { mayBeMissing, present: new Map(Object.entries(known)) };
}

describe('what a fact may be', () => {
  it.each<readonly [string, Cell, Cell, Cell | null]>([
    ['missing and there: nothing', MISSING, THERE, null],
    ['missing and anything', MISSING, ANYTHING, MISSING],
    ['there and anything', THERE, ANYTHING, THERE],
    ['there and a value or missing', THERE, cellOf('x', A, true), cellOf('x', A)],
    ['two values or missing', cellOf('x', A, true), cellOf('x', B, true), MISSING],
    ['two values: nothing', cellOf('x', A), cellOf('x', B), null],
    ['a value of several', cellOf('x', A_OR_B), cellOf('x', B, true), cellOf('x', B)],
    ['two sides', cellOf('x', A), cellOf('y', B), sides({ x: A, y: B })],
    ['two sides of which one is impossible', sides({ x: A, y: A }), sides({ x: A, y: B }), null],
  ])('is, with both known, what both allow: %s', (_, a, b, common) => {
    expect(intersectCells(a, b)).toEqual(common);
    expect(intersectCells(b, a)).toEqual(common);
  });

  it('is itself, with the same known twice', () => {
    const cell = cellOf('x', A);
    expect(intersectCells(cell, cell)).toBe(cell);
  });

  it.each<readonly [string, Cell, Cell, Cell | null]>([
    ['missing or there: anything', MISSING, THERE, ANYTHING],
    ['missing or a value', MISSING, cellOf('x', A), cellOf('x', A, true)],
    ['missing, twice', MISSING, { ...MISSING }, MISSING],
    ['two values of a side', cellOf('x', A), cellOf('x', B, true), cellOf('x', A_OR_B, true)],
    ['the same value', cellOf('x', A), cellOf('x', valuesRegion(['a'])), cellOf('x', A)],
    ['a value or anything that is there', cellOf('x', A), THERE, THERE],
    ['another side as well: the wider', sides({ x: A, y: B }), cellOf('x', A), cellOf('x', A)],
    ['two sides that differ: no cell', sides({ x: A, y: A }), sides({ x: B, y: B }), null],
    ['values of which no region says either', cellOf('x', ANY_TEXT), cellOf('x', { ...ANY_TEXT, oneOf: ['a'] }), null],
    ['one of two sides that differs', sides({ x: A, y: A }), sides({ x: B, y: A }), sides({ x: A_OR_B, y: A })],
  ])('is, with one of them so, exactly what either allows: %s', (_, a, b, united) => {
    expect(uniteCells(a, b)).toEqual(united);
    expect(uniteCells(b, a)).toEqual(united);
  });

  it.each<readonly [Cell, Cell, boolean]>([
    [cellOf('x', A), cellOf('x', valuesRegion(['a'])), true],
    [cellOf('x', A), cellOf('x', A, true), false],
    [cellOf('x', A), cellOf('x', B), false],
    [cellOf('x', A), cellOf('y', A), false],
    [cellOf('x', A), sides({ x: A, y: B }), false],
    [sides({ x: A, y: A }), sides({ x: A, y: B }), false],
    [sides({ x: A, y: B }), sides({ y: B, x: A }), true],
    [MISSING, { ...MISSING }, true],
    [MISSING, ANYTHING, false],
    [MISSING, cellOf('x', A, true), false],
    [THERE, THERE, true],
  ])('is the same only where it is written alike (row %#)', (a, b, isSame) => {
    expect(isSameCell(a, b)).toBe(isSame);
    expect(isSameCell(b, a)).toBe(isSame);
  });

  it.each<readonly [string, Cell, boolean]>([
    ['a missing one', MISSING, true],
    ['one that is there', THERE, true],
    ['a value', cellOf('x', A), true],
    ['a number between two whole ones', cellOf('x', { type: 'spans', spans: [span(0.2, 0.8)] }), false],
    [
      'a number between two whole ones, or missing',
      cellOf('x', { type: 'spans', spans: [span(0.2, 0.8)] }, true),
      true,
    ],
    ['two sides, which may not go together', sides({ x: A, y: A }), false],
  ])('certainly is possible, or nobody knows: %s', (_, cell, isCertain) => {
    expect(isCertainCell(cell)).toBe(isCertain);
  });
});
