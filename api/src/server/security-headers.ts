import type { IncomingMessage, ServerResponse } from 'node:http';

const HOST = /^[A-Za-z0-9.[\]:-]{1,255}$/;

/**
 * Headers that let the app and GraphiQL run and nothing else: no foreign scripts, frames or connections.
 * Styles may be inline, because the interface's components set them.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  const { host = '' } = request.headers;
  // Not every browser takes 'self' to mean sockets too.
  const sockets = HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  response.setHeader(
    'content-security-policy',
    [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      `connect-src 'self'${sockets}`,
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}
