import { basename } from 'node:path';
import { fileLines } from './file-lines.ts';
import { type FilePart, fileParts } from './file-parts.ts';
import { bar, counted, forPeople, ProgressLine } from './progress-line.ts';
import { isIncidentLog } from './recognise-log.ts';
import { CommandFailed, type ServerAddress, ServerConnection } from './server-connection.ts';

/** What `pnpm run import` was asked to do. */
export interface ImportOrder {
  readonly path: string;
  readonly preset: 'SERVICENOW' | null;
  readonly mapping: readonly { readonly column: string; readonly field: string }[] | null;
}

interface RowError {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

interface Answer {
  readonly importTickets: {
    readonly import: { id: string; accepted: number; duplicates: number; rejected: number } | null;
    readonly rowErrors: readonly RowError[];
    readonly userErrors: readonly { readonly message: string }[];
  };
}

const IMPORT = `mutation ($input: ImportTicketsInput!) {
  importTickets(input: $input) {
    import { id accepted duplicates rejected }
    rowErrors { line column reason }
    userErrors { message }
  }
}`;

/** The server takes 1 MB; quotes and line ends grow in JSON, which the limit doesn't count. */
const PART_BYTES = 1_000_000;
const LOST_FOR_MS = 60_000;
const SHOWN_ERRORS = 20;

/**
 * Imports a file part by part, showing how far it is. A part whose answer was lost is sent again: its rows are then
 * duplicates, which are left alone.
 *
 * @throws CommandFailed
 */
export async function importFile(order: ImportOrder, address: ServerAddress): Promise<void> {
  const progress = new ProgressLine();
  const server = new ServerConnection(address, (waitMs) =>
    progress.say(`The connection is lost. Trying again in ${forPeople(Math.ceil(waitMs / 1000))}.`),
  );
  await server.call('{ imports(first: 1) { nodes { id } } }');
  const format = formatOf(order.path);
  const isLog = order.preset === null && order.mapping === null && (await isIncidentLog(order.path, format));
  if (isLog) console.log('This is an incident log; it is imported with its history (--preset servicenow).');
  const preset = isLog ? 'SERVICENOW' : order.preset;
  const file = fileLines(order.path);
  const keepTogether = preset === null ? null : 'number';
  const startedAtMs = performance.now();
  const errors: RowError[] = [];
  let sent = 0;
  let importId: string | null = null;
  let done = { accepted: 0, duplicates: 0, rejected: 0 };
  for await (const part of fileParts(file.lines, { format, mostBytes: PART_BYTES, keepTogether })) {
    const answer = await send(server, { ...order, preset }, part, format, importId);
    importId = answer.import.id;
    done = answer.import;
    sent += part.rowCount;
    errors.push(...answer.rowErrors.slice(0, SHOWN_ERRORS));
    progress.show(() => {
      const seconds = (performance.now() - startedAtMs) / 1000;
      const share = file.readShare();
      const left = share > 0.02 ? `, about ${forPeople((seconds * (1 - share)) / share)} left` : '';
      return `${bar(share)} ${counted(sent)} rows, ${counted(sent / seconds)} rows/s${left}`;
    });
  }
  progress.end();
  const seconds = (performance.now() - startedAtMs) / 1000;
  report(done, errors, sent, seconds);
}

async function send(
  server: ServerConnection,
  { path, preset, mapping }: ImportOrder,
  part: FilePart,
  format: 'csv' | 'ndjson',
  importId: string | null,
) {
  const { content, firstLine, isLast } = part;
  const input = {
    importId,
    fileName: basename(path),
    format: format.toUpperCase(),
    preset,
    mapping,
    content,
    firstLine,
    isLast,
  };
  const { importTickets } = await server.callUntilAnswered<Answer>(IMPORT, { input }, LOST_FOR_MS);
  const [refused] = importTickets.userErrors;
  if (refused || !importTickets.import)
    throw new CommandFailed(
      `The server refuses the rows from line ${firstLine}: ${refused?.message ?? 'no reason given'}`,
    );
  return { import: importTickets.import, rowErrors: importTickets.rowErrors };
}

function report(
  { accepted, duplicates, rejected }: { accepted: number; duplicates: number; rejected: number },
  errors: readonly RowError[],
  rows: number,
  seconds: number,
): void {
  console.log(`${counted(rows)} rows in ${forPeople(seconds)} (${counted(rows / Math.max(seconds, 0.001))} rows/s).`);
  console.log(`${counted(accepted)} tickets imported.`);
  if (duplicates > 0) console.log(`${counted(duplicates)} were imported before and left alone.`);
  if (rejected === 0) return;
  console.log(`${counted(rejected)} rows were not taken:`);
  for (const { line, column, reason } of errors.slice(0, SHOWN_ERRORS))
    console.log(`  line ${line}${column === null ? '' : `, column ${column}`}: ${reason}`);
  if (rejected > SHOWN_ERRORS) console.log(`  and ${counted(rejected - SHOWN_ERRORS)} more; see Imports in the app.`);
}

function formatOf(path: string): 'csv' | 'ndjson' {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  if (/\.(csv|tsv|txt)$/.test(name)) return 'csv';
  if (/\.(ndjson|jsonl)$/.test(name)) return 'ndjson';
  throw new CommandFailed(`${path} must be .csv, .ndjson or .jsonl, or one of these with .gz.`);
}
