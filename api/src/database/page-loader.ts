import { type Connection, type PageArgs, toConnection } from '../server/connection.ts';
import type { LoaderDefinition, Loaders } from '../server/loaders.ts';
import { type KeyType, typedPageOf } from '../server/typed-page.ts';
import type { EntityManager } from './database.ts';
import type { RowSet } from './row-set.ts';
import { runStatement } from './run-statement.ts';

/** Rows of a table by owner, in the order of some columns that together are unique. */
export interface OwnedRows<T> {
  readonly table: string;
  readonly rows: RowSet<T>;
  readonly owner: string;
  /** Column and SQL type; oldest or smallest first. */
  readonly order: readonly (readonly [column: string, type: KeyType])[];
  /** The values of those columns in a row, as cursors carry them. */
  keysOf(row: T): (string | number)[];
  readonly isDescending?: boolean;
}

/** A list of what belongs to an owner, readable by pages. */
export interface OwnedList<T> {
  /** One page. Asked for many owners in one operation, it is one statement. @throws BAD_USER_INPUT */
  page(loaders: Loaders, ownerId: string, args: PageArgs): Promise<Connection<T>>;
}

type PageOfOwner = readonly [
  ownerId: string,
  count: number,
  isBackward: boolean,
  cursor: readonly (string | number)[] | null,
];

/** A list per owner, whose pages are loaded in batches. */
export function ownedList<T>({ table, rows, owner, order, keysOf, isDescending }: OwnedRows<T>): OwnedList<T> {
  const load = async (em: EntityManager, keys: readonly string[]) => {
    const pages = keys.map((key) => JSON.parse(key) as PageOfOwner);
    const found = new Map<string, T[]>();
    const alike = Map.groupBy(pages, (page) => JSON.stringify(page.slice(1)));
    for (const group of alike.values()) {
      const [, count, isBackward, cursor] = group[0] ?? ['', 0, false, null];
      const isDown = (isDescending ?? false) !== isBackward;
      const columns = order.map(([column]) => `t.${column}`).join(', ');
      const beyond = cursor
        ? `and (${columns}) ${isDown ? '<' : '>'} (${order.map(([, type], index) => `$${index + 3}::${type}`).join(', ')})`
        : '';
      const result = await runStatement<{ owner: string; row: unknown }>(
        em,
        `select k.owner, l.row from unnest($1::uuid[]) as k(owner)
         cross join lateral (
           select ${rows.json('t')} as row from ${table} t
           where t.workspace_id = current_setting('alur.workspace_id')::uuid and t.${owner} = k.owner ${beyond}
           order by ${order.map(([column]) => `t.${column} ${isDown ? 'desc' : 'asc'}`).join(', ')} limit $2) l`,
        [group.map(([ownerId]) => ownerId), count + 1, ...(cursor ?? [])],
      );
      const byOwner = Map.groupBy(result, (row) => row.owner);
      for (const [ownerId] of group) {
        const own = byOwner.get(ownerId) ?? [];
        found.set(
          JSON.stringify([ownerId, count, isBackward, cursor]),
          own.map(({ row }) => rows.read(row)),
        );
      }
    }
    return found;
  };
  const definition: LoaderDefinition<string, T[]> = { loadMany: load };
  return {
    async page(loaders, ownerId, args) {
      const page = typedPageOf(
        args,
        order.map(([, type]) => type),
      );
      const asked: PageOfOwner = [ownerId, page.count, page.isBackward, page.cursor];
      return toConnection(page, (await loaders.load(definition, JSON.stringify(asked))) ?? [], keysOf);
    },
  };
}
