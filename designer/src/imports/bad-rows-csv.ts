import Papa from 'papaparse';
import type { RowError } from './run-import.ts';

/** Bad rows as a CSV file: line, column, reason. Cells a spreadsheet would take for a formula are defused. */
export function badRowsCsv(rowErrors: readonly RowError[], titles: readonly [string, string, string]): string {
  const rows = rowErrors.map(({ line, column, reason }) => [line, column ?? '', reason]);
  return Papa.unparse([[...titles], ...rows], { escapeFormulae: true });
}

/** Offers a text as a file. The mark at its start tells spreadsheets that it is UTF-8. */
export function downloadCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
