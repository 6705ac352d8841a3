import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { newSessionSecret, newTokenSecret, parseBearer, parseSession } from './credential.ts';

it('finds the workspace and the hash in a session', () => {
  const workspaceId = newId();
  const { value, hash } = newSessionSecret(workspaceId);
  expect(parseSession(value)).toEqual({ kind: 'session', workspaceId, hash });
});

it('finds the workspace and the hash in a token', () => {
  const workspaceId = newId();
  const { value, hash } = newTokenSecret(workspaceId);
  expect(value).toMatch(/^alur_[A-Za-z0-9_-]{64}$/);
  expect(parseBearer(`Bearer ${value}`)).toEqual({ kind: 'token', workspaceId, hash });
});

it.each(['', 'nonsense', `${newId()}.short`, `${newId()}..`, 'a.b.c', `${newId()}.${'A'.repeat(200)}`])(
  'takes %j for no session',
  (text) => {
    expect(parseSession(text)).toBeNull();
  },
);

it.each(['', 'Bearer', 'Bearer alur_', 'Basic YTpi', `Bearer alur_${'A'.repeat(63)}`, 'Bearer other_AAAA'])(
  'takes %j for no token',
  (text) => {
    expect(parseBearer(text)).toBeNull();
  },
);
