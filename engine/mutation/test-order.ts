import type { DryRunRecord } from './dry-run-record.ts';
import type { PlannedTest } from './messages.ts';

/** What a test gets beside five times its own CPU time before it counts as hung. */
const SPARE_BUDGET_MS = 2000;
const BUDGET_FACTOR = 5;

/** How much likelier than others a test is thought to be that has noticed a mutant of the same file. */
const WEIGHT_OF_A_KILL = 4;

/** Learns which tests notice the mutants of a file, so that those run first that are likely to, and quick. */
export class TestOrder {
  readonly #cpuMs: DryRunRecord['cpuMs'];
  readonly #killsByFile = new Map<string, Map<string, number>>();

  constructor(cpuMs: DryRunRecord['cpuMs']) {
    this.#cpuMs = cpuMs;
  }

  /** The tests in the order to run them for a mutant of a file. */
  plan(fileName: string, testIds: readonly string[]): PlannedTest[] {
    const kills = this.#killsByFile.get(fileName);
    return testIds
      .map((id) => {
        const ms = this.#cpuMs[id] ?? 0;
        const cost = (ms + 0.1) / (1 + WEIGHT_OF_A_KILL * (kills?.get(id) ?? 0));
        return { id, cost, budgetMs: SPARE_BUDGET_MS + BUDGET_FACTOR * ms };
      })
      .sort((a, b) => a.cost - b.cost)
      .map(({ id, budgetMs }) => ({ id, budgetMs }));
  }

  /** Notes that a test noticed a mutant of a file. */
  learn(fileName: string, testId: string): void {
    const kills = this.#killsByFile.get(fileName) ?? new Map<string, number>();
    kills.set(testId, (kills.get(testId) ?? 0) + 1);
    this.#killsByFile.set(fileName, kills);
  }
}
