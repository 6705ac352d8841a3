import { intersectRegion, isCertainRegion, isSameRegion, type Region, unionRegion } from './region.ts';

/** What is known of a value that is there, side by side; a side that is not listed may be anything. */
export type Present = ReadonlyMap<string, Region>;

/**
 * What one fact may be: missing, or there with these sides. Of a change: absent, or there with what it went from and to.
 * Never both impossible: an empty cell is null.
 */
export interface Cell {
  readonly mayBeMissing: boolean;
  readonly present: Present | null;
}

/** Nothing is known. */
export const ANYTHING: Cell = { mayBeMissing: true, present: new Map() };
export const MISSING: Cell = { mayBeMissing: true, present: null };
export const THERE: Cell = { mayBeMissing: false, present: new Map() };

/** A value that is there, known by one side. */
export function cellOf(side: string, region: Region, mayBeMissing = false): Cell {
  return { mayBeMissing, present: new Map([[side, region]]) };
}

/** What both allow, or null for nothing. */
export function intersectCells(a: Cell, b: Cell): Cell | null {
  if (a === b) return a;
  const mayBeMissing = a.mayBeMissing && b.mayBeMissing;
  const present = a.present && b.present && intersectPresent(a.present, b.present);
  return mayBeMissing || present ? { mayBeMissing, present } : null;
}

/** What either allows; null where no cell says exactly that. */
export function uniteCells(a: Cell, b: Cell): Cell | null {
  const mayBeMissing = a.mayBeMissing || b.mayBeMissing;
  if (!a.present || !b.present) return { mayBeMissing, present: a.present ?? b.present };
  const present = unitePresent(a.present, b.present);
  return present && { mayBeMissing, present };
}

export function isSameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (a.mayBeMissing !== b.mayBeMissing) return false;
  if (!a.present || !b.present) return a.present === b.present;
  if (a.present.size !== b.present.size) return false;
  for (const [side, region] of a.present) {
    const other = b.present.get(side);
    if (!other || !isSameRegion(region, other)) return false;
  }
  return true;
}

/** Whether some value certainly fits; false where nobody knows. */
export function isCertainCell({ mayBeMissing, present }: Cell): boolean {
  if (mayBeMissing || !present) return true;
  return present.size <= 1 && [...present.values()].every(isCertainRegion);
}

function intersectPresent(a: Present, b: Present): Present | null {
  const common = new Map(a);
  for (const [side, region] of b) {
    const own = common.get(side);
    const both = own ? intersectRegion(own, region) : region;
    if (!both) return null;
    common.set(side, both);
  }
  return common;
}

/** Exact where they differ in one side only. */
function unitePresent(a: Present, b: Present): Present | null {
  const [side, ...more] = differences(a, b);
  if (side === undefined) return a;
  if (more.length > 0) return null;
  const united = new Map(a);
  const [one, other] = [a.get(side), b.get(side)];
  if (!one || !other) {
    united.delete(side);
    return united;
  }
  const region = unionRegion(one, other);
  if (!region) return null;
  united.set(side, region);
  return united;
}

function differences(a: Present, b: Present): readonly string[] {
  const sides = new Set([...a.keys(), ...b.keys()]);
  return [...sides].filter((side) => {
    const [one, other] = [a.get(side), b.get(side)];
    return !(one && other && isSameRegion(one, other));
  });
}
