import { describe, expect, it } from 'vitest';
import { cellAfterKey, visibleRows } from './visible-rows.ts';

describe('rows worth drawing', () => {
  it('are those in sight and some around', () => {
    expect(visibleRows(1000, 36, 3600, 360)).toEqual({ first: 92, end: 118 });
  });

  it('never leave the table', () => {
    expect(visibleRows(3, 36, 0, 600)).toEqual({ first: 0, end: 3 });
    expect(visibleRows(0, 36, 900, 600)).toEqual({ first: 0, end: 0 });
  });
});

describe('keys', () => {
  const size = { rows: 200, columns: 50 };
  it.each([
    ['ArrowUp', false, { row: 4, column: 7 }],
    ['ArrowDown', true, { row: 199, column: 7 }],
    ['ArrowRight', false, { row: 5, column: 8 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', true, { row: 199, column: 49 }],
    ['PageDown', false, { row: 15, column: 7 }],
  ])('%s leads to a cell', (key, isWhole, to) => {
    expect(cellAfterKey(key, { row: 5, column: 7 }, size, isWhole)).toEqual(to);
  });

  it('stop at the edges, and others lead nowhere', () => {
    expect(cellAfterKey('ArrowUp', { row: 0, column: 0 }, size, false)).toEqual({ row: 0, column: 0 });
    expect(cellAfterKey('x', { row: 0, column: 0 }, size, false)).toBeNull();
  });
});
