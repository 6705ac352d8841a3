/** How a browser keeps its session. Over plain http other than on this computer, `Secure` cookies don't work. */
const SECURE_NAME = '__Host-alur_session';
const PLAIN_NAME = 'alur_session';

/** The session in a `Cookie` header. On secure connections only the name that no other site can plant counts. */
export function readSessionCookie(header: string | undefined, isSecure: boolean): string | null {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const [name = '', ...value] = part.trim().split('=');
    if (!cookies.has(name)) cookies.set(name, value.join('='));
  }
  return cookies.get(SECURE_NAME) ?? (isSecure ? null : cookies.get(PLAIN_NAME)) ?? null;
}

/** A `Set-Cookie` header that keeps the session until it expires. */
export function sessionCookie(value: string, isSecure: boolean, lastsMs: number): string {
  return build(value, isSecure, Math.floor(lastsMs / 1000));
}

/** A `Set-Cookie` header that forgets the session. */
export function noSessionCookie(isSecure: boolean): string {
  return build('', isSecure, 0);
}

function build(value: string, isSecure: boolean, maxAgeSeconds: number): string {
  const name = isSecure ? SECURE_NAME : PLAIN_NAME;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${isSecure ? '; Secure' : ''}`;
}
