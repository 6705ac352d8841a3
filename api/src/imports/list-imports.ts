import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { type Connection, type ForwardPageArgs, PAGE_LIMIT, pageOf, toConnection } from '../server/connection.ts';
import { apiError } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { type Import, ImportEntity } from './import.entity.ts';
import { type ImportRowError, ImportRowErrorEntity } from './import-row-error.entity.ts';

/** Imports, newest first. */
export async function listImports(app: App, actor: Actor, args: ForwardPageArgs): Promise<Connection<Import>> {
  const page = pageOf(args, 1);
  const [id] = page.cursor ?? [];
  // Ids grow with time, so they are the order too.
  const where = id === undefined ? {} : { id: { $lt: String(id) } };
  const rows = await app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(ImportEntity, where, { orderBy: { id: 'desc' }, limit: page.count + 1 }),
  );
  return toConnection(page, rows, (row) => [row.id]);
}

/** An import; null if there is none. */
export async function findImport(app: App, actor: Actor, id: string): Promise<Import | null> {
  if (!isId(id)) return null;
  return app.database.inWorkspace(actor.workspaceId, (em) => em.findOne(ImportEntity, { id }));
}

/** Rows an import did not take, by line. @throws BAD_USER_INPUT */
export async function listRowErrors(
  app: App,
  actor: Actor,
  importId: string,
  first = PAGE_LIMIT,
): Promise<ImportRowError[]> {
  if (first < 1 || first > MOST_ROW_ERRORS)
    throw apiError('BAD_USER_INPUT', `\`first\` must be 1 to ${MOST_ROW_ERRORS}.`);
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(ImportRowErrorEntity, { importId }, { orderBy: { line: 'asc' }, limit: first }),
  );
}

/** More than a page: people mend a file in one go. */
export const MOST_ROW_ERRORS = 1_000;
