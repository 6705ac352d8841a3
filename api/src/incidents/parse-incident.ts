import { z } from 'zod';

/** One entry of an incident's audit log: how the incident stood after it. */
export interface IncidentChange {
  /** Milliseconds since 1970 UTC; the log names no zone and is read as UTC. */
  readonly atMs: number;
  readonly by: string | null;
  /** The log's own word, for example "Awaiting User Info". */
  readonly state: string;
  readonly group: string | null;
  readonly person: string | null;
  readonly impact: string | null;
  readonly urgency: string | null;
  readonly priority: string | null;
  /** New values of intake fields, by the log's column name. */
  readonly changed: Readonly<Record<string, string | number | boolean | null>>;
}

/** One incident of a ServiceNow audit log: what was known when it came in, and what happened after. */
export interface Incident {
  readonly number: string;
  /** Milliseconds since 1970 UTC. */
  readonly openedAtMs: number;
  readonly caller: string | null;
  readonly contactType: string | null;
  readonly location: string | null;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly symptom: string | null;
  readonly ci: string | null;
  /** Oldest first, at least one. */
  readonly changes: readonly [IncidentChange, ...IncidentChange[]];
}

export type ParsedIncident =
  | { readonly ok: true; readonly incident: Incident }
  | { readonly ok: false; readonly column: string | null; readonly reason: string };

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z?$/;

/** A time of the log in milliseconds since 1970 UTC; null when it isn't one (also 30 February). */
export function parseLogTime(text: string): number | null {
  if (!LOCAL_TIME.test(text)) return null;
  const iso = text.replace(' ', 'T').replace(/Z$/, '');
  const ms = Date.parse(`${iso}Z`);
  // Date.parse rolls 30 February over into March; a log that says so is wrong, not early.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== iso.slice(0, 10) ? null : ms;
}

const time = z.string({ error: 'must be a time such as 2016-02-29T09:08:00' }).transform((text, context) => {
  const ms = parseLogTime(text);
  if (ms !== null) return ms;
  context.addIssue({
    code: 'custom',
    message: `"${text.slice(0, 40)}" is not a time; write it as 2016-02-29T09:08:00`,
  });
  return z.NEVER;
});
const text = z
  .string({ error: 'must be text or null' })
  .max(500, { error: 'is longer than 500 characters' })
  .nullish()
  .transform((value) => value ?? null);

const changeSchema = z.object({
  sys_updated_at: time,
  sys_updated_by: text,
  incident_state: z.string({ error: 'must be text' }).max(100),
  assignment_group: text,
  assigned_to: text,
  impact: text,
  urgency: text,
  priority: text,
  changed: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

const incidentSchema = z.object({
  number: z.string({ error: 'must be text such as INC0000104' }).min(1, { error: 'is empty' }).max(200),
  opened_at: time,
  caller_id: text,
  contact_type: text,
  location: text,
  category: text,
  subcategory: text,
  u_symptom: text,
  cmdb_ci: text,
  events: z
    .array(changeSchema, { error: 'must be a list of log entries' })
    .min(1, { error: 'has no entries' })
    .max(10_000),
});

/**
 * Reads one row of an incident log. Unknown columns (such as the outcome) are left unread. Entries are put in order
 * of time, equal times as they came. Never throws.
 */
export function parseIncident(input: unknown): ParsedIncident {
  const parsed = incidentSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const column = issue && issue.path.length > 0 ? issue.path.join('.') : null;
    return {
      ok: false,
      column,
      reason: column ? `${column} ${issue?.message}` : 'The row is not an incident (a JSON object)',
    };
  }
  const row = parsed.data;
  const [first, ...others] = row.events
    .map((entry) => ({
      atMs: entry.sys_updated_at,
      by: entry.sys_updated_by,
      state: entry.incident_state,
      group: entry.assignment_group,
      person: entry.assigned_to,
      impact: entry.impact,
      urgency: entry.urgency,
      priority: entry.priority,
      changed: entry.changed ?? {},
    }))
    .sort((a, b) => a.atMs - b.atMs);
  if (!first) return { ok: false, column: 'events', reason: 'events has no entries' };
  return {
    ok: true,
    incident: {
      number: row.number,
      openedAtMs: row.opened_at,
      caller: row.caller_id,
      contactType: row.contact_type,
      location: row.location,
      category: row.category,
      subcategory: row.subcategory,
      symptom: row.u_symptom,
      ci: row.cmdb_ci,
      changes: [first, ...others],
    },
  };
}
