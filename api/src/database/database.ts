import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PgliteOrm } from '@mikro-orm/pglite';
import { type EntityManager, MikroORM as PostgresOrm } from '@mikro-orm/postgresql';
import { DatabaseClock } from './database-clock.ts';
import { lockDirectory } from './directory-lock.ts';
import { entities } from './entities.ts';
import { KEEP_UP_EVERY_MS, keepUp } from './keep-up.ts';
import { migrationsList } from './migrations.ts';
import { prepareStatements } from './prepare-statements.ts';
import { WORKSPACE_ROLE } from './row-level-security.ts';

export type { EntityManager } from '@mikro-orm/postgresql';

/** Where the data is: PostgreSQL by URL, or PGlite in a directory (`memory://` for tests). */
export type DatabaseLocation =
  | { readonly kind: 'postgres'; readonly url: string; readonly poolSize?: number }
  | { readonly kind: 'pglite'; readonly directory: string; readonly seed?: Blob };

/** An open, migrated database. */
export interface Database {
  readonly kind: DatabaseLocation['kind'];
  /** The database's time, in milliseconds since 1970 UTC; every transaction sets it right before its work begins. */
  nowMs(): number;
  /** Runs `work` in one transaction that sees and writes only this workspace's rows. Never nest it. */
  inWorkspace<T>(workspaceId: string, work: (em: EntityManager) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction that sees only the directory of workspaces. */
  inDirectory<T>(work: (em: EntityManager) => Promise<T>): Promise<T>;
  /** Resolves when a statement was answered; rejects otherwise. For readiness. */
  ping(): Promise<void>;
  /** Does now what is due anyway of an embedded database's upkeep; after much was written. Nothing to do elsewhere. */
  keepUp(): Promise<void>;
  /** A copy of an embedded database, to open later as `seed`. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

/** Thrown when the database can't be opened as asked; the message tells a person what to mend. */
export class DatabaseUnavailable extends Error {}

// Raw rows look alike on both engines: counts and sequences are text until asked otherwise.
const PGLITE_PARSERS = { 20: (text: string) => text, 17: (text: string) => Buffer.from(text.slice(2), 'hex') };

/** No statement of a request may take longer, in milliseconds; the client is told TIMED_OUT. */
const STATEMENT_TIMEOUT_MS = 20_000;

const NOW_MS = '(extract(epoch from clock_timestamp()) * 1000)::float8 as now_ms';

/** Opens and migrates the database. Rejects with `DatabaseUnavailable`, never falls back to another one. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const release = location.kind === 'pglite' ? await prepareDirectory(location.directory) : async () => {};
  try {
    const orm =
      location.kind === 'pglite' ? await openPglite(location) : await openPostgres(location.url, location.poolSize);
    const em = orm.em as EntityManager;
    // A database that isn't there is a mistake in the address; the migrator would make it.
    const time = new DatabaseClock();
    await time.ask(async () => (await em.fork().execute<{ now_ms: number }[]>(`select ${NOW_MS}`))[0]?.now_ms ?? 0);
    await orm.migrator.up();
    const chooseRole = await roleSetting(em);
    // An embedded database runs one statement at a time and has no clock to stop it by.
    const limit =
      location.kind === 'postgres' ? `set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', true),` : '';
    const inTransaction = <T>(workspaceId: string, work: (em: EntityManager) => Promise<T>) =>
      em.fork().transactional(async (tx) => {
        if (location.kind === 'pglite') await turnOfEventLoop();
        await time.ask(async () => {
          const [row] = await tx.execute<{ now_ms: number }[]>(
            `select ${chooseRole} ${limit} set_config('alur.workspace_id', ?, true), ${NOW_MS}`,
            [workspaceId],
          );
          return row?.now_ms ?? 0;
        });
        return work(tx as EntityManager);
      });
    const upkeep = async () => {
      if (location.kind === 'pglite') await keepUp(em.fork() as EntityManager);
    };
    // What fails here is seen by whoever uses the database next; upkeep itself is tried again.
    const timer = setInterval(() => void upkeep().catch(() => {}), KEEP_UP_EVERY_MS).unref();
    return {
      kind: location.kind,
      nowMs: () => time.nowMs(),
      keepUp: upkeep,
      inWorkspace: inTransaction,
      inDirectory: (work) => inTransaction('', work),
      async ping() {
        await em.fork().execute('select 1');
      },
      async dump() {
        if (location.kind !== 'pglite') throw new Error('Only an embedded database can be dumped');
        const pglite = await (orm as PgliteOrm).em.getConnection().getNativeClient();
        return pglite.dumpDataDir('none');
      },
      async close() {
        clearInterval(timer);
        await orm.close(true);
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error instanceof DatabaseUnavailable ? error : unavailable(location, error);
  }
}

/**
 * An embedded database answers within the same turn of the event loop. Without a pause, work that makes one transaction
 * after the other (a replay, an import, what came due in an outage) would keep every socket and timer waiting till its end.
 */
function turnOfEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function prepareDirectory(directory: string): Promise<() => Promise<void>> {
  if (directory.startsWith('memory://')) return async () => {};
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
  return lockDirectory(directory);
}

const OPTIONS = {
  entities,
  extensions: [Migrator],
  migrations: { migrationsList, snapshot: false, transactional: true },
  logger: () => {},
} as const;

async function openPglite(location: { directory: string; seed?: Blob }): Promise<PgliteOrm> {
  const { directory, seed } = location;
  return PgliteOrm.init({
    ...OPTIONS,
    entities: [...entities],
    extensions: [...OPTIONS.extensions],
    dbName: directory.startsWith('memory://') ? directory : join(directory, 'pglite'),
    // The ORM copies its options deeply, and a copied Blob is none: its own `clone` keeps it whole.
    driverOptions: {
      parsers: PGLITE_PARSERS,
      ...(seed && { loadDataDir: Object.assign(seed, { clone: () => seed }) }),
    },
  });
}

const CONNECT_WITHIN_MS = 7_000;

async function openPostgres(url: string, poolSize = 10): Promise<PostgresOrm> {
  return PostgresOrm.init({
    ...OPTIONS,
    entities: [...entities],
    extensions: [...OPTIONS.extensions],
    clientUrl: url,
    pool: { min: 0, max: poolSize },
    ensureDatabase: false,
    driverOptions: { connectionTimeoutMillis: CONNECT_WITHIN_MS, onPoolCreated: prepareStatements },
  });
}

/**
 * The part of the transaction's first statement that steps down to the workspace role.
 * Without that role the connecting user must itself be subject to row-level security.
 */
async function roleSetting(em: EntityManager): Promise<string> {
  const [user] = await em.fork().execute<{ bypasses: boolean; has_role: boolean }[]>(
    `select rolsuper or rolbypassrls as bypasses,
            exists (
              select from pg_roles r
              where r.rolname = ?
                and (u.rolsuper or exists (select from pg_auth_members m where m.roleid = r.oid and m.member = u.oid))
            ) as has_role
     from pg_roles u where u.rolname = current_user`,
    [WORKSPACE_ROLE],
  );
  if (user?.has_role) return `set_config('role', '${WORKSPACE_ROLE}', true),`;
  if (user?.bypasses)
    throw new DatabaseUnavailable(
      `The database user bypasses row-level security and the role ${WORKSPACE_ROLE} is missing. Create it: CREATE ROLE ${WORKSPACE_ROLE} NOLOGIN; then start again.`,
    );
  return '';
}

function unavailable(location: DatabaseLocation, error: unknown): DatabaseUnavailable {
  const reason = reasonOf(error);
  const where =
    location.kind === 'pglite'
      ? `the data directory ${location.directory}`
      : `PostgreSQL at ${withoutPassword(location.url)}`;
  return new DatabaseUnavailable(`Alur can't open ${where}: ${reason}`, { cause: error });
}

/** The driver's words; those for "no answer" say nothing to a person. */
function reasonOf(error: unknown): string {
  const message =
    error instanceof Error ? error.message || ((error as NodeJS.ErrnoException).code ?? '') : String(error);
  return /timeout|terminated/i.test(message) ? `no answer within ${CONNECT_WITHIN_MS / 1000} s` : message;
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'the given DATABASE_URL';
  const parsed = new URL(url);
  return `${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`;
}
