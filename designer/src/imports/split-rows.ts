/** One row as it stands in the file, without its line break. */
export interface RawRow {
  readonly text: string;
  /** The line on which it starts, from 1. A quoted field may make a row longer than one line. */
  readonly line: number;
  /** Where it ends in the file, in characters, line break included. */
  readonly end: number;
}

/** A quoted field longer than this was never meant to be one. */
const LONGEST_ROW = 900_000;

/**
 * The rows of a CSV text (RFC 4180; any delimiter of one character; lines end with LF, CRLF or CR), one at a time.
 * A quote opens a field only at its start, as spreadsheets have it. A quote that does not close within 900,000
 * characters costs its own line only. Blank lines are left out but counted.
 */
export function* splitCsvRows(text: string, delimiter: string): Generator<RawRow> {
  let start = 0;
  let line = 1;
  while (start < text.length) {
    const end = rowEnd(text, start, delimiter) ?? lineEnd(text, start);
    yield* rowOf(text, start, end, line);
    line += lineBreaksIn(text, start, end);
    start = end;
  }
}

/** Where the row that starts there ends, its line break included; null when a quote in it does not close. */
function rowEnd(text: string, start: number, delimiter: string): number | null {
  const limit = Math.min(text.length, start + LONGEST_ROW);
  let isQuoted = false;
  let isFieldStart = true;
  for (let index = start; index < limit; index += 1) {
    const character = text[index];
    if (isQuoted) {
      if (character !== '"') continue;
      if (text[index + 1] === '"') index += 1;
      else isQuoted = false;
    } else if (character === '\n' || character === '\r') {
      return breakEnd(text, index);
    } else {
      isQuoted = character === '"' && isFieldStart;
      isFieldStart = character === delimiter;
    }
  }
  return isQuoted || limit < text.length ? null : text.length;
}

function lineEnd(text: string, start: number): number {
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '\n' || text[index] === '\r') return breakEnd(text, index);
  }
  return text.length;
}

function breakEnd(text: string, index: number): number {
  return text[index] === '\r' && text[index + 1] === '\n' ? index + 2 : index + 1;
}

/** How many line breaks are there between two places; CR LF is one. */
export function lineBreaksIn(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const character = text[index];
    if (character === '\n' || (character === '\r' && text[index + 1] !== '\n')) count += 1;
  }
  return count;
}

/** The rows of a newline-delimited JSON text: one a line, blank lines left out but counted. */
export function* splitLines(text: string): Generator<RawRow> {
  let start = 0;
  let line = 1;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found + 1;
    yield* rowOf(text, start, end, line);
    start = end;
    line += 1;
  }
}

function* rowOf(text: string, start: number, end: number, line: number): Generator<RawRow> {
  const row = text.slice(start, end).replace(/\r?\n$|\r$/, '');
  if (row.trim() !== '') yield { text: row, line, end };
}
