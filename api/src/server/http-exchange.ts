import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../access/actor.ts';
import { clientOf, takesSecureCookies } from '../access/origin.ts';
import type { App } from '../app.ts';
import type { HttpExchange } from './context.ts';

/** Who sent a request. @param authorization stands in where a browser's socket can send no header. */
export function authenticateRequest(
  app: App,
  request: IncomingMessage,
  authorization: string | undefined = request.headers.authorization,
): Promise<Actor | null> {
  const { cookie } = request.headers;
  return app.authenticator.authenticate({
    ...(authorization !== undefined && { authorization }),
    ...(cookie !== undefined && { cookie }),
    isSecure: takesSecureCookies(request, app.config),
  });
}

/** What signing in and out need of an HTTP request and its answer. */
export function httpExchange(app: App, request: IncomingMessage, response: ServerResponse): HttpExchange {
  return {
    address: clientOf(request, app.config).address,
    isSecure: takesSecureCookies(request, app.config),
    setHeader: (name, value) => response.setHeader(name, value),
  };
}
