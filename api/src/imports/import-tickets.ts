import { v7 } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';
import type { CustomFields } from '../tickets/ticket-facts.ts';
import { ensureIncidentFields } from './ensure-named.ts';
import { type Import, ImportEntity } from './import.entity.ts';
import { fieldOfColumn, IMPORT_FIELDS, type ImportField } from './import-fields.ts';
import type { RowError } from './imported-ticket.ts';
import { type Part, readPart } from './read-part.ts';
import { writeTickets } from './write-tickets.ts';

/** A part of a file to import. */
export interface ImportPart {
  /** Null on the first part. */
  readonly importId: string | null;
  readonly fileName: string;
  readonly format: 'csv' | 'ndjson';
  readonly mapping: readonly { readonly column: string; readonly field: string }[] | null;
  readonly preset: 'servicenow' | null;
  readonly content: string;
  readonly firstLine: number;
  readonly isLast: boolean;
}

/** What came of a part. */
export interface ImportedPart {
  readonly import: Import;
  /** Rows that were not taken, by line. */
  readonly rowErrors: readonly RowError[];
}

export const MOST_PART_BYTES = 1024 * 1024;
/** Row errors kept per part; a file of another kind would fill the database with them. */
const MOST_ERRORS = 10_000;
const MAPPED_FIELDS = `${IMPORT_FIELDS.join(', ')} and custom.<key>`;

/** The channels imported tickets came by: the inbox tells duplicates within them. */
const CHANNELS = { servicenow: 'ServiceNow', plain: 'Import' } as const;

/**
 * Imports one part of a file in one transaction: good rows become tickets with their history, bad ones are kept by line
 * and reason, rows that were imported before are counted and left. Flows don't run.
 *
 * @throws Refusal when the part itself is wrong; nothing of it is stored then.
 */
export async function importTickets(app: App, actor: Actor, part: ImportPart): Promise<ImportedPart> {
  const checked = checkPart(part);
  const { workspaceId } = actor;
  const now = new Date(app.clock.nowMs());
  const { stored, rowErrors, written } = await app.database.inWorkspace(workspaceId, async (em) => {
    const importId = await findOrStart(em, actor, part, now);
    if (part.preset === 'servicenow') await ensureIncidentFields(em, workspaceId);
    const customFields = await loadCustomFields(em, workspaceId);
    if (checked.mapping) checkCustomKeys(checked.mapping, customFields);
    const rows = readPart(checked, { customFields, fileName: part.fileName, nowMs: now.getTime() });
    const tickets = rows.flatMap((row) => (row.ok ? [row.ticket] : []));
    const rowErrors = rows
      .flatMap((row) => (row.ok ? [] : [{ line: row.line, column: row.column, reason: row.reason }]))
      .sort((a, b) => a.line - b.line);
    const channel = part.preset === 'servicenow' ? CHANNELS.servicenow : CHANNELS.plain;
    const written = await writeTickets(em, workspaceId, channel, tickets, now);
    await keepErrors(em, workspaceId, importId, rowErrors);
    const finishedAt = part.isLast ? now.toISOString() : null;
    await runStatement(
      em,
      `update import set accepted = accepted + $3, duplicates = duplicates + $4, rejected = rejected + $5,
              finished_at = coalesce($6::timestamptz, finished_at)
       where workspace_id = $1 and id = $2`,
      [workspaceId, importId, written.accepted, written.duplicates, rowErrors.length, finishedAt],
    );
    // The counts were written beside the ORM.
    em.clear();
    return { stored: await em.findOneOrFail(ImportEntity, { id: importId }), rowErrors, written };
  });
  if (written.isSetUpChanged) app.notices.publish({ workspaceId, about: 'agents' });
  if (written.accepted > 0) app.notices.publish({ workspaceId, about: 'tickets' });
  if (written.isQueued) app.dispatcher.wake(workspaceId);
  return { import: stored, rowErrors };
}

function checkPart(part: ImportPart): Part {
  const check = new InputCheck();
  check.text(part.fileName, 300, 'fileName');
  const bytes = Buffer.byteLength(part.content);
  if (bytes > MOST_PART_BYTES)
    check.wrong(
      'TOO_LONG',
      `The part has ${bytes} bytes; at most ${MOST_PART_BYTES} fit. Send the file in smaller parts of whole rows.`,
      'content',
    );
  check.between(part.firstLine, 1, 1_000_000_000, 'firstLine');
  const mapping = part.mapping?.map(({ column, field }, index) => {
    const known = fieldOfColumn(field);
    if (known === null)
      check.wrong(
        'INVALID',
        `“${field}” is no field of a ticket. Fields are ${MAPPED_FIELDS}.`,
        'mapping',
        String(index),
        'field',
      );
    return { column, field: known ?? ('subject' as const) };
  });
  check.refuseIfWrong();
  const { format, preset, content, firstLine } = part;
  return { format, preset, content, firstLine, mapping: mapping ?? null };
}

function checkCustomKeys(mapping: readonly { readonly field: ImportField }[], customFields: CustomFields): void {
  const check = new InputCheck();
  for (const [index, { field }] of mapping.entries()) {
    const key = /^custom\.(.+)$/.exec(field)?.[1];
    if (key === undefined || customFields.has(key)) continue;
    const known = [...customFields.keys()].join(', ') || 'none yet';
    check.wrong(
      'UNKNOWN_REFERENCE',
      `There is no custom field “${key}”: create it first. The fields are: ${known}.`,
      'mapping',
      String(index),
      'field',
    );
  }
  check.refuseIfWrong();
}

async function findOrStart(em: EntityManager, actor: Actor, part: ImportPart, now: Date): Promise<string> {
  const { importId, fileName, format } = part;
  if (importId !== null) {
    const found = isId(importId) ? await em.findOne(ImportEntity, { id: importId }) : null;
    if (!found)
      throw refusal(
        'UNKNOWN_REFERENCE',
        'There is no such import. Send the first part without `importId`.',
        'importId',
      );
    if (found.finishedAt)
      throw refusal(
        'NOT_POSSIBLE_NOW',
        'This import is finished. Send the part without `importId` to begin another.',
        'importId',
      );
    return importId;
  }
  const id = v7();
  em.create(ImportEntity, {
    id,
    workspaceId: actor.workspaceId,
    fileName,
    format,
    startedBy: actor.kind === 'user' ? actor.id : null,
    startedAt: now,
    finishedAt: null,
    accepted: 0,
    duplicates: 0,
    rejected: 0,
  });
  await em.flush();
  return id;
}

async function loadCustomFields(em: EntityManager, workspaceId: string): Promise<CustomFields> {
  const rows = await runStatement<{ key: string; type: 'text' | 'number' | 'boolean' | 'date' | 'option' | 'set' }>(
    em,
    'select key, type from custom_field where workspace_id = $1 order by key',
    [workspaceId],
  );
  return new Map(rows.map(({ key, type }) => [key, { type }]));
}

async function keepErrors(
  em: EntityManager,
  workspaceId: string,
  importId: string,
  errors: readonly RowError[],
): Promise<void> {
  if (errors.length === 0) return;
  await runStatement(
    em,
    `insert into import_row_error (workspace_id, import_id, line, column_name, reason)
     select $1::uuid, $2::uuid, e.line, e."column", e.reason
     from json_to_recordset($3::json) as e(line integer, "column" text, reason text)
     on conflict (workspace_id, import_id, line) do nothing`,
    [workspaceId, importId, JSON.stringify(errors.slice(0, MOST_ERRORS))],
  );
}
