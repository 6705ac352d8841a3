import { fieldOfColumn, type ImportField } from './import-fields.ts';
import type { ReadRow, RowError } from './imported-ticket.ts';
import { incidentsOfCsv, incidentToTicket } from './incident-rows.ts';
import { readCsv } from './read-csv.ts';
import { type RowReading, rowToTicket } from './row-to-ticket.ts';

/** A part of a file, as it came. */
export interface Part {
  readonly format: 'csv' | 'ndjson';
  readonly preset: 'servicenow' | null;
  /** Null: columns by their own names. */
  readonly mapping: readonly { readonly column: string; readonly field: ImportField }[] | null;
  readonly content: string;
  /** Line of the file on which the part's first row stands. */
  readonly firstLine: number;
}

/** Reads every row of a part; bad ones as errors by line of the file. */
export function readPart(part: Part, reading: Omit<RowReading, 'columns'>): ReadRow[] {
  return part.format === 'csv' ? readCsvPart(part, reading) : readNdjsonPart(part, reading);
}

function readCsvPart(part: Part, reading: Omit<RowReading, 'columns'>): ReadRow[] {
  const { columns, rows } = readCsv(part.content);
  // The part's own first line is the header; its second is the row of `firstLine`.
  const offset = part.firstLine - 2;
  const bad = rows.flatMap((row): ReadRow[] =>
    'reason' in row ? [{ ok: false, line: row.line + offset, column: null, reason: row.reason }] : [],
  );
  const good = rows.flatMap((row) => ('values' in row ? [{ line: row.line + offset, values: row.values }] : []));
  if (part.preset === 'servicenow')
    return [...bad, ...incidentsOfCsv(good).map(({ line, input }) => incidentToTicket(line, input))];
  const byField = { ...reading, columns: columnsByField(columns, part) };
  return [...bad, ...good.map(({ line, values }) => rowToTicket(line, values, byField))];
}

function readNdjsonPart(part: Part, reading: Omit<RowReading, 'columns'>): ReadRow[] {
  return part.content.split('\n').flatMap((text, index): ReadRow[] => {
    const line = part.firstLine + index;
    if (text.trim() === '') return [];
    const row = parseRow(line, text);
    if (!row.ok) return [row];
    if (part.preset === 'servicenow') return [incidentToTicket(line, row.values)];
    return [rowToTicket(line, row.values, { ...reading, columns: columnsByField(Object.keys(row.values), part) })];
  });
}

function parseRow(
  line: number,
  text: string,
): { ok: true; values: Record<string, unknown> } | ({ ok: false } & RowError) {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { ok: true, values: value as Record<string, unknown> };
    return { ok: false, line, column: null, reason: 'The line is no JSON object' };
  } catch (error) {
    return {
      ok: false,
      line,
      column: null,
      reason: `The line is no JSON: ${error instanceof Error ? error.message : ''}`,
    };
  }
}

function columnsByField(columns: readonly string[], { mapping }: Part): Map<ImportField, string> {
  if (mapping) return new Map(mapping.map(({ column, field }) => [field, column]));
  const byField = new Map<ImportField, string>();
  for (const column of columns) {
    const field = fieldOfColumn(column);
    if (field !== null && !byField.has(field)) byField.set(field, column);
  }
  return byField;
}
