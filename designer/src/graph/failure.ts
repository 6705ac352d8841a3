import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Why a request failed, as far as it helps to mend it. Each has its text in `words`. */
export type FailureKind = 'network' | 'signedOut' | 'forbidden' | 'notFound' | 'conflict' | 'rateLimited' | 'unknown';

const KIND_OF_CODE: Readonly<Record<string, FailureKind>> = {
  UNAUTHENTICATED: 'signedOut',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  CONFLICT: 'conflict',
  RATE_LIMITED: 'rateLimited',
  UNAVAILABLE: 'network',
  TIMED_OUT: 'network',
};

export interface RequestFailure {
  readonly kind: FailureKind;
  /** What to tell an administrator, so that they find it in the log. */
  readonly reference: string | null;
}

/** Reads what was thrown by a query, a mutation or a subscription. */
export function failureOf(error: unknown): RequestFailure {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    const { code, reference } = extensions;
    return {
      kind: KIND_OF_CODE[String(code)] ?? 'unknown',
      reference: typeof reference === 'string' ? reference : null,
    };
  }
  if (ServerError.is(error)) {
    return { kind: error.statusCode === 429 ? 'rateLimited' : 'network', reference: null };
  }
  return { kind: error instanceof TypeError ? 'network' : 'unknown', reference: null };
}
