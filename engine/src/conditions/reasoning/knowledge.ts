import type { FactDefinition } from '../../facts/fact-catalogue.ts';
import type { Condition } from '../condition.ts';
import { ANYTHING, type Cell, intersectCells, isCertainCell, isSameCell, uniteCells } from './cell.ts';
import { comparisonCells } from './comparison-cells.ts';
import { domainOfChange, domainOfFact } from './domain.ts';

/** What is known of facts together: by fact, or for its change by `changeOf(fact)`. Absent: anything. */
export type Conjunction = ReadonlyMap<string, Cell>;

/** Alternatives of which at least one is so. None: this cannot be. */
export type Knowledge = readonly Conjunction[];

/** Nothing is known. */
export const NOTHING_KNOWN: Knowledge = [new Map()];

/** The most alternatives that are kept apart; beyond them there is no verdict. */
const MOST_ALTERNATIVES = 64;

/** The definition of a fact, or undefined; a lookup made once for many conditions. */
export type FactLookup = (fact: string) => FactDefinition | undefined;

const CHANGE = 'Δ';

/** The key under which the change of a fact is known. */
export function changeOf(fact: string): string {
  return CHANGE + fact;
}

/** The fact whose change a key is about, or null for a fact itself. */
export function changedFact(key: string): string | null {
  return key.startsWith(CHANGE) ? key.slice(CHANGE.length) : null;
}

/** As `conditionKnowledge` for one catalogue, computed once for each condition that is asked about again. */
export type KnowledgeOf = (condition: Condition, holds?: boolean) => Knowledge | null;

export function rememberedKnowledge(lookup: FactLookup): KnowledgeOf {
  const known = {
    holds: new WeakMap<Condition, Knowledge | null>(),
    fails: new WeakMap<Condition, Knowledge | null>(),
  };
  return (condition, holds = true) => {
    const memory = holds ? known.holds : known.fails;
    const found = memory.get(condition);
    if (found !== undefined) return found;
    const computed = conditionKnowledge(condition, lookup, holds);
    memory.set(condition, computed);
    return computed;
  };
}

/**
 * What it means that a condition holds (or, with `holds` false, fails), the missing value included. Null where there is
 * no telling: more than 64 alternatives, unknown facts, values that do not fit, empty groups.
 * Otherwise: facts for which no alternative allows their values certainly make it fail.
 */
export function conditionKnowledge(condition: Condition, lookup: FactLookup, holds = true): Knowledge | null {
  if ('not' in condition) return conditionKnowledge(condition.not, lookup, !holds);
  if ('all' in condition || 'any' in condition) {
    const items = 'all' in condition ? condition.all : condition.any;
    const isAll = 'all' in condition === holds;
    if (items.length === 0) return null;
    const parts: Knowledge[] = [];
    for (const item of items) {
      const part = conditionKnowledge(item, lookup, holds);
      if (!part) return null;
      parts.push(part);
    }
    return isAll ? allOf(parts) : tidied(parts.flat(), MOST_ALTERNATIVES);
  }
  const definition = lookup(condition.fact);
  const cells = definition && comparisonCells(condition, definition);
  if (!definition || !cells) return null;
  const isFact = cells.about === 'fact';
  const key = isFact ? condition.fact : changeOf(condition.fact);
  const domain = isFact ? domainOfFact(definition) : domainOfChange(definition);
  return tidied(
    (holds ? cells.holds : cells.fails).flatMap((cell) => {
      const possible = intersectCells(cell, domain);
      return possible ? [new Map([[key, possible]])] : [];
    }),
    MOST_ALTERNATIVES,
  );
}

/** What both say together; null beyond `most` alternatives. */
export function both(a: Knowledge, b: Knowledge, most = MOST_ALTERNATIVES): Knowledge | null {
  const found: Conjunction[] = [];
  for (const one of a) {
    for (const other of b) {
      const joined = intersect(one, other);
      if (joined) found.push(joined);
    }
    if (found.length > most * 2) {
      const kept = tidied(found, most);
      if (!kept) return null;
      found.splice(0, found.length, ...kept);
    }
  }
  return tidied(found, most);
}

