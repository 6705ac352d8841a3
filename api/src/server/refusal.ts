import type { UserErrorCode } from './error-codes.ts';

/** What a person did wrong: a code for programs, a sentence that says what, where and how to mend, and a place. */
export interface UserError {
  /** A `UserErrorCode`, or the code of a flow issue. */
  readonly code: UserErrorCode | (string & {});
  readonly message: string;
  /** The input field, from the top: `['input', 'subject']`. */
  readonly path: readonly string[];
}

/**
 * Thrown by services on bad input, so that the open transaction is rolled back; resolvers turn it into `userErrors`
 * by `refusedOr`. Never empty.
 */
export class Refusal extends Error {
  readonly userErrors: readonly UserError[];

  constructor(userErrors: readonly UserError[]) {
    super(userErrors.map(({ code, path }) => `${code} at ${path.join('.')}`).join('; '));
    this.userErrors = userErrors;
  }
}

/** A refusal with one error. `path` is within `input`. */
export function refusal(code: UserError['code'], message: string, ...path: string[]): Refusal {
  return new Refusal([{ code, message, path: ['input', ...path] }]);
}

/** Runs a mutation's work: its payload, with no user errors unless it brings some, or `refused` with those of a `Refusal`. */
export async function refusedOr<T extends object, R extends object>(
  refused: R,
  work: () => Promise<T>,
): Promise<(T & { userErrors: readonly UserError[] }) | (R & { userErrors: readonly UserError[] })> {
  try {
    return { userErrors: [], ...(await work()) };
  } catch (error) {
    if (error instanceof Refusal) return { ...refused, userErrors: error.userErrors };
    throw error;
  }
}
