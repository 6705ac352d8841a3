import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Incident, parseIncident } from '../src/incidents/parse-incident.ts';
import { learnRoster } from '../src/incidents/roster.ts';
import { firstGroup, learnRouteTable, routeFor } from '../src/incidents/route-table.ts';

/*
 * Makes api/data/incidents from the whole incident log: node api/bin/extract-incidents.ts <incidents.ndjson.gz>
 * The extract is the first rows without their outcome; table and roster are learned from the first 80 % by time, and
 * the table is then judged on the rest.
 */
const EXTRACT_ROWS = 1_200;
const LEARNED_SHARE = 0.8;

const source = process.argv[2];
if (!source) {
  console.error('Usage: node api/bin/extract-incidents.ts <incidents.ndjson.gz>');
  process.exit(2);
}
const lines = gunzipSync(readFileSync(source)).toString('utf8').trim().split('\n');
const incidents: Incident[] = lines.map((line, index) => {
  const parsed = parseIncident(JSON.parse(line));
  if (!parsed.ok) throw new Error(`Line ${index + 1}: ${parsed.reason}`);
  return parsed.incident;
});
const learned = incidents.slice(0, Math.floor(incidents.length * LEARNED_SHARE));
const rest = incidents.slice(learned.length).filter((incident) => firstGroup(incident) !== null);
const table = learnRouteTable(learned);
const agreed = rest.filter((incident) => routeFor(table, incident) === firstGroup(incident)).length;

const extract = incidents.slice(0, EXTRACT_ROWS);
const groups = new Set(table.rows.map((row) => row.group));
groups.add(table.otherwise);
for (const incident of extract) for (const change of incident.changes) if (change.group) groups.add(change.group);
const roster = learnRoster(learned, groups);

const directory = join(import.meta.dirname, '../data/incidents');
const withoutOutcome = lines.slice(0, EXTRACT_ROWS).map((line) => {
  const { outcome: _outcome, ...row } = JSON.parse(line) as Record<string, unknown>;
  return JSON.stringify(row);
});
writeFileSync(join(directory, 'incidents.ndjson.gz'), gzipSync(`${withoutOutcome.join('\n')}\n`, { level: 9 }));
writeFileSync(join(directory, 'roster.json'), `${jsonByLine('groups', roster.groups, 'people', roster.people)}\n`);
writeFileSync(join(directory, 'route-table.json'), `${jsonByLine('otherwise', table.otherwise, 'rows', table.rows)}\n`);
console.log(
  `${EXTRACT_ROWS} incidents, ${roster.groups.length} groups, ${roster.people.length} people, ${table.rows.length} rows. ` +
    `On the last ${rest.length} incidents the table names the first group in ${((100 * agreed) / rest.length).toFixed(1)} %.`,
);

/** Two members, the second one's items a line each, so that differences show by row. */
function jsonByLine(first: string, value: unknown, second: string, items: readonly unknown[]): string {
  return `{"${first}":${JSON.stringify(value)},\n"${second}":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]}`;
}
