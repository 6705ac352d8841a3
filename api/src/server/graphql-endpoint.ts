import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { isAllowedOrigin } from '../access/origin.ts';
import type { App } from '../app.ts';
import { type Context, createContext } from './context.ts';
import { authenticateRequest, httpExchange } from './http-exchange.ts';
import { idempotent } from './idempotency.ts';
import { BadBody, BODY_LIMIT, type GraphqlBody, readGraphqlBody } from './request-body.ts';

/** An operation that has not been answered after this long is answered with 503. */
const TIME_LIMIT_MS = 30_000;

/** Answers POST requests with GraphQL operations. Never rejects; whatever goes wrong is answered as JSON. */
export function graphqlEndpoint(app: App, apollo: ApolloServer<Context>) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      if (request.method !== 'POST') {
        response.setHeader('allow', 'POST');
        throw new BadBody(405, 'METHOD_NOT_ALLOWED', 'Send operations by POST as application/json.');
      }
      if (!isAllowedOrigin(request, app.config))
        throw new BadBody(
          403,
          'FOREIGN_ORIGIN',
          'This page may not call Alur. Add its origin to ALUR_ALLOWED_ORIGINS.',
        );
      const body = await readGraphqlBody(request);
      if (body.bytes > BODY_LIMIT && !body.query.includes('importTickets'))
        throw new BadBody(
          413,
          'BODY_TOO_LARGE',
          `The request has ${body.bytes} bytes; at most 1 MB is allowed. A message may have 256 KB.`,
        );
      const actor = await authenticateRequest(app, request);
      const context = createContext(app, actor, httpExchange(app, request, response));
      const key = request.headers['idempotency-key'];
      const run = () => inTime(execute(apollo, request, body, context));
      const answer = actor && typeof key === 'string' ? await idempotent(app, actor, key, body, run) : await run();
      for (const [name, value] of answer.headers) response.setHeader(name, value);
      send(response, answer.status, answer.body);
    } catch (error) {
      if (error instanceof BadBody) return send(response, error.status, JSON.stringify(error));
      app.log.error({ err: error }, 'A request could not be answered');
      const unavailable = new BadBody(503, 'UNAVAILABLE', 'Alur can not answer now. Try again shortly.');
      response.setHeader('retry-after', '1');
      send(response, unavailable.status, JSON.stringify(unavailable));
    }
  };
}

/** An HTTP answer to an operation. */
export interface OperationAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

async function execute(
  apollo: ApolloServer<Context>,
  request: IncomingMessage,
  body: GraphqlBody,
  context: Context,
): Promise<OperationAnswer> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: async () => context,
  });
  if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not served');
  return { status: answer.status ?? 200, headers: answer.headers, body: answer.body.string };
}

async function inTime(work: Promise<OperationAnswer>): Promise<OperationAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const tooLate = new BadBody(
      503,
      'TIMED_OUT',
      `This took more than ${TIME_LIMIT_MS / 1000} s. Ask for less at once.`,
    );
    timer = setTimeout(() => reject(tooLate), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, status: number, body: string): void {
  if (response.destroyed || response.headersSent) return;
  response.statusCode = status;
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}
