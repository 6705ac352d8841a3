import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import type { MutantOutcome, TriedTest } from './messages.ts';
import { TestOrder } from './test-order.ts';
import { TestProcess } from './test-process.ts';

/** Where the runner that did the dry run tells the others, in the folder they share, what each test takes. */
export const TIMES_FILE = 'test-times.json';

/** The options of this runner in stryker.config.json. */
export interface InProcessOptions extends StrykerOptions {
  readonly inProcess: { readonly testFiles: readonly string[] };
}

/**
 * Runs tests for Stryker in a process that loads them once and then switches mutants on and off, which is some fifty
 * times faster than loading modules anew for each. A mutant over which that process dies (a test beyond its budget of
 * CPU time, no memory left) counts as `Timeout`, and a fresh process goes on. It always stops at the first failure.
 */
export class InProcessTestRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #patterns: readonly string[];
  #process: TestProcess | null = null;
  #order: TestOrder | null = null;

  constructor(options: StrykerOptions) {
    this.#patterns = (options as InProcessOptions).inProcess.testFiles;
  }

  /**
   * A mutant that also runs while modules load is switched on after that, as with `ignoreStatic` only what tests run of
   * it counts. So there is never anything to load anew, and Stryker need not restart anything for it.
   */
  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async dryRun({ testFiles }: DryRunOptions): Promise<DryRunResult> {
    const own = await TestProcess.start(testFiles ?? this.#testFiles());
    this.#process = own;
    const answer = await own.ask({ kind: 'dryRun' });
    if (answer === null) return { status: DryRunStatus.Error, errorMessage: 'The process of the tests died.' };
    const times = Object.fromEntries(answer.tests.map(({ id, cpuMs }) => [id, cpuMs]));
    writeFileSync(TIMES_FILE, JSON.stringify(times));
    return { status: DryRunStatus.Complete, tests: answer.tests.map(testResult), mutantCoverage: answer.coverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { testFilter, activeMutant } = options;
    if (testFilter === undefined) throw new Error('The runner in-process needs ignoreStatic and coverage per test.');
    const order = this.#testOrder();
    const tests = order.plan(activeMutant.fileName, testFilter);
    const question = { kind: 'mutantRun', mutantId: activeMutant.id, tests, hitLimit: options.hitLimit } as const;
    let answer = await (await this.#running()).ask(question);
    if (answer?.outcome.isSpoilt) {
      // What an earlier mutant left behind may be what failed; a fresh process tells.
      this.#stop();
      answer = await (await this.#running()).ask(question);
      if (answer?.outcome.isSpoilt) this.#stop();
    }
    if (answer === null) return { status: MutantRunStatus.Timeout, reason: 'The tests hung or ran out of memory.' };
    if (answer.outcome.killer !== null) order.learn(activeMutant.fileName, answer.outcome.killer.id);
    return mutantResult(answer.outcome);
  }

  async dispose(): Promise<void> {
    this.#stop();
  }

  async #running(): Promise<TestProcess> {
    if (this.#process === null || this.#process.isDead) {
      this.#process = await TestProcess.start(this.#testFiles());
    }
    return this.#process;
  }

  #stop(): void {
    this.#process?.stop();
    this.#process = null;
  }

  #testFiles(): string[] {
    return globSync([...this.#patterns])
      .map((file) => resolve(file))
      .sort();
  }

  #testOrder(): TestOrder {
    this.#order ??= new TestOrder(new Map(Object.entries(JSON.parse(readFileSync(TIMES_FILE, 'utf8')))));
    return this.#order;
  }
}

function testResult({ id, name, fileName, cpuMs, failure }: TriedTest): TestResult {
  const about = { id, name, fileName, timeSpentMs: cpuMs };
  return failure === null
    ? { ...about, status: TestStatus.Success }
    : { ...about, status: TestStatus.Failed, failureMessage: failure };
}

function mutantResult({ count, killer, isOverHitLimit }: MutantOutcome): MutantRunResult {
  if (isOverHitLimit) return { status: MutantRunStatus.Timeout, reason: 'It ran more often than it may.' };
  if (killer === null) return { status: MutantRunStatus.Survived, nrOfTests: count };
  return {
    status: MutantRunStatus.Killed,
    killedBy: [killer.id],
    failureMessage: killer.failure.slice(0, 200),
    nrOfTests: count,
  };
}
