import { randomUUID } from 'node:crypto';
import { DriverException } from '@mikro-orm/core';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { API_ERROR_CODES, apiError } from './error-codes.ts';
import { Refusal } from './refusal.ts';

/** Codes that Apollo Server and GraphQL itself give to what a client did wrong. */
const PROTOCOL_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];
const CLIENTS: readonly string[] = [...API_ERROR_CODES.filter((code) => code !== 'INTERNAL'), ...PROTOCOL_CODES];

/**
 * An error as a client may see it: what it can act on stays; everything else is our bug, is logged, and leaves as
 * INTERNAL with a reference id to find it in the log.
 */
export function maskError(error: GraphQLError, log: Logger): GraphQLError {
  const cause = error.originalError ?? error;
  const code = (cause as { extensions?: { code?: unknown } }).extensions?.code ?? error.extensions.code;
  if (typeof code === 'string' && CLIENTS.includes(code)) return error;
  // A document or value that GraphQL itself refused has no code yet, and no cause.
  if (!error.originalError && code === undefined) return withCode(error, 'BAD_USER_INPUT');
  // GraphQL wraps what scalars and variables refuse.
  if (cause.name === 'GraphQLError' && (code === undefined || code === 'BAD_USER_INPUT'))
    return withCode(error, 'BAD_USER_INPUT');
  // A refusal belongs into a payload; a query has none.
  if (cause instanceof Refusal)
    return at(
      error,
      apiError('BAD_USER_INPUT', cause.userErrors[0]?.message ?? cause.message, { userErrors: cause.userErrors }),
    );
  const known = knownDatabaseError(cause);
  if (known) return at(error, known);
  const reference = randomUUID();
  log.error({ reference, path: error.path, err: withoutParameters(cause) }, 'A resolver failed');
  return at(
    error,
    apiError('INTERNAL', `Something went wrong on our side. Tell your administrator the reference ${reference}.`, {
      reference,
    }),
  );
}

/** What the database says about values, or about itself, that a client can act on. */
function knownDatabaseError(error: Error): GraphQLError | null {
  const state = error instanceof DriverException ? String(error.code ?? '') : '';
  // 08P01 is how a NUL within a statement's text ends: the statement is cut off there, and refused.
  if (['22021', '22P05', '08P01'].includes(state))
    return apiError(
      'BAD_USER_INPUT',
      "A text holds a character that can't be stored (NUL or half a character). Remove it.",
    );
  if (state === '57014') return apiError('TIMED_OUT', 'This took too long and was stopped. Ask for less.');
  if (/^(08|53|57P)/.test(state)) return apiError('UNAVAILABLE', 'The database is not available. Try again shortly.');
  return null;
}

/** The ORM writes a statement and its values in front of the message; customers' words are no part of a log. */
function withoutParameters(error: Error): Error {
  if (!(error instanceof DriverException)) return error;
  const plain = new Error(error.message.split(' - ').at(-1));
  if (error.stack) plain.stack = error.stack.slice(error.stack.indexOf('\n    at '));
  return Object.assign(plain, { code: error.code });
}

function at(place: GraphQLError, { message, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes: place.nodes ?? null, path: place.path ?? null, extensions });
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return at(error, new GraphQLError(error.message, { extensions: { ...error.extensions, code } }));
}
