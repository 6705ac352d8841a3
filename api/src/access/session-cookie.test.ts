import { expect, it } from 'vitest';
import { noSessionCookie, readSessionCookie, sessionCookie } from './session-cookie.ts';

const kept = (setCookie: string) => setCookie.split(';')[0];

it.each([true, false])('reads what it has set (secure: %j)', (isSecure) => {
  const header = `theme=dark; ${kept(sessionCookie('value', isSecure, 1_000))}; other=1`;
  expect(readSessionCookie(header, isSecure)).toBe('value');
});

it('takes no session from the plain name over a secure connection, where another site could plant it', () => {
  expect(readSessionCookie('alur_session=planted', true)).toBeNull();
});

it('forgets by an empty cookie that is over at once', () => {
  expect(noSessionCookie(true)).toMatch(/^__Host-alur_session=; .*Max-Age=0; Secure$/);
});
