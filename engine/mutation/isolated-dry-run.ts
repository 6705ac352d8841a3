import type { MutantCoverage } from '@stryker-mutator/api/core';
import type { TestFile, TriedTest } from './messages.ts';
import { TestProcess } from './test-process.ts';

/** What the tests do without a mutant, and which mutants each reaches. */
export interface DryRun {
  readonly tests: readonly TriedTest[];
  readonly coverage: MutantCoverage;
}

/**
 * Runs each file in a process of its own. In one process for all, a mutant whose result is remembered would be reached
 * by the first test alone that asks for it, whichever that is. Throws where a file cannot be loaded.
 */
export async function isolatedDryRun(files: readonly TestFile[]): Promise<DryRun> {
  const tests: TriedTest[] = [];
  const coverage: MutantCoverage = { static: {}, perTest: {} };
  for (const file of files) {
    const own = await TestProcess.start([file]);
    const answer = await own.ask({ kind: 'dryRun' });
    own.stop();
    if (answer === null) throw new Error(`The process of the tests died over ${file.path}.`);
    tests.push(...answer.tests);
    Object.assign(coverage.perTest, answer.coverage.perTest);
    for (const [mutantId, count] of Object.entries(answer.coverage.static)) {
      coverage.static[mutantId] = (coverage.static[mutantId] ?? 0) + count;
    }
  }
  return { tests, coverage };
}
