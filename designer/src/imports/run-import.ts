import { client } from '../graph/client.ts';
import { failureOf } from '../graph/failure.ts';
import type { ImportTicketsInput, ImportTicketsMutation } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { waitForRetry } from '../graph/retry-wait.ts';
import { refusalText } from '../shell/notices.ts';
import { importParts } from './import-parts.ts';
import type { ColumnMapping } from './match-columns.ts';
import type { ImportFile } from './read-import-file.ts';

const ImportTicketsDocument = graphql(`
  mutation ImportTickets($input: ImportTicketsInput!) {
    importTickets(input: $input) {
      import { id accepted duplicates rejected }
      rowErrors { line column reason }
      userErrors { code message path }
    }
  }
`);

type Answer = ImportTicketsMutation['importTickets'];
export type RowError = Answer['rowErrors'][number];

/** How far an import is. Counts are rows. */
export interface ImportProgress {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly rowErrors: readonly RowError[];
  /** 0 to 1. */
  readonly doneShare: number;
  /** True while the server does not answer and the part is sent again. */
  readonly isRetrying: boolean;
}

/** `refused` when the server would not take the file; `cancelled` keeps what was taken so far. */
export type ImportEnd =
  | { readonly kind: 'done' | 'cancelled' }
  | { readonly kind: 'refused'; readonly message: string };

export interface ImportOrder {
  readonly file: ImportFile;
  /** Null: the file is an incident log, whose columns the server knows. */
  readonly mapping: ColumnMapping | null;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

const START: ImportProgress = {
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  rowErrors: [],
  doneShare: 0,
  isRetrying: false,
};

/**
 * Sends a file part after part, in order. A part that gets no answer is sent again until it does or the import is
 * cancelled; rows that were taken the first time count as duplicates then and are not taken twice.
 */
export async function runImport({ file, mapping, signal, onProgress }: ImportOrder): Promise<ImportEnd> {
  let progress = START;
  let importId: string | undefined;
  const report = (change: Partial<ImportProgress>) => {
    progress = { ...progress, ...change };
    onProgress(progress);
  };
  // An incident log in CSV has a row for each change of an incident.
  const source =
    mapping === null && file.format === 'CSV' ? { ...file, groupColumn: file.columns.indexOf('number') } : file;
  for (const part of importParts(source)) {
    const input: ImportTicketsInput = {
      ...(importId ? { importId } : {}),
      ...(mapping ? { mapping: columnsOf(mapping) } : { preset: 'SERVICENOW' }),
      fileName: file.name,
      format: file.format,
      content: part.content,
      firstLine: part.firstLine,
      isLast: part.isLast,
    };
    const answer = await sendUntilAnswered(input, signal, (isRetrying) => report({ isRetrying }));
    if (answer === 'cancelled') return { kind: 'cancelled' };
    const [refusal] = answer.userErrors;
    if (refusal || !answer.import) return { kind: 'refused', message: refusal ? refusalText(refusal) : '' };
    importId = answer.import.id;
    report({
      accepted: answer.import.accepted,
      duplicates: answer.import.duplicates,
      rejected: answer.import.rejected,
      rowErrors: [...progress.rowErrors, ...answer.rowErrors],
      doneShare: part.doneShare,
    });
    if (signal.aborted && !part.isLast) return { kind: 'cancelled' };
  }
  return { kind: 'done' };
}

function columnsOf(mapping: ColumnMapping) {
  return [...mapping].flatMap(([column, field]) => (field === null ? [] : [{ column, field }]));
}

async function sendUntilAnswered(
  input: ImportTicketsInput,
  signal: AbortSignal,
  onRetrying: (isRetrying: boolean) => void,
): Promise<Answer | 'cancelled'> {
  for (let retries = 0; !signal.aborted; retries += 1) {
    try {
      const { data } = await client.mutate({
        mutation: ImportTicketsDocument,
        variables: { input },
        fetchPolicy: 'no-cache',
      });
      if (retries > 0) onRetrying(false);
      if (data) return data.importTickets;
      throw new Error('The answer had no data');
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind !== 'network' && kind !== 'rateLimited') throw error;
      onRetrying(true);
      await waitForRetry(retries);
    }
  }
  return 'cancelled';
}

/** Milliseconds that are left at the pace so far; null while there is nothing to judge by. */
export function timeLeftMs(elapsedMs: number, doneShare: number): number | null {
  return doneShare > 0 && elapsedMs > 0 ? Math.round((elapsedMs / doneShare) * (1 - doneShare)) : null;
}
