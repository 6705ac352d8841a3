import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../architecture/source-files.ts';

/** Alur as a newcomer starts it: its own process, its own data directory. */
export interface AlurProcess {
  readonly url: string;
  readonly dataDirectory: string;
  /** What it printed so far. */
  output(): string;
  /** A token with the admin role, as the command-line tools use it. */
  operatorToken(): string;
  /** Ends it with a signal and waits; the data stays. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

const START_LIMIT_MS = 120_000;

/** Starts Alur and waits until it is ready. Rejects with its output if it ends or takes over two minutes. */
export async function startAlur(env: Record<string, string> = {}): Promise<AlurProcess> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'alur-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let printed = '';
  let child: ChildProcess;

  const start = async () => {
    child = spawn(process.execPath, ['api/start.ts'], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ALUR_DATA_DIR: dataDirectory, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      printed += chunk;
    });
    const deadlineMs = performance.now() + START_LIMIT_MS;
    while (!(await isReady(url))) {
      if (child.exitCode !== null) throw new Error(`Alur ended with ${child.exitCode}:\n${printed}`);
      if (performance.now() > deadlineMs) throw new Error(`Alur was not ready in time:\n${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  const stop = (signal: NodeJS.Signals = 'SIGTERM') =>
    new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
      child.once('exit', resolve);
      child.kill(signal);
    });

  await start();
  return {
    url,
    dataDirectory,
    output: () => printed,
    operatorToken: () => readFileSync(join(dataDirectory, 'operator-token'), 'utf8').trim(),
    stop,
    restart: start,
    async dispose() {
      await stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** A port nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
