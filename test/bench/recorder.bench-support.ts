import { createRequire } from 'node:module';
import { PGlite } from '@electric-sql/pglite';

/** A statement as it went to the database. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Under which it is prepared once per connection. */
  readonly name?: string;
}

/** Records the transactions that Alur issues, and can issue such transactions bare, through the same driver. */
export interface Recorder {
  /** Starts recording anew; what was recorded so far is given back: transactions in order, each a list of statements. */
  take(): readonly (readonly Statement[])[];
  /** Issues transactions one after the other, with nothing but the driver between them and the database. */
  replay(transactions: readonly (readonly Statement[])[]): Promise<void>;
  close(): Promise<void>;
}

// The copy of the driver that the server itself uses.
const fromApi = createRequire(new URL('../../api/package.json', import.meta.url));
const fromOrm = createRequire(fromApi.resolve('@mikro-orm/postgresql'));

type Query = (sql: string, parameters?: readonly unknown[], ...rest: unknown[]) => Promise<unknown>;

/** How the server asks for a prepared statement. */
interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Begin and commit are statements here, as the driver sees them. */
export async function recordPostgres(url: string): Promise<Recorder> {
  const pg = fromOrm('pg') as {
    Client: {
      prototype: {
        query(statement: string | Prepared, parameters?: readonly unknown[], ...rest: unknown[]): Promise<unknown>;
      };
      new (
        options: object,
      ): {
        connect(): Promise<void>;
        end(): Promise<void>;
        query(statement: string | Prepared, parameters?: readonly unknown[]): Promise<unknown>;
      };
    };
  };
  let transactions: Statement[][] = [];
  const original = pg.Client.prototype.query;
  let isRecording = true;
  pg.Client.prototype.query = function query(this: unknown, statement, parameters, ...rest) {
    if (isRecording && statement === 'begin') transactions.push([]);
    if (isRecording && typeof statement === 'string')
      transactions.at(-1)?.push({ sql: statement, parameters: parameters ?? [] });
    else if (isRecording && typeof statement === 'object' && 'name' in statement)
      transactions.at(-1)?.push({ sql: statement.text, parameters: statement.values, name: statement.name });
    return original.call(this, statement, parameters, ...rest);
  };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    take() {
      const taken = transactions;
      transactions = [];
      return taken;
    },
    async replay(replayed) {
      isRecording = false;
      for (const statements of replayed)
        for (const { sql, parameters, name } of statements)
          await client.query(
            name === undefined ? sql : { name, text: sql, values: parameters },
            name === undefined ? parameters : undefined,
          );
      isRecording = true;
    },
    async close() {
      pg.Client.prototype.query = original;
      await client.end();
    },
  };
}

interface PgliteTransaction {
  query: Query;
}
interface Pglite {
  transaction<T>(work: (transaction: PgliteTransaction) => Promise<T>): Promise<T>;
}

/** PGlite begins and commits itself, around the work of a transaction. Open the database after this. */
export function recordPglite(): Recorder {
  let transactions: Statement[][] = [];
  let instance: Pglite | null = null;
  // Only what is recorded of its interface.
  const prototype = PGlite.prototype as unknown as Pglite;
  const original = prototype.transaction;
  prototype.transaction = function transaction<T>(this: Pglite, work: (open: PgliteTransaction) => Promise<T>) {
    instance = this;
    const statements: Statement[] = [];
    transactions.push(statements);
    return original.call(this, (open: PgliteTransaction) => {
      const query = open.query.bind(open);
      open.query = (sql, parameters, ...rest) => {
        statements.push({ sql, parameters: parameters ?? [] });
        return query(sql, parameters, ...rest);
      };
      return work(open);
    }) as Promise<T>;
  };
  return {
    take() {
      const taken = transactions;
      transactions = [];
      return taken;
    },
    async replay(replayed) {
      if (!instance) throw new Error('Nothing was recorded.');
      for (const statements of replayed)
        await original.call(instance, async (open) => {
          for (const { sql, parameters } of statements) await open.query(sql, parameters);
        });
    },
    async close() {
      prototype.transaction = original;
    },
  };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})/g;

/** Another id for each id: always the same one, in the same order of time, and back again by the same way. */
export function twinId(id: string): string {
  const tail = BigInt(`0x${id.slice(-12)}`) ^ 0x5a5a5a5a5a5an;
  return id.slice(0, -12) + tail.toString(16).padStart(12, '0');
}

/** The same transactions in the world where every id is its twin. */
export function toTwins(transactions: readonly (readonly Statement[])[]): Statement[][] {
  const twin = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(UUID, twinId);
    return Array.isArray(value) ? value.map(twin) : value;
  };
  // The ORM writes its parameters into the text.
  return transactions.map((statements) =>
    statements.map((statement) => ({
      ...statement,
      sql: statement.sql.replace(UUID, twinId),
      parameters: statement.parameters.map(twin),
    })),
  );
}
