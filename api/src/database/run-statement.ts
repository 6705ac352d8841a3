import { CompiledQuery, type ControlledTransaction } from 'kysely';
import type { EntityManager } from './database.ts';

/**
 * Runs one statement with bound parameters (`$1`, `$2`…) in the open transaction of `em`, on either engine.
 * The ORM's `execute` writes its parameters into the text; on the hot path they travel beside it.
 *
 * @throws the engine's error, with `code` as its SQLSTATE.
 */
export async function runStatement<Row = never>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const transaction = em.getTransactionContext<ControlledTransaction<unknown>>();
  if (!transaction) throw new Error('runStatement needs the em of an open transaction.');
  const result = await transaction.executeQuery(CompiledQuery.raw(sql, [...parameters]));
  return result.rows as Row[];
}
