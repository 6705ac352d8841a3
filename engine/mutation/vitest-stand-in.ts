/**
 * What test files get when they import `vitest` in a test process: a collector of our own for `describe`, `it` and
 * `each`, as Vitest's works in its own workers only, and Vitest's own `expect`. What is not here fails while the file
 * loads, so that no test is left out unnoticed.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chai, expect } from 'vitest';
import type { CollectedTest } from './collected-test.ts';
import type { TestFile } from './messages.ts';

type Body = (...row: never[]) => unknown;

let collected: CollectedTest[] = [];
let groups: readonly string[] = [];
let file: TestFile = { id: '', path: '' };
let runningFile = '';

/** The tests of a file, in the order they stand in it. */
export async function collectFile(from: TestFile): Promise<readonly CollectedTest[]> {
  file = from;
  collected = [];
  await import(from.path);
  return collected;
}

/** As in Vitest, options may stand before a body and a timeout after it; both are about time, as far as tests use them. */
function bodyOf(name: string, rest: readonly unknown[]): () => unknown {
  const body = rest.find((part): part is () => unknown => typeof part === 'function');
  if (body === undefined) throw new Error(`${name}: without a body it cannot be run.`);
  return body;
}

function collectGroup(name: string, ...rest: readonly unknown[]): void {
  const outer = groups;
  groups = [...outer, name];
  bodyOf(name, rest)();
  groups = outer;
}

function collectTest(name: string, ...rest: readonly unknown[]): void {
  const body = bodyOf(name, rest);
  const { id, path } = file;
  collected.push({
    id: `${id}.${collected.length + 1}`,
    name: [...groups, name].join(' > '),
    fileName: path,
    run: () => {
      runningFile = path;
      return body();
    },
  });
}

/** `each` of a collecting function: rows that are all lists are spread over the arguments. */
function eachOf(collect: (name: string, ...rest: readonly unknown[]) => void) {
  return (rows: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]): void => {
      const isTable = rows.every(Array.isArray);
      for (const [index, row] of rows.entries()) {
        const values = (isTable ? row : [row]) as never[];
        const bound = rest.map((part) => (typeof part === 'function' ? () => (part as Body)(...values) : part));
        collect(`${name} (${index + 1})`, ...bound);
      }
    };
}

export const describe = Object.assign(collectGroup, { each: eachOf(collectGroup) });
export const it = Object.assign(collectTest, { each: eachOf(collectTest) });
export const test = it;

/** Only what sets limits of time, which test processes have their own of. */
export const vi = { setConfig(): void {} };

function refuse(): never {
  throw new Error('This kind of expectation does not work in a test process of the mutation test.');
}

// Those that Vitest checks after the test, or needs its worker for, would pass here whatever the code does.
Object.assign(expect, { assertions: refuse, hasAssertions: refuse, soft: refuse, poll: refuse });

// Vitest's snapshots need its worker and fail here; a file is compared byte by byte, as there, and never written.
chai.util.addMethod(
  chai.Assertion.prototype,
  'toMatchFileSnapshot',
  function (this: Chai.AssertionStatic, path: string) {
    const isSame = readFileSync(resolve(runningFile, '..', path), 'utf8') === chai.util.flag(this, 'object');
    this.assert(isSame, `The text is not that of ${path}.`, `The text is that of ${path}.`, path);
  },
);

export { expect };
