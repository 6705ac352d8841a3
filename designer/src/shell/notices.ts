import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { failureOf } from '../graph/failure.ts';

interface ShownUserError {
  readonly code: string;
  readonly message: string;
}

/** Says briefly that something was done. */
export function showDone(message: string): void {
  notifications.show({ message, color: 'lagoon' });
}

/** Says why a request failed and how to mend it. Fits `onError` of a mutation. */
export function showFailure(error: unknown): void {
  const { kind } = failureOf(error);
  // The sign-in page, which comes up by itself, says it better.
  if (kind === 'signedOut') return;
  notifications.show({ message: i18next.t(`failure.${kind}`), color: 'red', autoClose: 8000 });
}

/** Codes whose texts `words` has. */
const REFUSAL_CODES = [
  'REQUIRED',
  'INVALID',
  'TOO_LONG',
  'TOO_MANY',
  'OUT_OF_RANGE',
  'BAD_TEXT',
  'TAKEN',
  'UNKNOWN_REFERENCE',
  'WRONG_CREDENTIALS',
  'WORKSPACE_NEEDED',
  'RATE_LIMITED',
  'STALE_REVISION',
  'NOT_POSSIBLE_NOW',
  'LAST_ADMIN',
] as const;

/** What to tell a reader about a refusal: the server's own sentence, which is in English, else the code's text. */
export function refusalText({ code, message }: ShownUserError): string {
  const known = REFUSAL_CODES.find((each) => each === code);
  return known && i18next.language === 'id' ? i18next.t(`refusal.${known}`) : message;
}

/** Shows what the server refused; true when there was anything. */
export function showUserErrors(userErrors: readonly ShownUserError[] | undefined): boolean {
  for (const userError of userErrors ?? []) {
    notifications.show({ message: refusalText(userError), color: 'red', autoClose: 8000 });
  }
  return (userErrors?.length ?? 0) > 0;
}
