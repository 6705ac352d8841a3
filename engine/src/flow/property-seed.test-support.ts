const { process: host } = globalThis as { readonly process?: { readonly env: Record<string, string | undefined> } };

/** The seed of every property of the engine, so that a failure shows itself again. */
export const PROPERTY_SEED = 20_261_122;

/** Whether properties run at their full length: with `ALUR_NIGHTLY=1` in the environment. */
export const isNightly = host?.env.ALUR_NIGHTLY === '1';

/** How often a property runs under a mutation test, which runs it anew for every mutant. */
const RUNS_PER_MUTANT = 60;

/** How often a property is to run that usually runs `count` times: fewer while a mutation test asks the tests. */
export function propertyRuns(count: number): number {
  return host?.env.STRYKER_MUTATOR_WORKER === undefined ? count : Math.min(count, RUNS_PER_MUTANT);
}
