import { CsvError, parse } from 'csv-parse/sync';

/** A data row with its values by column, or why there is none. Lines count from 1 within the text. */
export type CsvRow =
  | { readonly line: number; readonly values: Readonly<Record<string, string>> }
  | { readonly line: number; readonly reason: string };

/** A CSV text, read. */
export interface Csv {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

interface Row {
  readonly line: number;
  readonly values: readonly string[];
  readonly isCutShort: boolean;
}

/** Quotes that never close, in one text: after so many it is no CSV. */
const MOST_OPEN_QUOTES = 50;

/**
 * Reads RFC 4180 text whose first line names the columns. The delimiter (comma, semicolon or tab) is the header's most
 * frequent. Rows of another width, or with a quote that never closes, are told by line; the others are read all the same.
 */
export function readCsv(text: string): Csv {
  const [header, ...rows] = readRows(text, delimiterOf(text));
  const columns = (header?.values ?? []).map((name) => name.trim());
  return {
    columns,
    rows: rows.map(({ line, values, isCutShort }, index) => {
      const nextLine = rows[index + 1]?.line ?? line + 1;
      if (isCutShort)
        return {
          line,
          reason: 'A quote opens here and never closes. Close it, or double it if it belongs to the text',
        };
      if (values.length !== columns.length)
        return { line, reason: widthReason(values.length, columns.length, line, nextLine - 1) };
      return { line, values: Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])) };
    }),
  };
}

function widthReason(width: number, expected: number, firstLine: number, lastLine: number): string {
  const reason = `The row has ${width} values, the header ${expected} columns`;
  return lastLine > firstLine
    ? `${reason}; it runs on to line ${lastLine}, perhaps because of a quote too many`
    : reason;
}

/** All rows with the lines on which they start. A quote that never closes costs its own line only. */
function readRows(text: string, delimiter: string): Row[] {
  const lines = text.split('\n');
  const rows: Row[] = [];
  let skipped = 0;
  for (let attempt = 0; attempt < MOST_OPEN_QUOTES && skipped < lines.length; attempt++) {
    const part = parsePart(skipped === 0 ? text : lines.slice(skipped).join('\n'), delimiter);
    let line = skipped + 1;
    for (const { record, endsOn } of part.records) {
      // Empty lines before a row are not part of it.
      while (lines[line - 1]?.trim() === '' && line < skipped + endsOn) line++;
      rows.push({ line, values: record, isCutShort: false });
      line = skipped + endsOn + 1;
    }
    if (!part.isCutShort) return rows;
    rows.push({ line, values: [], isCutShort: true });
    skipped = line;
  }
  return rows;
}

function parsePart(
  text: string,
  delimiter: string,
): { records: { record: string[]; endsOn: number }[]; isCutShort: boolean } {
  let isCutShort = false;
  const records = parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error instanceof CsvError) isCutShort = true;
      return undefined;
    },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return { records: records.map(({ record, info }) => ({ record, endsOn: info.lines })), isCutShort };
}

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = end === -1 ? text : text.slice(0, end);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
