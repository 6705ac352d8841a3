/** One row as it stands in the file, without its line break. */
export interface RawRow {
  readonly text: string;
  /** The line on which it starts, from 1. A quoted field may make a row longer than one line. */
  readonly line: number;
  /** Where it ends in the file, in characters, line break included. */
  readonly end: number;
}

/**
 * The rows of a CSV text (RFC 4180; any delimiter of one character; lines end with LF, CRLF or CR), one at a time.
 * A quote opens a field only at its start, as spreadsheets have it. Blank lines are left out but counted. A quote
 * that never closes makes the rest of the file one row. Cost: linear, whatever is in it.
 */
export function* splitCsvRows(text: string, delimiter: string): Generator<RawRow> {
  let start = 0;
  let startLine = 1;
  let line = 1;
  let isQuoted = false;
  let isFieldStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    const isBreak = character === '\n' || character === '\r';
    if (isBreak) {
      if (character === '\r' && text[index + 1] === '\n') index += 1;
      line += 1;
    }
    if (isQuoted) {
      if (character !== '"') continue;
      if (text[index + 1] === '"') index += 1;
      else isQuoted = false;
    } else if (isBreak) {
      yield* rowOf(text, start, index + 1, startLine);
      start = index + 1;
      startLine = line;
      isFieldStart = true;
    } else if (character === '"' && isFieldStart) {
      isQuoted = true;
      isFieldStart = false;
    } else {
      isFieldStart = character === delimiter;
    }
  }
  yield* rowOf(text, start, text.length, startLine);
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
