import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type Incident, parseIncident } from './parse-incident.ts';
import { type Roster, rosterSchema } from './roster.ts';
import { type RouteTable, routeTableSchema } from './route-table.ts';

/** The shipped extract of the incident log, by `openedAtMs`. About 20 ms. */
export function loadExtract(): Incident[] {
  const text = gunzipSync(readFileSync(join(dataDirectory(), 'incidents.ndjson.gz'))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = parseIncident(JSON.parse(line));
      if (!parsed.ok) throw new Error(`The shipped extract is damaged: ${parsed.reason}`);
      return parsed.incident;
    });
}

/** The shipped roster: the groups and people of the log with what they are skilled in. */
export function loadRoster(): Roster {
  return rosterSchema.parse(JSON.parse(readFileSync(join(dataDirectory(), 'roster.json'), 'utf8')));
}

/** The shipped decision table from intake fields to the first group. */
export function loadRouteTable(): RouteTable {
  return routeTableSchema.parse(JSON.parse(readFileSync(join(dataDirectory(), 'route-table.json'), 'utf8')));
}

/** `api/data/incidents`, looked for upwards: this file runs from the sources and from the built bundle. */
function dataDirectory(): string {
  for (let directory = dirname(fileURLToPath(import.meta.url)); ; directory = dirname(directory)) {
    const candidate = join(directory, 'data', 'incidents');
    if (existsSync(join(candidate, 'README.md'))) return candidate;
    if (directory === dirname(directory)) throw new Error('The shipped incident data (api/data/incidents) is missing');
  }
}
