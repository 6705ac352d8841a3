import { globSync } from 'node:fs';
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
import { fileIdOf } from './collected-test.ts';
import { type DryRunRecord, loadDryRun, saveDryRun } from './dry-run-record.ts';
import { isolatedDryRun } from './isolated-dry-run.ts';
import type { Answer, MutantOutcome, Question, TriedTest } from './messages.ts';
import { TestOrder } from './test-order.ts';
import { TestProcess } from './test-process.ts';

type MutantQuestion = Extract<Question, { kind: 'mutantRun' }>;
type MutantAnswer = Extract<Answer, { kind: 'mutantRun' }>;

/** What a runner knows after the dry run, its own or another's. */
interface Known extends DryRunRecord {
  readonly order: TestOrder;
}

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
  #fresh: TestProcess | null = null;
  #known: Known | null = null;

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
    const paths = testFiles ?? globSync([...this.#patterns]).map((file) => resolve(file));
    const files = paths.sort().map((path, index) => ({ id: String(index + 1), path }));
    const dryRun = await isolatedDryRun(files);
    saveDryRun(files, dryRun);
    return { status: DryRunStatus.Complete, tests: dryRun.tests.map(testResult), mutantCoverage: dryRun.coverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { testFilter, activeMutant } = options;
    if (testFilter === undefined) throw new Error('The runner in-process needs ignoreStatic and coverage per test.');
    const { hits, order } = this.#afterDryRun();
    const { id, fileName } = activeMutant;
    const tests = order.plan(fileName, testFilter);
    const question = { kind: 'mutantRun', mutantId: id, tests, hitLimit: options.hitLimit } as const;
    let answer = await (await this.#running()).ask(question);
    if (answer !== null && isDoubtful(answer.outcome, hits[id] ?? 0)) {
      if (answer.outcome.isSpoilt) this.#stop();
      answer = await this.#askAfresh(question);
    }
    if (answer === null) return { status: MutantRunStatus.Timeout, reason: 'The tests hung or ran out of memory.' };
    const { outcome } = answer;
    if (options.hitLimit !== undefined && outcome.hits > options.hitLimit) {
      return { status: MutantRunStatus.Timeout, reason: 'It ran more often than it may.' };
    }
    if (outcome.killer !== null) order.learn(fileName, outcome.killer.id);
    return mutantResult(outcome);
  }

  async dispose(): Promise<void> {
    this.#stop();
    this.#stopFresh();
  }

  async #running(): Promise<TestProcess> {
    if (this.#process === null || this.#process.isDead) {
      this.#process = await TestProcess.start(this.#afterDryRun().files);
    }
    return this.#process;
  }

  /** Asks a process that has run nothing yet, with the files of the tests alone, and nothing else afterwards. */
  async #askAfresh(question: MutantQuestion): Promise<MutantAnswer | null> {
    const asked = new Set(question.tests.map(({ id }) => fileIdOf(id)));
    this.#fresh = await TestProcess.start(this.#afterDryRun().files.filter(({ id }) => asked.has(id)));
    const answer = await this.#fresh.ask(question);
    this.#stopFresh();
    return answer;
  }

  #stop(): void {
    this.#process?.stop();
    this.#process = null;
  }

  #stopFresh(): void {
    this.#fresh?.stop();
    this.#fresh = null;
  }

  #afterDryRun(): Known {
    if (this.#known === null) {
      const record = loadDryRun();
      this.#known = { ...record, order: new TestOrder(record.cpuMs) };
    }
    return this.#known;
  }
}

/**
 * Whether a process that has run other things before may say something else than a fresh one: what failed also fails
 * without the mutant, or the mutant survived while it ran less often than its place does without it, as where results
 * are remembered.
 */
function isDoubtful({ killer, hits, isSpoilt }: MutantOutcome, usualHits: number): boolean {
  return isSpoilt || (killer === null && hits < usualHits);
}

function testResult({ id, name, fileName, cpuMs, failure }: TriedTest): TestResult {
  const about = { id, name, fileName, timeSpentMs: cpuMs };
  return failure === null
    ? { ...about, status: TestStatus.Success }
    : { ...about, status: TestStatus.Failed, failureMessage: failure };
}

function mutantResult({ count, killer }: MutantOutcome): MutantRunResult {
  if (killer === null) return { status: MutantRunStatus.Survived, nrOfTests: count };
  return {
    status: MutantRunStatus.Killed,
    killedBy: [killer.id],
    failureMessage: killer.failure.slice(0, 200),
    nrOfTests: count,
  };
}
