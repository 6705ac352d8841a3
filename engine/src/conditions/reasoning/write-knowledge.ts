import type { FactValue } from '../../facts/fact-value.ts';
import { foldText } from '../../facts/fold-text.ts';
import { ANYTHING, type Cell, cellOf, intersectCells, MISSING, THERE } from './cell.ts';
import { comparisonCells } from './comparison-cells.ts';
import { domainOfFact, VALUE } from './domain.ts';
import type { FactLookup, Knowledge } from './knowledge.ts';
import { elementsRegion, type Region } from './region.ts';

/** What is known once a fact was given a value (null: emptied; undefined: one that is not known beforehand). */
export function knowAfterWrite(
  known: Knowledge,
  fact: string,
  to: FactValue | null | undefined,
  lookup: FactLookup,
): Knowledge {
  const cell = to === undefined ? null : cellOfValue(fact, to, lookup);
  return mapCell(known, fact, () => cell);
}

/** What is known once a set gained and lost elements; one in both lists is gained. */
export function knowAfterSetChange(
  known: Knowledge,
  fact: string,
  added: readonly string[],
  removed: readonly string[],
): Knowledge {
  const gained = new Set(added.map(foldText));
  const lost = new Set(removed.map(foldText).filter((element) => !gained.has(element)));
  return mapCell(known, fact, (cell = ANYTHING) => changedSet(cell, gained, lost));
}

function changedSet({ mayBeMissing, present }: Cell, gained: ReadonlySet<string>, lost: ReadonlySet<string>): Cell {
  const region = elementsOf(present?.get(VALUE));
  const kept = mayBeMissing ? [] : [...(region?.has ?? [])].filter((element) => !lost.has(element));
  const lacks = [...(region?.lacks ?? [])].filter((element) => !gained.has(element));
  const touched = (element: string) => lost.has(element) || gained.has(element);
  const anyOf = mayBeMissing ? [] : (region?.anyOf ?? []).filter((list) => !list.some(touched));
  const after = elementsRegion([...kept, ...gained], [...lacks, ...lost], anyOf);
  if (gained.size > 0) return after ? cellOf(VALUE, after) : THERE;
  if (!present) return MISSING;
  return after ? cellOf(VALUE, after, kept.length === 0) : ANYTHING;
}

function elementsOf(region: Region | undefined) {
  return region?.type === 'elements' ? region : undefined;
}

/** Null where nothing can be said of the value. */
function cellOfValue(fact: string, value: FactValue | null, lookup: FactLookup): Cell | null {
  const definition = lookup(fact);
  if (value === null) return MISSING;
  if (!definition) return null;
  const op = typeof value === 'object' ? 'containsAllOf' : 'is';
  const [cell] = comparisonCells({ fact, op, value }, definition)?.holds ?? [];
  return cell ? intersectCells(cell, domainOfFact(definition)) : null;
}

/** Null for a cell of which nothing is known. */
function mapCell(known: Knowledge, fact: string, change: (cell: Cell | undefined) => Cell | null): Knowledge {
  return known.map((conjunction) => {
    const changed = new Map(conjunction);
    const cell = change(conjunction.get(fact));
    if (cell) changed.set(fact, cell);
    else changed.delete(fact);
    return changed;
  });
}
