import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { DryRun } from './isolated-dry-run.ts';
import type { TestFile } from './messages.ts';

/** For what a mutation test keeps for itself, in the folder that all its runners work in. */
export const WORK_FOLDER = 'mutants';

/** What the runner that did the dry run tells the others. */
const RECORD_FILE = `${WORK_FOLDER}/dry-run.json`;

/** What the dry run found. */
export interface DryRunRecord {
  readonly files: readonly TestFile[];
  /** The CPU time each test takes, by its id. */
  readonly cpuMs: Readonly<Record<string, number>>;
  /** How often all tests together run each mutant's place, by the mutant's id. */
  readonly hits: Readonly<Record<string, number>>;
}

/** Writes down a dry run for all runners that work in this folder. */
export function saveDryRun(files: readonly TestFile[], { tests, coverage }: DryRun): void {
  const hits: Record<string, number> = {};
  for (const own of Object.values(coverage.perTest)) {
    for (const [mutantId, count] of Object.entries(own)) hits[mutantId] = (hits[mutantId] ?? 0) + count;
  }
  const cpuMs = Object.fromEntries(tests.map((test) => [test.id, test.cpuMs]));
  const record: DryRunRecord = { files, cpuMs, hits };
  mkdirSync(WORK_FOLDER, { recursive: true });
  writeFileSync(RECORD_FILE, JSON.stringify(record));
}

/** The dry run of the mutation test that works in this folder. Throws where there was none. */
export function loadDryRun(): DryRunRecord {
  return JSON.parse(readFileSync(RECORD_FILE, 'utf8')) as DryRunRecord;
}

/** Removes what `saveDryRun` wrote. */
export function forgetDryRun(): void {
  rmSync(RECORD_FILE, { force: true });
}
