import { z } from 'zod';
import type { Incident } from './parse-incident.ts';

/** A person of the log. */
export interface RosterPerson {
  readonly name: string;
  /** Incidents held at once at a busy time. */
  readonly capacity: number;
  /** Groups the person was seen in; the level (1 to 5) tells how much of their work lies there. Best first. */
  readonly groups: readonly { readonly group: string; readonly level: number }[];
}

/** Groups and people of an incident log. A group is a team, a queue and a skill of the same name. */
export interface Roster {
  readonly groups: readonly string[];
  readonly people: readonly RosterPerson[];
}

export const rosterSchema = z.object({
  groups: z.array(z.string()),
  people: z.array(
    z.object({
      name: z.string(),
      capacity: z.number().int().min(1).max(1000),
      groups: z.array(z.object({ group: z.string(), level: z.number().int().min(1).max(5) })),
    }),
  ),
});

const MIN_CAPACITY = 4;
const MAX_CAPACITY = 40;
/** Seen fewer times than this in a group, a person was passing by, not working there. */
const MIN_SEEN = 3;

/**
 * Learns who works where from who held which incident in which group. Deterministic.
 *
 * @param among groups to keep; absent: all. A group nobody was seen in is left out; every other keeps at least one person.
 */
export function learnRoster(incidents: readonly Incident[], among?: ReadonlySet<string>): Roster {
  const work = new Map<string, Map<string, number>>();
  for (const incident of incidents)
    for (const change of incident.changes) {
      if (change.group === null || change.person === null || (among && !among.has(change.group))) continue;
      const own = work.get(change.person) ?? new Map<string, number>();
      own.set(change.group, (own.get(change.group) ?? 0) + 1);
      work.set(change.person, own);
    }
  const mainstays = mainstayOfEachGroup(work);
  const held = heldAtOnce(incidents);
  const people = [...work]
    .map(([name, own]) => {
      const total = [...own.values()].reduce((sum, count) => sum + count, 0);
      const groups = [...own]
        .filter(([group, count]) => count >= MIN_SEEN || mainstays.get(group) === name)
        .map(([group, count]) => ({ group, level: levelOf(count / total), count }))
        .sort((a, b) => b.count - a.count || byName(a.group, b.group))
        .map(({ group, level }) => ({ group, level }));
      return { name, capacity: Math.min(MAX_CAPACITY, Math.max(MIN_CAPACITY, held.get(name) ?? 0)), groups };
    })
    .filter((person) => person.groups.length > 0)
    .sort((a, b) => byName(a.name, b.name));
  return { groups: [...mainstays.keys()].sort(byName), people };
}

function levelOf(share: number): number {
  if (share >= 0.5) return 5;
  if (share >= 0.25) return 4;
  if (share >= 0.1) return 3;
  return share >= 0.05 ? 2 : 1;
}

function mainstayOfEachGroup(work: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, string> {
  const best = new Map<string, { name: string; count: number }>();
  for (const [name, own] of work)
    for (const [group, count] of own) {
      const known = best.get(group);
      if (!known || count > known.count || (count === known.count && byName(name, known.name) < 0))
        best.set(group, { name, count });
    }
  return new Map([...best].map(([group, { name }]) => [group, name]));
}

/** For each person the number of unresolved incidents held, as it was at nine tenths of the moments it changed. */
function heldAtOnce(incidents: readonly Incident[]): Map<string, number> {
  const steps = new Map<string, { atMs: number; by: 1 | -1 }[]>();
  const step = (name: string, atMs: number, by: 1 | -1) => {
    const own = steps.get(name);
    if (own) own.push({ atMs, by });
    else steps.set(name, [{ atMs, by }]);
  };
  for (const incident of incidents) {
    let holder: string | null = null;
    for (const change of incident.changes) {
      const isWork = change.state === 'New' || change.state === 'Active';
      const next = isWork ? change.person : null;
      if (next === holder) continue;
      if (holder !== null) step(holder, change.atMs, -1);
      if (next !== null) step(next, change.atMs, 1);
      holder = next;
    }
  }
  const held = new Map<string, number>();
  for (const [name, own] of steps) {
    own.sort((a, b) => a.atMs - b.atMs || a.by - b.by);
    let count = 0;
    const counts = own.map(({ by }) => {
      count += by;
      return count;
    });
    counts.sort((a, b) => a - b);
    held.set(name, counts[Math.floor(counts.length * 0.9)] ?? 0);
  }
  return held;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Names with numbers in the order people expect: Group 9 before Group 10. */
function byName(a: string, b: string): number {
  return collator.compare(a, b);
}
