import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLSchema,
  type ParseOptions,
  parse,
} from 'graphql';
import { useServer as serveProtocol } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { apiError } from '../server/error-codes.ts';
import type { LiveSocket } from './subscriber.ts';

/** What the server knows and sockets need. */
export interface LiveServerOptions {
  readonly app: Pick<App, 'live'>;
  readonly schema: GraphQLSchema;
  /** The path sockets are opened on. */
  readonly path: string;
  /** False for a page of a foreign origin: its browser would send the user's cookie along. */
  isAllowed(request: IncomingMessage): boolean;
  /** Who opened the socket, by its headers or the parameters sent with `connection_init`; null for nobody known. */
  authenticate(request: IncomingMessage, parameters: Readonly<Record<string, unknown>>): Promise<Actor | null>;
  /** Limits of what is parsed. */
  readonly parseOptions: ParseOptions;
  /** The rules and limits every operation is held to, as over HTTP. */
  validate(document: DocumentNode, variables: Readonly<Record<string, unknown>>): readonly GraphQLError[];
  contextFor(actor: Actor): object;
  /** Makes an error fit for clients: masks what is none of their business. */
  formatError(error: GraphQLError): GraphQLError;
}

/** Subscriptions one socket may have open at once. */
const MOST_SUBSCRIPTIONS = 100;
const MOST_BYTES_IN = 1024 * 1024;

/**
 * Takes WebSockets on the server's own port. graphql-ws speaks the protocol; subscriptions are the hub's, queries and
 * mutations run as over HTTP.
 *
 * @returns a function that closes all sockets ("going away", so that clients come back) and takes no more.
 */
export function attachLive(server: Server, options: LiveServerOptions): () => Promise<void> {
  const { app, schema } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES_IN, perMessageDeflate: false });
  const clients = new WeakMap<WebSocket, { readonly actor: Actor; readonly socket: LiveSocket }>();

  const live = serveProtocol<Record<string, unknown>, { socket: WebSocket; request: IncomingMessage }>(
    {
      schema,
      async onConnect({ extra, connectionParams }) {
        const actor = await options.authenticate(extra.request, connectionParams ?? {});
        if (!actor) return false;
        if (extra.socket.readyState !== extra.socket.OPEN) return true;
        const socket = frameSocket(extra.socket, extra.request.socket);
        clients.set(extra.socket, { actor, socket });
        app.live.opened(socket, actor);
        return true;
      },
      onClose({ extra }) {
        const client = clients.get(extra.socket);
        if (client) app.live.closed(client.socket);
      },
      onSubscribe({ extra, subscriptions }, id, payload) {
        const client = clients.get(extra.socket);
        if (!client) return [apiError('UNAUTHENTICATED', 'Sign in first.')];
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS)
          return [apiError('RATE_LIMITED', `A socket may have ${MOST_SUBSCRIPTIONS} subscriptions. End some first.`)];
        const variableValues = payload.variables ?? {};
        let document: DocumentNode;
        try {
          document = parse(payload.query, options.parseOptions);
        } catch (error) {
          return [error as GraphQLError];
        }
        const errors = options.validate(document, variableValues);
        if (errors.length > 0) return errors;
        const args: ExecutionArgs & Place = {
          schema,
          document,
          operationName: payload.operationName,
          variableValues,
          contextValue: options.contextFor(client.actor),
          place: { ...client, id },
        };
        return args;
      },
      subscribe: async (args) => {
        const { socket, id, actor } = (args as ExecutionArgs & Place).place;
        return app.live.subscribe(args, socket, id, actor);
      },
      onNext: (_context, _id, _payload, _args, result) => {
        if (result.errors) Object.assign(result, { errors: result.errors.map(options.formatError) });
      },
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) => options.formatError(error as GraphQLError).toJSON()),
    },
    sockets,
  );

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://alur').pathname !== options.path) return refuse(socket, '404 Not Found');
    if (!options.isAllowed(request)) return refuse(socket, '403 Forbidden');
    sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
  };
  server.on('upgrade', upgrade);
  return async () => {
    server.off('upgrade', upgrade);
    await live.dispose();
  };
}

interface Place {
  readonly place: { readonly socket: LiveSocket; readonly id: string; readonly actor: Actor };
}

/**
 * A WebSocket that takes whole frames. They go to the connection beside ws, which writes its own frames whole and at
 * once (nothing is compressed), so that none gets into another.
 */
function frameSocket(webSocket: WebSocket, connection: Duplex): LiveSocket {
  return {
    get isOpen() {
      return webSocket.readyState === webSocket.OPEN;
    },
    get bufferedAmount() {
      return connection.writableLength;
    },
    write: (frame) => void connection.write(frame, 'latin1'),
    close: (code, reason) => webSocket.close(code, reason),
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
