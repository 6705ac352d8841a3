import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Thrown when another living process uses the data directory. */
export class DirectoryInUse extends Error {}

/**
 * Takes the data directory for this process: PGlite has no lock of its own and two processes silently lose rows.
 * The lock is a file with the owner's process id; one left behind by a dead process on this host is taken over.
 *
 * @returns a function that gives the directory back.
 * @throws DirectoryInUse at once, having written nothing.
 */
export function lockDirectory(directory: string): () => Promise<void> {
  const path = join(directory, 'alur.lock');
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, JSON.stringify({ pid: process.pid, host: hostname() }));
      closeSync(file);
      return async () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = readOwner(path);
      if (attempt > 0 || isAlive(owner))
        throw new DirectoryInUse(
          `The data directory ${directory} is in use by another Alur (process ${owner?.pid ?? 'unknown'}). Stop it, or set ALUR_DATA_DIR to another directory.`,
        );
      rmSync(path, { force: true });
    }
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** An unreadable lock was cut short by a crash; one from another host can't be checked, so it counts as alive. */
function isAlive(owner: Owner | null): boolean {
  if (!owner) return false;
  if (owner.host !== hostname()) return true;
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
