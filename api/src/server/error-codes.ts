import { GraphQLError } from 'graphql';

/**
 * Codes of thrown errors, in `extensions.code`. Append only: clients switch on them.
 * GraphQL's own (GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT...) come from Apollo Server.
 */
export const API_ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'BAD_USER_INPUT',
  'BODY_TOO_LARGE',
  'MALFORMED_BODY',
  'UNSUPPORTED_MEDIA_TYPE',
  'METHOD_NOT_ALLOWED',
  'FOREIGN_ORIGIN',
  'QUERY_TOO_COMPLEX',
  'TIMED_OUT',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ApiErrorCode = (typeof API_ERROR_CODES)[number];

/** Codes of user errors, in payloads. Append only. Codes of flow issues are the engine's. */
export const USER_ERROR_CODES = [
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
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/** An error a client can act on; everything else thrown is masked as INTERNAL. */
export function apiError(code: ApiErrorCode, message: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** For lookups by id: says what was not found. */
export function notFound(thing: string): GraphQLError {
  return apiError('NOT_FOUND', `There is no such ${thing} in this workspace.`);
}
