import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { specifiedRules, validate } from 'graphql';
import { WebSocket } from 'ws';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { createContext } from '../server/context.ts';
import { buildGraphqlSchema } from '../server/graphql-schema.ts';
import { maskError } from '../server/mask-error.ts';
import { attachLive } from './attach-live.ts';

/** A socket server over an app; clients name the actor they are by credential. */
export interface LiveServer {
  connect(actor?: Actor): Promise<LiveClient>;
  close(): Promise<void>;
}

/** Serves an app's subscriptions on a free port. */
export async function serveLive(app: App, actors: readonly Actor[]): Promise<LiveServer> {
  const schema = buildGraphqlSchema();
  const server = createServer();
  const detach = attachLive(server, {
    app,
    schema,
    path: '/graphql',
    isAllowed: () => true,
    authenticate: async (_request, { credential }) =>
      actors.find(({ credentialId }) => credentialId === credential) ?? null,
    parseOptions: {},
    validate: (document) => validate(schema, document, [...specifiedRules]),
    contextFor: (actor) => createContext(app, actor),
    formatError: (error) => maskError(error, app.log),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    connect: (actor = actors[0]) => LiveClient.open(port, actor?.credentialId ?? ''),
    async close() {
      await detach();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** A client of the graphql-transport-ws protocol that keeps what it is sent. */
export class LiveClient {
  readonly #socket: WebSocket;
  readonly #messages: Message[] = [];
  readonly #waiting = new Set<() => void>();
  closeCode: number | null = null;
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      this.#messages.push(JSON.parse(String(data)) as Message);
      this.#wake();
    });
    socket.on('close', (code) => {
      this.closeCode = code;
      this.#wake();
    });
  }

  static async open(port: number, credential: string): Promise<LiveClient> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
    const client = new LiveClient(socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    socket.send(JSON.stringify({ type: 'connection_init', payload: { credential } }));
    await client.until(
      () => client.closeCode !== null || client.#messages.some(({ type }) => type === 'connection_ack'),
    );
    return client;
  }

  subscribe(query: string, variables: Record<string, unknown> = {}): Subscription {
    const id = `s${++this.#lastId}`;
    this.#socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
    const own = (type: string) => this.#messages.filter((message) => message.id === id && message.type === type);
    return {
      data: <T>() => own('next').map(({ payload }) => (payload as { data: T }).data),
      errors: () =>
        own('error').flatMap(({ payload }) => payload as { message: string; extensions: { code: string } }[]),
      until: (condition) => this.until(condition),
      end: () => this.#socket.send(JSON.stringify({ id, type: 'complete' })),
    };
  }

  /** Resolves once a condition holds; looks again with each message. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Waited 10 s in vain')), 10_000);
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  close(): void {
    this.#socket.close();
  }

  #wake(): void {
    for (const look of [...this.#waiting]) look();
  }
}

export interface Subscription {
  data<T>(): T[];
  errors(): { message: string; extensions: { code: string } }[];
  until(condition: () => boolean): Promise<void>;
  end(): void;
}