/** Whether both can be so at once. False is certain; stops at the first way found. */
export function canBeBoth(a: Knowledge, b: Knowledge): boolean {
  return a.some((one) => b.some((other) => !contradict(one, other)));
}

/** That one of them is so; null beyond `most` alternatives. */
export function either(a: Knowledge, b: Knowledge, most = MOST_ALTERNATIVES): Knowledge | null {
  return tidied([...a, ...b], most);
}

/** Whether some facts certainly fit; false where nobody knows. */
export function isCertain(knowledge: Knowledge): boolean {
  return knowledge.some((conjunction) => [...conjunction.values()].every(isCertainCell));
}

/** Everything but what was known under these keys. */
export function forget(knowledge: Knowledge, isForgotten: (key: string) => boolean): Knowledge {
  if (!knowledge.some((conjunction) => [...conjunction.keys()].some(isForgotten))) return knowledge;
  return knowledge.map((conjunction) => new Map([...conjunction].filter(([key]) => !isForgotten(key))));
}

/** Copies only where something new is said: most of what is joined is known already, or contradicts. */
function intersect(a: Conjunction, b: Conjunction): Conjunction | null {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const news: [string, Cell][] = [];
  for (const [key, cell] of small) {
    const own = large.get(key);
    const common = own ? intersectCells(own, cell) : cell;
    if (!common) return null;
    if (common !== own) news.push([key, common]);
  }
  if (news.length === 0) return large;
  const joined = new Map(large);
  for (const [key, cell] of news) joined.set(key, cell);
  return joined;
}

function contradict(a: Conjunction, b: Conjunction): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const [key, cell] of small) {
    const own = large.get(key);
    if (own && !intersectCells(own, cell)) return true;
  }
  return false;
}

/** The narrowest parts first, so that contradictions show before alternatives multiply. */
function allOf(parts: readonly Knowledge[]): Knowledge | null {
  let known: Knowledge | null = NOTHING_KNOWN;
  for (const part of [...parts].sort((a, b) => a.length - b.length)) {
    known = both(known, part);
    if (!known || known.length === 0) return known;
  }
  return known;
}

/** Alternatives that differ in one fact only become one, so that those left are few. */
function tidied(given: Knowledge, most: number): Knowledge | null {
  if (given.length < 2) return given;
  const kept: Conjunction[] = [];
  for (const next of given) {
    let adding = next;
    for (let index = 0; index < kept.length; ) {
      const other = kept[index];
      const united = other && unite(other, adding);
      if (!united) index += 1;
      else {
        kept.splice(index, 1);
        adding = united;
        index = 0;
      }
    }
    kept.push(adding);
    if (kept.length > most * 2) return null;
  }
  return kept.length > most ? null : kept;
}

/** The alternative that says exactly "the one or the other", if there is one. */
function unite(a: Conjunction, b: Conjunction): Conjunction | null {
  if (Math.abs(a.size - b.size) > 1) return covering(a, b);
  let differing: string | null = null;
  for (const [key, cell] of a) {
    if (isSameCell(cell, b.get(key) ?? ANYTHING)) continue;
    if (differing !== null) return covering(a, b);
    differing = key;
  }
  for (const [key, cell] of b) {
    if (a.has(key) || isSameCell(cell, ANYTHING)) continue;
    if (differing !== null) return covering(a, b);
    differing = key;
  }
  if (differing === null) return a;
  const united = new Map(a);
  const [one, other] = [a.get(differing), b.get(differing)];
  if (!one || !other) {
    united.delete(differing);
    return united;
  }
  const cell = uniteCells(one, other);
  if (!cell) return null;
  united.set(differing, cell);
  return united;
}

/** The wider of two alternatives of which one says no more than the other does. */
function covering(a: Conjunction, b: Conjunction): Conjunction | null {
  const [wide, narrow] = a.size <= b.size ? [a, b] : [b, a];
  for (const [key, cell] of wide) {
    const own = narrow.get(key);
    if (!own || !isSameCell(own, cell)) return null;
  }
  return wide;
}
