import { incidentHistory } from '../incidents/incident-history.ts';
import { incidentContact, incidentCustomFields, incidentSubject } from '../incidents/incident-to-intake.ts';
import { parseIncident } from '../incidents/parse-incident.ts';
import type { ImportedTicket, ReadRow } from './imported-ticket.ts';
import { parseInstant } from './parse-instant.ts';

/** Columns of the log that an incident has once; the others are of its log entries. */
const FIXED = ['caller_id', 'contact_type', 'location', 'category', 'subcategory', 'u_symptom', 'cmdb_ci'] as const;
const ENTRY = ['sys_updated_by', 'assignment_group', 'assigned_to', 'impact', 'urgency', 'priority'] as const;

/** Reads one incident of a ServiceNow log with its history; `input` is a line of NDJSON, parsed. */
export function incidentToTicket(line: number, input: unknown): ReadRow {
  const parsed = parseIncident(input);
  if (!parsed.ok) return { ok: false, line, column: parsed.column, reason: parsed.reason };
  const { incident } = parsed;
  const { events, status, priority, group, person, category, customFields, ...rest } = incidentHistory(incident);
  const subject = (input as { short_description?: unknown }).short_description;
  const ticket: ImportedTicket = {
    line,
    externalId: incident.number,
    subject: typeof subject === 'string' && subject.trim() ? subject.trim().slice(0, 500) : incidentSubject(incident),
    status,
    priority,
    severity: null,
    level: 1,
    category,
    tags: [],
    language: null,
    sentiment: null,
    customFields: { ...incidentCustomFields(incident), ...customFields },
    contact: incidentContact(incident),
    team: group,
    assignee: person,
    message: null,
    createdAtMs: incident.openedAtMs,
    updatedAtMs: events.at(-1)?.atMs ?? incident.openedAtMs,
    assignedAtMs: rest.assignedAtMs,
    solvedAtMs: rest.solvedAtMs,
    closedAtMs: rest.closedAtMs,
    reopenCount: rest.reopenCount,
    transferCount: rest.transferCount,
    events,
  };
  return { ok: true, ticket };
}

interface CsvRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The incidents of a log in CSV, as lines of NDJSON would hold them: neighbouring rows with the same number are one
 * incident's log entries ("?" and empty are unknown; times may be day/month/year). A row alone is an incident whose
 * history is its state now.
 */
export function incidentsOfCsv(rows: readonly CsvRow[]): { line: number; input: unknown }[] {
  const incidents: { line: number; input: Record<string, unknown> & { number: string | null; events: unknown[] } }[] =
    [];
  let before: CsvRow | null = null;
  for (const row of rows) {
    const number = known(row.values.number);
    const last = incidents.at(-1);
    if (last && before && number !== null && last.input.number === number) last.input.events.push(entryOf(row, before));
    else {
      const { values } = row;
      const input = {
        number,
        short_description: known(values.short_description),
        opened_at: time(values.opened_at ?? values.sys_created_at ?? values.sys_created_on),
        ...Object.fromEntries(FIXED.map((column) => [column, known(values[column])])),
        events: [entryOf(row, row)],
      };
      incidents.push({ line: row.line, input });
    }
    before = row;
  }
  return incidents;
}

function entryOf({ values }: CsvRow, before: CsvRow): Record<string, unknown> {
  const settledAt = values.closed_at || values.resolved_at;
  return {
    sys_updated_at: time(values.sys_updated_at ?? values.sys_updated_on ?? settledAt ?? values.opened_at),
    incident_state: known(values.incident_state ?? values.state) ?? 'New',
    ...Object.fromEntries(ENTRY.map((column) => [column, known(values[column])])),
    changed: Object.fromEntries(
      FIXED.filter((column) => values[column] !== before.values[column]).map((column) => [
        column,
        known(values[column]),
      ]),
    ),
  };
}

function known(value: string | undefined): string | null {
  const text = value?.trim();
  return text === undefined || text === '' || text === '?' ? null : text;
}

/** The time as the log's parser takes it; what is no time is left as it is, for the parser to tell. */
function time(value: string | undefined): string | null {
  const text = known(value);
  const ms = text === null ? null : parseInstant(text);
  return ms === null ? text : new Date(ms).toISOString();
}
