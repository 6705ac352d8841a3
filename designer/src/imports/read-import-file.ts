import Papa from 'papaparse';
import { z } from 'zod';
import type { ImportText } from './import-parts.ts';
import { splitLines } from './split-rows.ts';

const PREVIEW_ROWS = 5;
/** Enough for the first rows of any reasonable file. */
const PREVIEW_CHARACTERS = 200_000;
export const MAX_FILE_BYTES = 200 * 1024 * 1024;

/** A file that can be imported: its text, its columns, its first rows. */
export interface ImportFile extends ImportText {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Why a file cannot be imported; each has its text under `imports.problem`. */
export type FileProblem = 'tooLarge' | 'empty' | 'noRows' | 'notJson' | 'unnamedColumns';

export type ReadFile =
  | { readonly ok: true; readonly file: ImportFile }
  | { readonly ok: false; readonly problem: FileProblem };

/** Reads a file chosen by the user. Text that is not UTF-8 is taken as Windows-1252, as old spreadsheets save it. */
export async function readImportFile(file: File): Promise<ReadFile> {
  if (file.size > MAX_FILE_BYTES) return { ok: false, problem: 'tooLarge' };
  return parseImportText(file.name, decodeText(await file.arrayBuffer()));
}

export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Tells CSV from newline-delimited JSON by what stands first, and reads the columns and the first rows. */
export function parseImportText(name: string, text: string): ReadFile {
  if (text.trim() === '') return { ok: false, problem: 'empty' };
  return text.trimStart().startsWith('{') ? readJsonRows(name, text) : readCsvRows(name, text);
}

function readCsvRows(name: string, text: string): ReadFile {
  const { data, meta } = Papa.parse<string[]>(text.slice(0, PREVIEW_CHARACTERS), {
    preview: PREVIEW_ROWS + 1,
    skipEmptyLines: 'greedy',
  });
  const [columns, ...rows] = data;
  if (!columns || rows.length === 0) return { ok: false, problem: 'noRows' };
  const names = columns.map((column) => column.trim());
  if (names.includes('') || new Set(names).size < names.length) return { ok: false, problem: 'unnamedColumns' };
  return { ok: true, file: { name, format: 'CSV', text, delimiter: meta.delimiter, columns, rows } };
}

const jsonRow = z.record(z.string(), z.unknown());

function readJsonRows(name: string, text: string): ReadFile {
  const objects: Record<string, unknown>[] = [];
  for (const { text: line } of splitLines(text)) {
    const parsed = jsonRow.safeParse(parseJson(line));
    if (!parsed.success) return { ok: false, problem: 'notJson' };
    objects.push(parsed.data);
    if (objects.length === PREVIEW_ROWS) break;
  }
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const rows = objects.map((object) => columns.map((column) => cellText(object[column])));
  return { ok: true, file: { name, format: 'NDJSON', text, delimiter: ',', columns, rows } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
