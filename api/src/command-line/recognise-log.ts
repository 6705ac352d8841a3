import { fileLines } from './file-lines.ts';

/** Columns that together only an incident log has. */
const LOG_COLUMNS = ['number', 'opened_at', 'caller_id'] as const;

/** Whether a file is an incident log, by the names in its first line: of CSV the header, of NDJSON the first row's keys. */
export async function isIncidentLog(path: string, format: 'csv' | 'ndjson'): Promise<boolean> {
  for await (const line of fileLines(path).lines) {
    const names = format === 'csv' ? line.split(',').map((name) => name.replaceAll('"', '').trim()) : keysOf(line);
    return LOG_COLUMNS.every((column) => names.includes(column));
  }
  return false;
}

function keysOf(line: string): readonly string[] {
  try {
    const row: unknown = JSON.parse(line);
    return typeof row === 'object' && row !== null ? Object.keys(row) : [];
  } catch {
    return [];
  }
}
