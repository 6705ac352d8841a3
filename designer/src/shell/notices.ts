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
  notifications.show({ message: i18next.t(`failure.${failureOf(error).kind}`), color: 'red', autoClose: 8000 });
}

/** Shows what the server refused; true when there was anything. */
export function showUserErrors(userErrors: readonly ShownUserError[] | undefined): boolean {
  for (const { message } of userErrors ?? []) notifications.show({ message, color: 'red', autoClose: 8000 });
  return (userErrors?.length ?? 0) > 0;
}
