import type { MutantCoverage } from '@stryker-mutator/api/core';

/** What a test process may be asked; it answers each with the answer of the same kind, or with `failed`. */
export type Question =
  /** Collect the tests of these files. Asked once, first. */
  | { readonly kind: 'load'; readonly files: readonly TestFile[] }
  /** Run every test, without a mutant, and note which mutants each reaches. */
  | { readonly kind: 'dryRun' }
  /** Run these tests in this order with a mutant active, up to the first that fails. */
  | {
      readonly kind: 'mutantRun';
      readonly mutantId: string;
      readonly tests: readonly PlannedTest[];
      readonly hitLimit: number | undefined;
    };

/** A test file and the id its tests' ids begin with. */
export interface TestFile {
  readonly id: string;
  readonly path: string;
}

/** A test to run, and the CPU time after which it counts as hung. */
export interface PlannedTest {
  readonly id: string;
  readonly budgetMs: number;
}

export type Answer =
  | { readonly kind: 'load'; readonly count: number }
  | { readonly kind: 'dryRun'; readonly tests: readonly TriedTest[]; readonly coverage: MutantCoverage }
  | { readonly kind: 'mutantRun'; readonly outcome: MutantOutcome }
  | { readonly kind: 'failed'; readonly message: string };

/** A test of the dry run: its CPU time, and why it failed, or null. */
export interface TriedTest {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly cpuMs: number;
  readonly failure: string | null;
}

/** What the tests said about a mutant. */
export interface MutantOutcome {
  /** How many tests ran. */
  readonly count: number;
  /** The test that noticed the mutant, or null: it survived. */
  readonly killer: { readonly id: string; readonly failure: string } | null;
  /** How often the mutant ran. */
  readonly hits: number;
  /** Whether the killer also fails without the mutant: something the mutant left behind spoils the process. */
  readonly isSpoilt: boolean;
}
