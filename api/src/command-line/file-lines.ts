import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { CommandFailed } from './server-connection.ts';

/** A file being read. */
export interface FileLines {
  readonly lines: AsyncIterable<string>;
  /** The share of the file that was read, 0 to 1. */
  readShare(): number;
}

/** The lines of a text file in UTF-8; `.gz` is unpacked. @throws CommandFailed when there is no such file */
export function fileLines(path: string): FileLines {
  let size: number;
  try {
    size = statSync(path).size;
  } catch {
    throw new CommandFailed(`There is no file ${path}.`);
  }
  const file = createReadStream(path);
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // Only line feeds end a line: a lone carriage return may be part of a quoted value.
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  return { lines: readAll(lines, text, path), readShare: () => (size === 0 ? 1 : file.bytesRead / size) };
}

async function* readAll(lines: AsyncIterable<string>, text: NodeJS.ReadableStream, path: string) {
  let failure: Error | null = null;
  text.on('error', (error) => {
    failure = error;
  });
  try {
    yield* lines;
  } catch (error) {
    failure ??= error as Error;
  }
  // readline takes a broken stream for its end.
  if (failure) throw new CommandFailed(`${path} can't be read: ${(failure as Error).message}`);
}
