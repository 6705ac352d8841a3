import type { Priority } from '@alur/engine';
import type { IntakeContact } from '../tickets/intake.ts';
import { SENTIMENTS, SEVERITIES, type Sentiment, type Severity, type Status } from '../tickets/ticket.entity.ts';
import { TEXT_LIMITS, tidyTags } from '../tickets/ticket-check.ts';
import type { CustomFields } from '../tickets/ticket-facts.ts';
import { Cells, WrongCell } from './cells.ts';
import { customValues } from './custom-values.ts';
import type { ImportField } from './import-fields.ts';
import type { ImportedEvent, ImportedTicket, ReadRow } from './imported-ticket.ts';

/** What rows are read with. */
export interface RowReading {
  /** The column that fills each field. */
  readonly columns: ReadonlyMap<ImportField, string>;
  readonly customFields: CustomFields;
  /** For rows without an id: tells the file from others. */
  readonly fileName: string;
  readonly nowMs: number;
}

const STATUS_NAMES: Readonly<Record<string, Status>> = {
  new: 'new',
  open: 'open',
  active: 'open',
  inprogress: 'open',
  pending: 'pending',
  awaitinguserinfo: 'pending',
  onhold: 'on-hold',
  solved: 'solved',
  resolved: 'solved',
  closed: 'closed',
};
const PRIORITY_NAMES: Readonly<Record<string, Priority>> = {
  low: 'low',
  normal: 'normal',
  medium: 'normal',
  moderate: 'normal',
  high: 'high',
  urgent: 'urgent',
  critical: 'urgent',
};
const SEVERITY_NAMES = Object.fromEntries(SEVERITIES.map((name): [string, Severity] => [name, name]));
const SENTIMENT_NAMES = Object.fromEntries(SENTIMENTS.map((name): [string, Sentiment] => [name, name]));

/** Reads one row by its columns. Its history is what its instants tell: created, assigned, solved, closed. */
export function rowToTicket(line: number, values: Readonly<Record<string, unknown>>, reading: RowReading): ReadRow {
  try {
    return { ok: true, ticket: readTicket(line, new Cells(values, reading.columns, reading.nowMs), reading) };
  } catch (error) {
    if (error instanceof WrongCell) return { ok: false, line, column: error.column, reason: error.message };
    throw error;
  }
}

function readTicket(line: number, cells: Cells, { customFields, fileName, nowMs }: RowReading): ImportedTicket {
  const subject = cells.text('subject', TEXT_LIMITS.subject);
  if (subject === null) throw cells.wrong('subject', `${cells.columnOf('subject')} is empty: a ticket needs a subject`);
  const level = cells.text('level', 10);
  if (level !== null && !/^[1-5]$/.test(level))
    throw cells.wrong('level', `"${level}" is no support level; it must be 1 to 5`);
  const status = cells.named('status', STATUS_NAMES) ?? 'new';
  const team = cells.text('team', TEXT_LIMITS.name);
  const assignee = cells.text('assignee', TEXT_LIMITS.name);
  const contact = readContact(cells);
  const times = readTimes(cells, status, assignee !== null, nowMs);
  return {
    line,
    externalId: cells.text('externalId', TEXT_LIMITS.externalId) ?? `${fileName}#${line}`,
    subject,
    status,
    priority: cells.named('priority', PRIORITY_NAMES) ?? 'normal',
    severity: cells.named('severity', SEVERITY_NAMES),
    level: Number(level ?? 1),
    category: cells.text('category', TEXT_LIMITS.category),
    tags: tidyTags((cells.text('tags', 5_000) ?? '').split(/[,;|]/)).slice(0, TEXT_LIMITS.tags),
    language: cells.text('language', 35),
    sentiment: cells.named('sentiment', SENTIMENT_NAMES),
    customFields: customValues(cells, customFields),
    contact,
    team,
    assignee,
    message: cells.text('message', TEXT_LIMITS.messageBytes / 4),
    ...times,
    reopenCount: 0,
    transferCount: 0,
    events: historyOf(times, { contact: contact?.name ?? null, team, assignee }),
  };
}

type Times = Pick<ImportedTicket, 'createdAtMs' | 'updatedAtMs' | 'assignedAtMs' | 'solvedAtMs' | 'closedAtMs'>;

/** Instants that a status needs and the row lacks are taken from the nearest one it has. */
function readTimes(cells: Cells, status: Status, isAssigned: boolean, nowMs: number): Times {
  const createdAtMs = cells.instant('createdAt') ?? nowMs;
  const updatedAtMs = cells.instant('updatedAt');
  const closedAtMs = status === 'closed' ? (cells.instant('closedAt') ?? updatedAtMs ?? createdAtMs) : null;
  const isSettled = status === 'solved' || status === 'closed';
  const solvedAtMs = isSettled ? (cells.instant('solvedAt') ?? closedAtMs ?? updatedAtMs ?? createdAtMs) : null;
  const assignedAtMs = isAssigned ? (cells.instant('assignedAt') ?? createdAtMs) : null;
  const later = { updatedAt: updatedAtMs, assignedAt: assignedAtMs, solvedAt: solvedAtMs, closedAt: closedAtMs };
  for (const [field, ms] of Object.entries(later) as [keyof typeof later, number | null][])
    if (ms !== null && ms < createdAtMs)
      throw cells.wrong(field, `${cells.columnOf(field)} lies before the ticket was created`);
  const last = Math.max(createdAtMs, ...Object.values(later).map((ms) => ms ?? 0));
  return { createdAtMs, updatedAtMs: last, assignedAtMs, solvedAtMs, closedAtMs };
}

function readContact(cells: Cells): IntakeContact | null {
  const name = cells.text('contactName', TEXT_LIMITS.name);
  const email = cells.text('contactEmail', TEXT_LIMITS.email);
  const phone = cells.text('contactPhone', TEXT_LIMITS.phone);
  const id = cells.text('contactExternalId', TEXT_LIMITS.externalId);
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email))
    throw cells.wrong('contactEmail', `"${email}" is no e-mail address such as name@example.org`);
  // A contact known by name only is the same one in every row.
  const externalId = id ?? (email === null && phone === null ? name : null);
  if (externalId === null && email === null && phone === null) return null;
  return {
    ...(externalId !== null && { externalId }),
    ...(name !== null && { name }),
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
  };
}

function historyOf(
  { createdAtMs, assignedAtMs, solvedAtMs, closedAtMs }: Times,
  { contact, team, assignee }: { contact: string | null; team: string | null; assignee: string | null },
): ImportedEvent[] {
  const events: ImportedEvent[] = [{ type: 'created', atMs: createdAtMs, by: contact, changes: {} }];
  if (team !== null || assignee !== null) {
    const changes = {
      ...(team !== null && { 'ticket.team': { from: null, to: team } }),
      ...(assignee !== null && { 'ticket.assignee': { from: null, to: assignee } }),
    };
    events.push({ type: 'assigned', atMs: assignedAtMs ?? createdAtMs, by: null, changes });
  }
  const moved = (from: Status, to: Status) => ({ 'ticket.status': { from, to } });
  if (solvedAtMs !== null)
    events.push({ type: 'solved', atMs: solvedAtMs, by: assignee, changes: moved('open', 'solved') });
  if (closedAtMs !== null)
    events.push({ type: 'closed', atMs: closedAtMs, by: null, changes: moved('solved', 'closed') });
  return events.sort((a, b) => a.atMs - b.atMs);
}
