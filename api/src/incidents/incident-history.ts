import { ticketPriority, ticketStatus } from './incident-to-intake.ts';
import type { Incident, IncidentChange } from './parse-incident.ts';

/** A value before and after. */
export interface Change {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * One thing that happened to an incident, as a ticket's event. Changes are keyed by the ticket's fact
 * (`ticket.priority`, `ticket.custom.location`); groups and people are names.
 */
export interface HistoryEvent {
  readonly type: 'created' | 'updated' | 'assigned' | 'unassigned' | 'solved' | 'reopened' | 'closed';
  readonly atMs: number;
  readonly by: string | null;
  readonly changes: Readonly<Record<string, Change>>;
}

/** What an incident's history comes to, oldest event first. */
export interface IncidentHistory {
  readonly events: readonly HistoryEvent[];
  readonly status: ReturnType<typeof ticketStatus>;
  readonly priority: ReturnType<typeof ticketPriority>;
  readonly group: string | null;
  readonly person: string | null;
  readonly category: string | null;
  /** Final values of the custom fields the log changed after intake. */
  readonly customFields: Readonly<Record<string, string>>;
  readonly assignedAtMs: number | null;
  readonly solvedAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly reopenCount: number;
  readonly transferCount: number;
}

/** Log columns that a ticket keeps, by the fact that holds them. */
const FACTS: Readonly<Record<string, string>> = {
  category: 'ticket.category',
  subcategory: 'ticket.custom.subcategory',
  u_symptom: 'ticket.custom.symptom',
  location: 'ticket.custom.location',
  cmdb_ci: 'ticket.custom.ci',
};

/**
 * Turns the audit log of one incident into ticket events. Cost: linear in the entries.
 * An entry that changes nothing a ticket keeps gives no event. The first group and person come as `assigned` right
 * after `created`.
 */
export function incidentHistory(incident: Incident): IncidentHistory {
  const events: HistoryEvent[] = [{ type: 'created', atMs: incident.openedAtMs, by: incident.caller, changes: {} }];
  const values = new Map<string, string | null>([
    ['ticket.category', incident.category],
    ['ticket.custom.subcategory', incident.subcategory],
    ['ticket.custom.symptom', incident.symptom],
    ['ticket.custom.location', incident.location],
    ['ticket.custom.ci', incident.ci],
    ['ticket.status', 'new'],
    ['ticket.priority', ticketPriority(incident.changes[0].priority)],
    ['ticket.custom.impact', incident.changes[0].impact],
    ['ticket.custom.urgency', incident.changes[0].urgency],
    ['ticket.team', null],
    ['ticket.assignee', null],
  ]);
  const times = { assigned: null as number | null, solved: null as number | null, closed: null as number | null };
  let reopenCount = 0;
  let transferCount = 0;

  for (const entry of incident.changes) {
    // A few entries carry a time before the incident was opened; nothing happens to a ticket before it exists.
    const atMs = Math.max(entry.atMs, incident.openedAtMs);
    const changes = changesBy(entry, values);
    const status = changes['ticket.status'];
    const { people, rest } = split(changes);
    for (const [fact, change] of Object.entries(changes)) values.set(fact, change.to);

    if (Object.keys(people).length > 0) {
      if (times.assigned !== null && people['ticket.team']?.from) transferCount++;
      if (values.get('ticket.assignee')) times.assigned = atMs;
      const isHeld = values.get('ticket.team') || values.get('ticket.assignee');
      events.push({ type: isHeld ? 'assigned' : 'unassigned', atMs, by: entry.by, changes: people });
    }
    const type = eventType(status);
    if (type === 'solved') times.solved = atMs;
    if (type === 'closed') {
      times.closed = atMs;
      times.solved ??= atMs;
    }
    if (type === 'reopened') {
      reopenCount++;
      times.solved = null;
      times.closed = null;
    }
    if (Object.keys(rest).length > 0) events.push({ type, atMs, by: entry.by, changes: rest });
  }

  return {
    events,
    status: ticketStatus(incident.changes[incident.changes.length - 1]?.state ?? 'New'),
    priority: (values.get('ticket.priority') ?? 'normal') as IncidentHistory['priority'],
    group: values.get('ticket.team') ?? null,
    person: values.get('ticket.assignee') ?? null,
    category: values.get('ticket.category') ?? null,
    customFields: customFieldsOf(values),
    assignedAtMs: times.assigned,
    solvedAtMs: times.solved,
    closedAtMs: times.closed,
    reopenCount,
    transferCount,
  };
}

/** When the incident was resolved for the last time, in milliseconds since 1970 UTC; null if never. */
export function resolvedAtMs(incident: Incident): number | null {
  return incidentHistory(incident).solvedAtMs;
}

function changesBy(entry: IncidentChange, values: ReadonlyMap<string, string | null>): Record<string, Change> {
  const after: [string, string | null][] = [
    ['ticket.team', entry.group],
    ['ticket.assignee', entry.person],
    ['ticket.status', ticketStatus(entry.state)],
    ['ticket.priority', ticketPriority(entry.priority)],
    ['ticket.custom.impact', entry.impact],
    ['ticket.custom.urgency', entry.urgency],
  ];
  for (const [column, value] of Object.entries(entry.changed)) {
    const fact = FACTS[column];
    if (fact) after.push([fact, value === null ? null : String(value)]);
  }
  const changes: Record<string, Change> = {};
  for (const [fact, to] of after) {
    const from = values.get(fact) ?? null;
    if (from !== to) changes[fact] = { from, to };
  }
  return changes;
}

function split(changes: Record<string, Change>): { people: Record<string, Change>; rest: Record<string, Change> } {
  const people: Record<string, Change> = {};
  const rest: Record<string, Change> = {};
  for (const [fact, change] of Object.entries(changes))
    (fact === 'ticket.team' || fact === 'ticket.assignee' ? people : rest)[fact] = change;
  return { people, rest };
}

function eventType(status: Change | undefined): HistoryEvent['type'] {
  if (!status) return 'updated';
  const wasDone = status.from === 'solved' || status.from === 'closed';
  if (status.to === 'closed') return 'closed';
  if (status.to === 'solved') return wasDone ? 'updated' : 'solved';
  return wasDone ? 'reopened' : 'updated';
}

function customFieldsOf(values: ReadonlyMap<string, string | null>): Record<string, string> {
  const prefix = 'ticket.custom.';
  const fields: Record<string, string> = {};
  for (const [fact, value] of values)
    if (fact.startsWith(prefix) && value !== null) fields[fact.slice(prefix.length)] = value;
  return fields;
}
