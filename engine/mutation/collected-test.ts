/** A test as its file describes it. */
export interface CollectedTest {
  /** The id of its file and its place in it, from 1: `7.1`. The same in every process. */
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

/** The id of the file of a test. */
export function fileIdOf(testId: string): string {
  return testId.slice(0, testId.indexOf('.'));
}
