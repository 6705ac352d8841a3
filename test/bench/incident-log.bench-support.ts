import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Incident, parseIncident } from '../../api/src/incidents/parse-incident.ts';

/** An incident of the log with what its company says of its service target. */
export interface JudgedIncident {
  readonly incident: Incident;
  readonly madeSla: boolean;
}

/** The log in the folder that ALUR_DATA names, else the extract that is shipped; by the instant they were opened. */
export function loadIncidentLog(): {
  readonly source: string;
  /** The extract covers three days: too little to learn a table from. */
  readonly isWhole: boolean;
  readonly incidents: readonly JudgedIncident[];
} {
  const folder = process.env.ALUR_DATA;
  const full = folder && join(folder, 'incidents', 'servicenow', 'incidents.ndjson.gz');
  if (folder && full && !existsSync(full)) throw new Error(`ALUR_DATA holds no incidents/servicenow: ${folder}`);
  const extract = join(import.meta.dirname, '..', '..', 'api', 'data', 'incidents', 'incidents.ndjson.gz');
  const lines = gunzipSync(readFileSync(full || extract))
    .toString('utf8')
    .split('\n');
  return {
    source: full ? 'the public incident log' : 'the shipped extract of the incident log (ALUR_DATA names the whole)',
    isWhole: Boolean(full),
    incidents: lines.filter((line) => line !== '').map(readIncident),
  };
}

function readIncident(line: string): JudgedIncident {
  const row: unknown = JSON.parse(line);
  const parsed = parseIncident(row);
  if (!parsed.ok) throw new Error(`The incident log is damaged: ${parsed.reason}`);
  return { incident: parsed.incident, madeSla: lastVerdict(row) };
}

/** `made_sla` of the latest entry. */
function lastVerdict(row: unknown): boolean {
  const events = propertyOf(row, 'events');
  if (!Array.isArray(events)) return false;
  const latest = events.reduce((best: unknown, event: unknown) =>
    String(propertyOf(event, 'sys_updated_at')) >= String(propertyOf(best, 'sys_updated_at')) ? event : best,
  );
  return propertyOf(latest, 'made_sla') === true;
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
