import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, it } from 'vitest';
import { failureOf } from './failure.ts';

const graphQlError = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'No', extensions }] });

it('tells failures apart by what helps to mend them', () => {
  expect(failureOf(graphQlError({ code: 'FORBIDDEN' })).kind).toBe('forbidden');
  expect(failureOf(graphQlError({ code: 'UNAUTHENTICATED' })).kind).toBe('signedOut');
  expect(failureOf(graphQlError({ code: 'RATE_LIMITED' })).kind).toBe('rateLimited');
  expect(failureOf(new TypeError('Failed to fetch')).kind).toBe('network');
  expect(failureOf('anything').kind).toBe('unknown');
});

it('keeps the reference of an error of ours', () => {
  expect(failureOf(graphQlError({ code: 'INTERNAL', reference: 'r-42' }))).toEqual({
    kind: 'unknown',
    reference: 'r-42',
  });
});
