/** A part of a file: whole rows, each part of CSV with the header in front. */
export interface FilePart {
  readonly content: string;
  /** Line of the file on which the part's first row stands, from 1. */
  readonly firstLine: number;
  readonly rowCount: number;
  readonly isLast: boolean;
}

export interface PartLimits {
  readonly format: 'csv' | 'ndjson';
  readonly mostBytes: number;
  /** CSV: neighbouring rows that agree in this column stay in one part. */
  readonly keepTogether: string | null;
}

interface Row {
  readonly text: string;
  readonly line: number;
  readonly bytes: number;
}

/** Divides a file into parts of whole rows. A row in CSV may run over several lines, within quotes. */
export async function* fileParts(lines: AsyncIterable<string>, limits: PartLimits): AsyncGenerator<FilePart> {
  const { mostBytes, format, keepTogether } = limits;
  let header: Row | null = null;
  let keyColumn = -1;
  let rows: Row[] = [];
  let bytes = 0;
  let ready: Omit<FilePart, 'isLast'> | null = null;
  const take = (count: number): Omit<FilePart, 'isLast'> => {
    const taken = rows.slice(0, count);
    rows = rows.slice(count);
    bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
    const content = [...(header ? [header] : []), ...taken].map(({ text }) => text).join('\n');
    return { content, firstLine: taken[0]?.line ?? 1, rowCount: taken.length };
  };
  for await (const row of format === 'csv' ? csvRows(lines) : plainRows(lines)) {
    if (format === 'csv' && !header) {
      header = row;
      keyColumn = keepTogether === null ? -1 : cellsOf(row.text).indexOf(keepTogether);
      continue;
    }
    if (rows.length > 0 && bytes + row.bytes + (header?.bytes ?? 0) > mostBytes) {
      // Whoever waits to be sent goes first; the last part is only known once the file ends.
      if (ready) yield { ...ready, isLast: false };
      ready = take(keyColumn < 0 ? rows.length : togetherUntil(rows, row, keyColumn));
    }
    rows.push(row);
    bytes += row.bytes;
  }
  if (rows.length > 0 || !ready) {
    if (ready) yield { ...ready, isLast: false };
    ready = take(rows.length);
  }
  yield { ...ready, isLast: true };
}

/** How many of the rows can go without tearing apart the last of them and the next one. */
function togetherUntil(rows: readonly Row[], next: Row, column: number): number {
  const key = cellsOf(next.text)[column];
  const before = rows.findLastIndex((row) => cellsOf(row.text)[column] !== key) + 1;
  return before === 0 ? rows.length : before;
}

async function* plainRows(lines: AsyncIterable<string>): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of lines) yield { text, line: ++line, bytes: Buffer.byteLength(text) + 1 };
}

/** A row goes on to the next line while its quotes are odd in number. */
async function* csvRows(lines: AsyncIterable<string>): AsyncGenerator<Row> {
  let line = 0;
  interface OpenRow {
    readonly text: string;
    readonly line: number;
    readonly quotes: number;
  }
  let open = null as OpenRow | null;
  for await (const text of lines) {
    line++;
    const quotes: number = text.split('"').length - 1 + (open?.quotes ?? 0);
    open = { text: open ? `${open.text}\n${text}` : text, line: open?.line ?? line, quotes };
    if (quotes % 2 === 1 && open.text.length < LONGEST_ROW) continue;
    yield { text: open.text, line: open.line, bytes: Buffer.byteLength(open.text) + 1 };
    open = null;
  }
  if (open) yield { text: open.text, line: open.line, bytes: Buffer.byteLength(open.text) + 1 };
}

/** Characters after which a row with an odd number of quotes is given up as one row; the server tells what is wrong. */
const LONGEST_ROW = 300_000;

/** The cells of a simple row; quoted commas are respected. */
function cellsOf(row: string): string[] {
  const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return cells.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').trim());
}
