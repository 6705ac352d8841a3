import { INSTRUMENTER_CONSTANTS, type InstrumenterContext, type MutantCoverage } from '@stryker-mutator/api/core';
import { type CollectedTest, failureOf } from './collected-test.ts';
import type { MutantOutcome, PlannedTest, TriedTest } from './messages.ts';
import { cpuMs, type Watchdog } from './watchdog.ts';

/** No mutant and no test. Not `undefined`, as every place asks for both, and objects that lose keys are slow. */
const NONE = '';

/** The collected tests of a process, to be run without a mutant and with one after another. */
export class TestBench {
  readonly #tests: ReadonlyMap<string, CollectedTest>;
  readonly #watchdog: Watchdog;
  readonly #switches = instrumenterContext();

  constructor(tests: readonly CollectedTest[], watchdog: Watchdog) {
    this.#tests = new Map(tests.map((test) => [test.id, test]));
    this.#watchdog = watchdog;
  }

  /** Runs every test without a mutant. Loading counts as static coverage, what a test runs as that test's. */
  async dryRun(): Promise<{ tests: TriedTest[]; coverage: MutantCoverage }> {
    const tried: TriedTest[] = [];
    for (const test of this.#tests.values()) {
      this.#switches.currentTestId = test.id;
      const startedAtMs = cpuMs();
      const failure = await failureOf(test);
      tried.push({ id: test.id, name: test.name, fileName: test.fileName, cpuMs: cpuMs() - startedAtMs, failure });
    }
    const coverage = { ...coverageOf(this.#switches) };
    this.#forgetCoverage();
    return { tests: tried, coverage };
  }

  /** Runs tests with a mutant until one fails, and that one again without, to know that the mutant is what it saw. */
  async mutantRun(id: string, tests: readonly PlannedTest[], hitLimit: number | undefined): Promise<MutantOutcome> {
    const switches = this.#switches;
    this.#forgetCoverage();
    switches.activeMutant = id;
    switches.hitCount = 0;
    switches.hitLimit = hitLimit ?? Number.POSITIVE_INFINITY;
    let count = 0;
    let killer: MutantOutcome['killer'] = null;
    let killing: PlannedTest | null = null;
    for (const test of tests) {
      count += 1;
      const failure = await this.#failureWithin(test);
      if (failure === null) continue;
      killer = { id: test.id, failure };
      killing = test;
      break;
    }
    const hits = switches.hitCount;
    switches.activeMutant = NONE;
    const isSpoilt = killing !== null && (await this.#failureWithin(killing)) !== null;
    this.#watchdog.rest();
    return { count, killer, hits, isSpoilt };
  }

  async #failureWithin({ id, budgetMs }: PlannedTest): Promise<string | null> {
    const test = this.#tests.get(id);
    if (test === undefined) throw new Error(`There is no test ${id}.`);
    this.#watchdog.allow(budgetMs);
    return failureOf(test);
  }

  #forgetCoverage(): void {
    this.#switches.currentTestId = NONE;
    // Instrumented code holds on to the object itself.
    coverageOf(this.#switches).perTest = {};
  }
}

/** Where instrumented code looks for the active mutant and counts what it runs. */
function instrumenterContext(): InstrumenterContext {
  const world = globalThis as { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: InstrumenterContext };
  const context = world[INSTRUMENTER_CONSTANTS.NAMESPACE] ?? {};
  world[INSTRUMENTER_CONSTANTS.NAMESPACE] = context;
  return context;
}

function coverageOf(context: InstrumenterContext): MutantCoverage {
  context.mutantCoverage ??= { static: {}, perTest: {} };
  return context.mutantCoverage;
}
