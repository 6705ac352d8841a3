import { describe, expect, it } from 'vitest';
import { safeReturnPath, signInProblem } from './sign-in.ts';
import { hasRole } from './viewer.ts';

describe('the way back after signing in', () => {
  it('is the page that was left', () => {
    expect(safeReturnPath('/tickets/7?x=1')).toBe('/tickets/7?x=1');
  });

  it('never leads to another site, and never in a circle', () => {
    for (const path of [
      undefined,
      '',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'tickets',
      '/sign-in?x',
    ])
      expect(safeReturnPath(path), String(path)).toBe('/flows');
  });
});

describe('a refused sign-in', () => {
  it('asks for the workspace when the server does', () => {
    expect(signInProblem([{ code: 'WORKSPACE_NEEDED', path: ['input'] }])).toBe('workspaceNeeded');
    expect(signInProblem([{ code: 'REQUIRED', path: ['input', 'workspace'] }])).toBe('workspaceNeeded');
  });

  it('says otherwise that e-mail and password do not match, or to wait', () => {
    expect(signInProblem([{ code: 'WRONG_CREDENTIALS', path: ['input'] }])).toBe('invalid');
    expect(signInProblem([{ code: 'RATE_LIMITED', path: ['input'] }])).toBe('tooMany');
    expect(signInProblem([])).toBe('invalid');
  });
});

it('includes in every role what the lesser ones may do', () => {
  expect(hasRole('ADMIN', 'MANAGER')).toBe(true);
  expect(hasRole('AGENT', 'AGENT')).toBe(true);
  expect(hasRole('VIEWER', 'AGENT')).toBe(false);
});
