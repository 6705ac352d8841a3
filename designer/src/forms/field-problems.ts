/** A refusal of the server, as `userErrors` tells it. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  /** From the top of the input: `["input", "name"]`. */
  readonly path: readonly string[];
}

/** Refusals sorted to the fields of a form. */
export interface FieldProblems {
  /** Text by field; a field is a path below the input, joined by dots. */
  readonly byField: Readonly<Record<string, string>>;
  /** Texts that belong to no field of the form. */
  readonly rest: readonly string[];
}

export const NO_PROBLEMS: FieldProblems = { byField: {}, rest: [] };

/**
 * Sorts refusals to the fields they are about: a refusal goes to the longest field its path begins with, the first one
 * wins. `textOf` says a refusal in the reader's language.
 */
export function sortProblems(
  userErrors: readonly UserError[],
  fields: readonly string[],
  textOf: (userError: UserError) => string,
): FieldProblems {
  const byField: Record<string, string> = {};
  const rest: string[] = [];
  for (const userError of userErrors) {
    const [top, ...below] = userError.path;
    const path = (top === 'input' ? below : userError.path).join('.');
    const field = fields
      .filter((each) => path === each || path.startsWith(`${each}.`))
      .sort((a, b) => b.length - a.length)[0];
    if (field === undefined) rest.push(textOf(userError));
    else byField[field] ??= textOf(userError);
  }
  return { byField, rest: [...new Set(rest)] };
}
