/** The program of a test process: it loads the tests once and answers what `TestProcess` asks. */
import { flushCompileCache } from 'node:module';
import fc from 'fast-check';
import type { CollectedTest } from './collected-test.ts';
import type { Answer, Question, TestFile } from './messages.ts';
import { serveSources } from './serve-sources.ts';
import { TestBench } from './test-bench.ts';
import { Watchdog } from './watchdog.ts';

serveSources();
// A counterexample kills a mutant; nobody reads it, so it need not be made small.
fc.configureGlobal({ endOnFailure: true });
const watchdog = new Watchdog();
let bench = new TestBench([], watchdog);

async function load(files: readonly TestFile[]): Promise<number> {
  const { collectFile } = await import('./vitest-stand-in.ts');
  const tests: CollectedTest[] = [];
  for (const file of files) tests.push(...(await collectFile(file)));
  bench = new TestBench(tests, watchdog);
  // Test processes are killed in the end, so what they compiled is kept for the next one now.
  flushCompileCache();
  return tests.length;
}

async function answerTo(question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'load':
      return { kind: 'load', count: await load(question.files) };
    case 'dryRun':
      return { kind: 'dryRun', ...(await bench.dryRun()) };
    case 'mutantRun': {
      const outcome = await bench.mutantRun(question.mutantId, question.tests, question.hitLimit);
      return { kind: 'mutantRun', outcome };
    }
  }
}

process.on('message', async (question: Question) => {
  let answer: Answer;
  try {
    answer = await answerTo(question);
  } catch (error) {
    answer = { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());
