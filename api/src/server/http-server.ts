import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express, { type Express } from 'express';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { specifiedRules, validate } from 'graphql';
import { isAllowedOrigin } from '../access/origin.ts';
import type { App } from '../app.ts';
import { attachLive } from '../live/attach-live.ts';
import { watchCredentials } from '../live/watch-credentials.ts';
import { createApollo } from './apollo.ts';
import { createContext } from './context.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import { authenticateRequest } from './http-exchange.ts';
import { maskError } from './mask-error.ts';
import { operationLimits, PARSE_OPTIONS } from './operation-limits.ts';
import { setSecurityHeaders } from './security-headers.ts';

/** Folders of built pages; each is served if it exists. */
export interface Pages {
  readonly designer: string;
  readonly graphiql: string;
}

/** A server that takes requests. */
export interface RunningServer {
  /** The port it listens on, as chosen by the system where 0 was asked for. */
  readonly port: number;
  /** Stops being ready, lets requests under way end, closes sockets. Within about `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** Starts the GraphQL endpoint, its sockets, the pages and the health checks. @throws the system's error, EADDRINUSE and the like */
export async function startHttpServer(app: App, schema: GraphQLSchema, pages: Pages): Promise<RunningServer> {
  const apollo = createApollo(app, schema);
  await apollo.start();
  let isClosing = false;

  const http = express().disable('x-powered-by').disable('etag');
  http.use((request, response, next) => {
    setSecurityHeaders(request, response);
    next();
  });
  http.get('/livez', (_request, response) => {
    response.type('text').send('ok');
  });
  http.get('/readyz', async (_request, response) => {
    response.set('cache-control', 'no-store');
    const reason = isClosing ? 'closing' : await unready(app);
    response
      .status(reason ? 503 : 200)
      .type('text')
      .send(reason ?? 'ok');
  });
  http.use('/graphql', graphqlEndpoint(app, apollo));
  servePages(http, pages);
  // What a browser is told of a failure is no place for paths and stacks. Express knows it by its four parameters.
  http.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    const { status } = error as { status?: number };
    const isTheirs = status !== undefined && status >= 400 && status < 500;
    if (!isTheirs) app.log.error({ err: error }, 'A page could not be served');
    response
      .status(isTheirs ? status : 500)
      .type('text')
      .send(isTheirs ? 'Not found' : 'Something went wrong on our side');
  });

  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, http);
  const detachLive = attachLive(server, {
    app,
    schema,
    path: '/graphql',
    isAllowed: (request) => isAllowedOrigin(request, app.config),
    authenticate: (request, parameters) => authenticateRequest(app, request, bearerIn(parameters)),
    parseOptions: PARSE_OPTIONS,
    validate: (document) => validate(schema, document, [...specifiedRules, operationLimits]),
    contextFor: (actor) => createContext(app, actor),
    formatError: (error: GraphQLError) => maskError(error, app.log),
  });
  const stopWatching = watchCredentials(app, app.authenticator);
  const port = await listen(server, app.config.port, app.config.host);

  return {
    port,
    async close(graceMs) {
      isClosing = true;
      stopWatching();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const sockets = detachLive();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await Promise.all([closed, sockets]);
      clearTimeout(timer);
      await apollo.stop();
    },
  };
}

async function unready(app: App): Promise<string | null> {
  try {
    await app.database.ping();
    return null;
  } catch (error) {
    app.log.warn({ err: error }, 'The database does not answer');
    return 'the database does not answer';
  }
}

/** A token for a socket, which browsers open without headers: `{authorization: "Bearer …"}` in `connection_init`. */
function bearerIn(parameters: Readonly<Record<string, unknown>>): string | undefined {
  const given = parameters.authorization ?? parameters.Authorization;
  return typeof given === 'string' ? given : undefined;
}

function servePages(http: Express, { designer, graphiql }: Pages): void {
  const hashed = { immutable: true, maxAge: '1y', index: false, redirect: false } as const;
  if (existsSync(graphiql)) {
    http.use('/graphiql/assets', express.static(join(graphiql, 'assets'), hashed));
    http.get(['/graphiql', '/graphiql/'], (_request, response) => page(response, join(graphiql, 'index.html')));
  }
  if (existsSync(designer)) {
    http.use('/assets', express.static(join(designer, 'assets'), hashed));
    http.use(express.static(designer, { index: false, redirect: false, maxAge: '1h' }));
    // Every other path without a file ending is a place in the app.
    http.get(/^\/(?!assets\/|graphql|graphiql)[^.]*$/, (_request, response) =>
      page(response, join(designer, 'index.html')),
    );
  }
  http.use((_request, response) => {
    response.status(404).type('text').send('Not found');
  });
}

function page(response: express.Response, file: string): void {
  response.sendFile(file, { headers: { 'cache-control': 'no-cache' } });
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
