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
      writeSync(file, JSON.stringify({ pid: process.pid, host: hostname(), bornAt: birthOf(process.pid) }));
      closeSync(file);
      heldHere.add(path);
      return async () => {
        heldHere.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = readOwner(path);
      if (attempt > 0 || isAlive(owner, path))
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
  /** When the process began, as the system counts; null where it doesn't tell. */
  readonly bornAt: string | null;
}

/** Locks of this very process. */
const heldHere = new Set<string>();

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/**
 * An unreadable lock was cut short by a crash; one from another host can't be checked, so it counts as alive. Process
 * ids come round again, in containers at every start: a process of that id that began at another time is another one.
 */
function isAlive(owner: Owner | null, path: string): boolean {
  if (!owner) return false;
  if (owner.host !== hostname()) return true;
  if (owner.pid === process.pid) return heldHere.has(path);
  const bornAt = birthOf(owner.pid);
  if (bornAt && owner.bornAt && bornAt !== owner.bornAt) return false;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The start time in clock ticks since boot, where there is a /proc (field 22 of proc(5) stat). */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
