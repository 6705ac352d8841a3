import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellKey,
  confirmLevels,
  countSkilled,
  LEVELS,
  levelAt,
  type Matrix,
  makeMatrix,
  mergeLevels,
  redoLevel,
  setLevel,
  undoLevel,
} from './matrix-edits.ts';

const empty = makeMatrix(new Map());
const anyEdits = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y'), fc.constantFrom(...LEVELS)));
const edited = (edits: readonly (readonly [string, string, (typeof LEVELS)[number]])[]) =>
  edits.reduce<Matrix>((matrix, [agentId, skillId, level]) => setLevel(matrix, agentId, skillId, level), empty);
const shown = (matrix: Matrix) => ['a', 'b'].flatMap((a) => ['x', 'y'].map((s) => levelAt(matrix, a, s)));

describe('the skills matrix', () => {
  it('goes back to where it began when everything is undone, and forth again', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const last = edited(edits);
        let matrix = last;
        while (matrix.done.length > 0) matrix = undoLevel(matrix);
        expect(shown(matrix)).toEqual([0, 0, 0, 0]);
        while (matrix.undone.length > 0) matrix = redoLevel(matrix);
        expect(shown(matrix)).toEqual(shown(last));
      }),
      { seed: 4711 },
    );
  });

  it('tells the server what is shown, however it came about', () => {
    const matrix = undoLevel(setLevel(setLevel(empty, 'a', 'x', 3), 'a', 'x', 5));
    expect([...matrix.pending.values()]).toEqual([{ agentId: 'a', skillId: 'x', to: 3 }]);
  });

  it('counts nothing as an edit that changes nothing', () => {
    expect(setLevel(empty, 'a', 'x', 0)).toBe(empty);
    expect(undoLevel(empty)).toBe(empty);
    expect(redoLevel(empty)).toBe(empty);
  });

  it('keeps a cell pending that changed again while it was sent', () => {
    const first = setLevel(setLevel(empty, 'a', 'x', 3), 'b', 'x', 1);
    const later = setLevel(first, 'a', 'x', 4);
    expect([...confirmLevels(later, first.pending).pending.keys()]).toEqual([cellKey('a', 'x')]);
  });

  it('keeps unsent edits when the levels come anew', () => {
    const matrix = mergeLevels(setLevel(empty, 'a', 'x', 3), new Map([[cellKey('b', 'y'), 2]]));
    expect([levelAt(matrix, 'a', 'x'), levelAt(matrix, 'b', 'y')]).toEqual([3, 2]);
  });

  it('counts who can serve what at a level', () => {
    const matrix = setLevel(setLevel(empty, 'a', 'x', 3), 'b', 'x', 1);
    expect(([1, 2, 4] as const).map((least) => countSkilled(matrix, ['a', 'b'], 'x', least))).toEqual([2, 1, 0]);
  });
});
