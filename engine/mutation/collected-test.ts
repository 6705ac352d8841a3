/** A test as its file describes it. */
export interface CollectedTest {
  /** Its place in the order of collection, from '1'; the same in every process that loads the same files. */
  readonly id: string;
  /** The names of the groups it stands in and its own. */
  readonly name: string;
  readonly fileName: string;
  readonly run: () => unknown;
}

/** The message of a test that fails, or null where it passes. */
export async function failureOf(test: CollectedTest): Promise<string | null> {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
