import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.ts';

/**
 * Whether the page that sent a request may: it is ours, or of an allowed origin, or there is no page (a program).
 * Browsers send cookies along for foreign pages too, and tell their origin truly.
 */
export function isAllowedOrigin(request: IncomingMessage, config: Config): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (config.allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

/** Where a request comes from, believing as many reverse proxies as the configuration says. */
export function clientOf(request: IncomingMessage, { trustedProxies }: Config): { address: string; isHttps: boolean } {
  const forwarded = (name: string) => {
    const header = request.headers[name];
    const entries = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim());
    return trustedProxies > 0 ? entries.at(-trustedProxies) || undefined : undefined;
  };
  return {
    address: forwarded('x-forwarded-for') ?? request.socket.remoteAddress ?? 'unknown',
    isHttps: forwarded('x-forwarded-proto') === 'https',
  };
}

/** Whether the browser that sent a request takes `Secure` cookies: over https, and from this computer (save Safari). */
export function takesSecureCookies(request: IncomingMessage, config: Config): boolean {
  if (clientOf(request, config).isHttps) return true;
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  const isHere = name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1' || name === '[::1]';
  const agent = request.headers['user-agent'] ?? '';
  return isHere && !(agent.includes('Safari/') && !/Chrom(e|ium)\//.test(agent));
}
