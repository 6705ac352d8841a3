import { useState } from 'react';
import { refusalText } from '../shell/notices.ts';
import { NO_PROBLEMS, sortProblems, type UserError } from './field-problems.ts';

export type FieldProblems = ReturnType<typeof useFieldProblems>;

/** What the server refused of a form, by field. `fields` are the paths the form shows problems at. */
export function useFieldProblems(fields: readonly string[]) {
  const [problems, setProblems] = useState(NO_PROBLEMS);
  return {
    /** The problem of a field, for `error` of an input. */
    of: (field: string): string | undefined => problems.byField[field],
    rest: problems.rest,
    clear: () => setProblems(NO_PROBLEMS),
    /** Takes an answer: true if it went well. `undefined`: the request failed, which has been told already. */
    accept: (userErrors: readonly UserError[] | undefined): boolean => {
      setProblems(userErrors ? sortProblems(userErrors, fields, refusalText) : NO_PROBLEMS);
      return userErrors?.length === 0;
    },
  };
}
