import { z } from 'zod';
import type { Incident } from './parse-incident.ts';

/** Intake fields a row may look at, all of them compared for equality. */
export interface RouteKey {
  readonly category: string;
  readonly subcategory?: string | undefined;
  readonly symptom?: string | undefined;
  readonly location?: string | undefined;
}

/** One row of the decision table. */
export interface RouteRow extends RouteKey {
  readonly group: string;
  /** Incidents with these fields among those the table was learned from. */
  readonly seen: number;
  /** How many of them people gave to this group first. */
  readonly agreed: number;
}

/** A decision table: the first row whose fields all agree decides, else `otherwise`. Rows with more fields come first. */
export interface RouteTable {
  readonly rows: readonly RouteRow[];
  readonly otherwise: string;
}

/** Several rows of one group that may be asked together without changing what the table decides. */
export interface RouteCase {
  readonly group: string;
  readonly anyOf: readonly RouteKey[];
}

export const routeTableSchema = z.object({
  rows: z.array(
    z.object({
      category: z.string(),
      subcategory: z.string().optional(),
      symptom: z.string().optional(),
      location: z.string().optional(),
      group: z.string(),
      seen: z.number(),
      agreed: z.number(),
    }),
  ),
  otherwise: z.string(),
});

const FIELDS = ['category', 'subcategory', 'symptom', 'location'] as const;

/** From general to special: a row of a later level is kept only where it decides better than the levels before. */
const LEVELS: readonly (readonly (typeof FIELDS)[number][])[] = [
  ['category'],
  ['category', 'subcategory'],
  ['category', 'subcategory', 'symptom'],
  ['category', 'subcategory', 'location'],
];

/** How much must speak for a row. */
export interface RouteLearning {
  /** The most fields a row may look at, 1 to 3: category; subcategory; symptom or location. */
  readonly fields: number;
  /** Incidents a row must fit. */
  readonly minSeen: number;
  /** How many more of them it must get right than the rows with fewer fields do. */
  readonly minGain: number;
}

const WELL_FOUNDED: RouteLearning = { fields: 3, minSeen: 8, minGain: 4 };

/**
 * Learns the table from the first group people gave each incident to; nothing after that is looked at.
 * Deterministic: ties go to the name that sorts first. Cost: linear in the incidents.
 */
export function learnRouteTable(
  incidents: readonly Incident[],
  { fields: mostFields, minSeen, minGain }: RouteLearning = WELL_FOUNDED,
): RouteTable {
  const samples = incidents.flatMap((incident) => {
    const group = firstGroup(incident);
    return group === null ? [] : [{ incident, group }];
  });
  const otherwise = mostFrequent(samples.map((sample) => sample.group))?.group ?? '';
  const rows = new Map<string, RouteRow>();
  const byLevel: RouteRow[][] = [];
  LEVELS.filter((fields) => fields.length <= mostFields).forEach((fields, level) => {
    const groups = new Map<string, { key: RouteKey; samples: typeof samples }>();
    for (const sample of samples) {
      const key = keyOf(sample.incident, fields);
      if (!key) continue;
      const found = groups.get(keyText(key));
      if (found) found.samples.push(sample);
      else groups.set(keyText(key), { key, samples: [sample] });
    }
    const kept: RouteRow[] = [];
    for (const { key, samples: alike } of groups.values()) {
      const best = mostFrequent(alike.map((sample) => sample.group));
      if (!best || alike.length < minSeen) continue;
      const already = alike.filter(
        (sample) => lookUp(rows, otherwise, sample.incident, level - 1) === sample.group,
      ).length;
      if (best.count - already >= minGain)
        kept.push({ ...key, group: best.group, seen: alike.length, agreed: best.count });
    }
    for (const row of kept) rows.set(keyText(row), row);
    byLevel.unshift(kept.sort((a, b) => (keyText(a) < keyText(b) ? -1 : 1)));
  });
  return { rows: byLevel.flat(), otherwise };
}

/** The group the table gives an incident to. */
export function routeFor(table: RouteTable, incident: Incident): string {
  return table.rows.find((row) => matches(row, incident))?.group ?? table.otherwise;
}

/** The first group people gave an incident to; null when none ever was. */
export function firstGroup(incident: Incident): string | null {
  return incident.changes.find((change) => change.group !== null)?.group ?? null;
}

/**
 * The table as ordered cases, first match wins: neighbouring rows that look at the same fields can't both match one
 * incident, so those of one group become one case.
 */
export function routeCases(table: RouteTable): RouteCase[] {
  const cases: { group: string; shape: string; anyOf: RouteKey[] }[] = [];
  for (const { group, seen: _seen, agreed: _agreed, ...key } of table.rows) {
    const shape = FIELDS.filter((field) => key[field] !== undefined).join();
    const found = cases.find((known) => known.shape === shape && known.group === group);
    if (found) found.anyOf.push(key);
    else cases.push({ group, shape, anyOf: [key] });
  }
  return cases.map(({ group, anyOf }) => ({ group, anyOf }));
}

function lookUp(rows: ReadonlyMap<string, RouteRow>, otherwise: string, incident: Incident, upTo: number): string {
  for (let level = upTo; level >= 0; level--) {
    const key = keyOf(incident, LEVELS[level] ?? []);
    const row = key && rows.get(keyText(key));
    if (row) return row.group;
  }
  return otherwise;
}

function keyOf(incident: Incident, fields: readonly (typeof FIELDS)[number][]): RouteKey | null {
  const { category, subcategory, symptom, location } = incident;
  const values = { category, subcategory, symptom, location };
  if (fields.some((field) => values[field] === null)) return null;
  return Object.fromEntries(fields.map((field) => [field, values[field]])) as unknown as RouteKey;
}

function keyText(key: RouteKey): string {
  return JSON.stringify(FIELDS.map((field) => key[field] ?? null));
}

function matches(row: RouteKey, incident: Incident): boolean {
  return FIELDS.every((field) => row[field] === undefined || row[field] === incident[field]);
}

function mostFrequent(groups: readonly string[]): { group: string; count: number } | null {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  let best: { group: string; count: number } | null = null;
  for (const [group, count] of counts)
    if (!best || count > best.count || (count === best.count && group < best.group)) best = { group, count };
  return best;
}
