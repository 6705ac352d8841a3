import { createServer } from 'node:net';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import { type Config, ConfigInvalid, loadConfig } from '../config/config.ts';
import { type DatabaseLocation, DatabaseUnavailable, openDatabase } from '../database/database.ts';
import { DirectoryInUse } from '../database/directory-lock.ts';
import { DEMO_PASSWORD, DEMO_USERS, ensureDemo } from '../workspaces/seed-demo.ts';
import { buildGraphqlSchema } from './graphql-schema.ts';
import { startHttpServer } from './http-server.ts';
import { createLog } from './log.ts';
import { writeOperatorToken } from './operator-token.ts';

/** How long requests under way may take once the process is told to end, in milliseconds. */
const DRAIN_MS = 20_000;

/**
 * Runs Alur in this process until it is told to end (SIGTERM, SIGINT), then exits. Prints what a person needs to know.
 *
 * @param root the repository: built pages are in its packages, a relative data directory is in it.
 */
export async function run(root: string): Promise<void> {
  try {
    await start(root);
  } catch (error) {
    if (error instanceof ConfigInvalid || error instanceof DatabaseUnavailable || error instanceof DirectoryInUse)
      console.error(`\n${error.message}\n`);
    else if (isPortProblem(error)) console.error(`\n${portAdvice(error)}\n`);
    else console.error(`\nAlur could not start. ${withoutStatement(error)}\n`);
    process.exit(1);
  }
}

async function start(root: string): Promise<void> {
  const config = loadConfig(process.env, root);
  const log = createLog(config.logLevel);
  // Told before a database is made for nothing.
  await probePort(config);
  const location: DatabaseLocation = config.databaseUrl
    ? { kind: 'postgres', url: config.databaseUrl }
    : { kind: 'pglite', directory: config.dataDirectory };
  const database = await openDatabase(location);
  const app = createApp({ config, database, log });
  try {
    const { isDemo, workspaceId } = await ensureDemo(app);
    await writeOperatorToken(app, workspaceId);
    const server = await startHttpServer(app, buildGraphqlSchema(), {
      designer: join(root, 'designer', 'dist'),
      graphiql: join(root, 'api', 'dist', 'graphiql'),
    });
    void app.dispatcher.start();
    void app.timers.start();
    app.learner.start();
    endOnSignal(async () => {
      await server.close(DRAIN_MS);
      await app.close();
    });
    console.log(welcome({ port: server.port, host: config.host, isDemo, location }));
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Takes the port and gives it back. @throws the system's error if it can't be had */
function probePort({ port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** The first signal drains; a second one ends at once. */
function endOnSignal(close: () => Promise<void>): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) process.exit(1);
    isEnding = true;
    console.log('\nEnding: requests under way are answered first.');
    try {
      await close();
      process.exit(0);
    } catch (error) {
      console.error('Alur did not end cleanly:', error);
      process.exit(1);
    }
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

interface Welcome {
  readonly port: number;
  readonly host: string;
  readonly isDemo: boolean;
  readonly location: DatabaseLocation;
}

function welcome({ port, host, isDemo, location }: Welcome): string {
  const url = `http://localhost:${port}`;
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(host);
  const lines = ['', `Alur is ready:  ${url}`, `GraphQL:        ${url}/graphql   Try it at ${url}/graphiql`, ''];
  if (isDemo) {
    lines.push(`Sign in to the demo workspace with the password  ${DEMO_PASSWORD}`);
    for (const { email, does } of DEMO_USERS) lines.push(`  ${email.padEnd(20)} ${does}`);
    if (!isLocal) lines.push('  Others can reach this server: change these passwords, or switch the demo users off.');
    lines.push('');
  }
  if (location.kind === 'pglite')
    lines.push(
      `Data: ${location.directory} (embedded PostgreSQL; a power cut may lose the last seconds).`,
      'To keep it in a PostgreSQL server instead, set DATABASE_URL=postgres://user:password@host:5432/database and start again.',
    );
  else lines.push('Data: the PostgreSQL database of DATABASE_URL.');
  if (isLocal) lines.push('Only this computer can connect. To let others in, set ALUR_HOST=0.0.0.0.');
  lines.push('Stop with Ctrl+C.', '');
  return lines.join('\n');
}

/** Where it happened and why; statements and values, which the ORM puts in front, are left out. */
function withoutStatement(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [, ...frames] = (error.stack ?? '').split(/\n(?= {4}at )/);
  return [error.message.split(' - ').at(-1), ...frames.slice(0, 8)].join('\n');
}

function isPortProblem(error: unknown): error is NodeJS.ErrnoException {
  return ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function portAdvice({ code, message }: NodeJS.ErrnoException): string {
  const port = process.env.PORT || '4000';
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. End it, or choose another port: PORT=4001 pnpm start`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose another one: PORT=4001 pnpm start`;
  return `Alur can't listen on the address in ALUR_HOST: ${message}`;
}
