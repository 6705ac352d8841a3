import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from './database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where start-databases put the dump of a migrated embedded database. */
    seedPath: string;
    /** The PostgreSQL server to make databases on. */
    postgresUrl: string;
    /** A migrated database on it, to copy. */
    postgresTemplate: string;
  }
}

/** An engine under test, and its database: open only within tests and hooks. */
export interface TestEngine {
  readonly kind: Database['kind'];
  /** The database of this suite; migrated, empty. */
  readonly database: Database;
}

/**
 * Runs a suite on PGlite and on PostgreSQL, each on an empty, migrated database of its own.
 * Reach for `engine.database` only inside tests and hooks.
 */
export function describeOnBothEngines(name: string, suite: (engine: TestEngine) => void): void {
  for (const kind of ['pglite', 'postgres'] as const) {
    describe(`${name} (${kind})`, () => {
      let opened: { database: Database; dispose(): Promise<void> } | null = null;
      beforeAll(async () => {
        opened = kind === 'pglite' ? await openSeed() : await openCopy();
      });
      afterAll(async () => {
        await opened?.database.close();
        await opened?.dispose();
      });
      suite({
        kind,
        get database() {
          if (!opened) throw new Error('The database is open only within tests and hooks');
          return opened.database;
        },
      });
    });
  }
}

async function openSeed() {
  const seed = new Blob([readFileSync(inject('seedPath'))]);
  return { database: await openDatabase({ kind: 'pglite', directory: 'memory://', seed }), dispose: async () => {} };
}

async function openCopy() {
  const name = `alur_test_${randomUUID().replaceAll('-', '')}`;
  const server = inject('postgresUrl');
  await onServer(server, `create database ${name} template ${inject('postgresTemplate')}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    database: await openDatabase({ kind: 'postgres', url: url.href, poolSize: 5 }),
    dispose: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

/** Runs one statement on the server that holds the test databases. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
