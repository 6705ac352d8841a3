import Papa from 'papaparse';
import { lineBreaksIn, type RawRow, splitCsvRows, splitLines } from './split-rows.ts';

export const ROWS_PER_PART = 500;
/** The server's limit is 1 MB; a part stays below it with room for the request around it. */
export const BYTES_PER_PART = 900_000;

/** A file that was read, with what is needed to cut it. */
export interface ImportText {
  readonly format: 'CSV' | 'NDJSON';
  readonly text: string;
  readonly delimiter: string;
  /** In CSV, a column whose equal values in a row keep rows in one part: the lines of one incident, for example. */
  readonly groupColumn?: number;
}

/** A part of the file for one request: whole rows, for CSV below the header. */
export interface ImportPart {
  readonly content: string;
  /** The file's line on which the part's first row stands. */
  readonly firstLine: number;
  readonly rowCount: number;
  readonly isLast: boolean;
  /** How much of the file is done with this part, 0 to 1. */
  readonly doneShare: number;
}

/**
 * Cuts a file into parts of at most 500 rows and 0.9 MB; a single row above that is a part of its own. Line breaks
 * within and between rows are kept, so that line numbers in the answer can be those of the file. Rows of one group
 * stay together, which may make a part a little longer.
 */
export function* importParts(source: ImportText): Generator<ImportPart> {
  const { text, format } = source;
  const rows = format === 'CSV' ? splitCsvRows(text, source.delimiter) : splitLines(text);
  const header = format === 'CSV' ? rows.next() : null;
  if (header?.done) return;
  const headerText = header ? `${header.value.text}\n` : '';
  const encoder = new TextEncoder();
  let held: RawRow[] = [];
  let heldBytes = 0;
  let group: string | null = null;

  const part = (isLast: boolean): ImportPart => ({
    content: headerText + withLineBreaks(held),
    firstLine: held[0]?.line ?? 1,
    rowCount: held.length,
    isLast,
    doneShare: isLast || text.length === 0 ? 1 : (held.at(-1)?.end ?? 0) / text.length,
  });

  for (const row of rows) {
    const bytes = encoder.encode(row.text).length + 1;
    const lastGroup = group;
    group = groupOf(row, source);
    const isFull = held.length >= ROWS_PER_PART && (group === null || group !== lastGroup);
    if (held.length > 0 && (isFull || heldBytes + bytes > BYTES_PER_PART)) {
      yield part(false);
      held = [];
      heldBytes = 0;
    }
    held.push(row);
    heldBytes += bytes;
  }
  if (held.length > 0) yield part(true);
}

function groupOf(row: RawRow, { groupColumn, delimiter }: ImportText): string | null {
  if (groupColumn === undefined) return null;
  return Papa.parse<string[]>(row.text, { delimiter }).data[0]?.[groupColumn] ?? null;
}

/** Rows with the blank lines that stood between them, so that each keeps its distance to the first. */
function withLineBreaks(rows: readonly RawRow[]): string {
  let content = '';
  let line = rows[0]?.line ?? 1;
  for (const row of rows) {
    content += '\n'.repeat(Math.max(0, row.line - line)) + row.text;
    line = row.line + lineBreaksIn(row.text);
  }
  return `${content}\n`;
}
