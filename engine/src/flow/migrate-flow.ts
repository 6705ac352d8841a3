import { FLOW_FORMAT } from './flow.ts';

/** A flow document of some format, as plain JSON: nothing but its `format` is certain. */
export type FlowDocument = Readonly<Record<string, unknown>>;

/**
 * One step from a format to the next. Input: a document of format n as it comes from outside, so any part of it may be
 * anything; what is not as expected is left as it is, for `parseFlow` to refuse. Output: the document of format n + 1.
 * Pure; never throws.
 */
export type Migration = (document: FlowDocument) => FlowDocument;

/**
 * The steps, by the format they start from. Append only: a stored flow is never rewritten, it is read through them each
 * time. Format 1 is the first, so there are none yet.
 */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** A document in the newest format, or why there is no way there: from a newer Alur, or of no format known. */
export type MigratedFlow =
  | { readonly ok: true; readonly document: FlowDocument }
  | { readonly ok: false; readonly cause: 'newer' | 'unknown' };

/**
 * Leads a document from the format it says to the newest, step by step. One without a format, or already in the newest,
 * is given back as it is.
 */
export function migrateFlow(
  document: FlowDocument,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
): MigratedFlow {
  const { format } = document;
  if (format === undefined) return { ok: true, document };
  if (typeof format !== 'number' || !Number.isInteger(format)) return { ok: false, cause: 'unknown' };
  if (format > FLOW_FORMAT) return { ok: false, cause: 'newer' };
  let current = document;
  for (let from = format; from < FLOW_FORMAT; from += 1) {
    const step = Object.hasOwn(migrations, from) ? migrations[from] : undefined;
    if (!step) return { ok: false, cause: 'unknown' };
    current = { ...step(current), format: from + 1 };
  }
  return { ok: true, document: current };
}
