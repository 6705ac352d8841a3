import { isAbsolute, join, resolve } from 'node:path';
import { ConfigInvalid } from '../config/config.ts';
import { CommandFailed } from './server-connection.ts';

/** The repository's root. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** A path as the person at the terminal means it: pnpm changes the directory, and keeps theirs in INIT_CWD. */
export function givenPath(path: string): string {
  return isAbsolute(path) ? path : join(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Runs a command; what a person did wrong is told without a stack. Exit code 1 after a failure. */
export async function runCommand(usage: string, command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (isUsageError(error)) console.error(`${error.message}\n\n${usage}`);
    else if (error instanceof CommandFailed || error instanceof ConfigInvalid) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}

/** What `parseArgs` throws. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
