/**
 * Fan-out to sockets: one line of the log, about 330 bytes, to every client, measured from the change to the last receipt; raw
 * ws, graphql-ws as it comes and Alur's hub in turns, the clients in a process of their own. 1,000 clients, with
 * `--many` 5,000 too. Bars: at least 0.8 of raw ws, at least 3 times graphql-ws.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { useServer as serveProtocol } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Actor } from '../../api/src/access/actor.ts';
import type { App } from '../../api/src/app.ts';
import { attachLive } from '../../api/src/live/attach-live.ts';
import { LiveHub } from '../../api/src/live/live-hub.ts';
import { LiveSource } from '../../api/src/live/live-topic.ts';
import { inProcessNotices } from '../../api/src/live/notices.ts';
import { type Figures, figuresOf, figuresText, quantile } from './figures.bench-support.ts';
import type { Order, Report } from './live-clients.bench-support.ts';

const REPETITIONS = 7;
const ROUNDS = 12;
/** Between two rounds: longer than the hub's least interval, so that each change is one after a quiet time. */
const QUIET_MS = 60;
const BARS = { raw: 0.8, graphqlWs: 3 };

/** A line of the log as a board's feed asks for it. */
interface State {
  readonly cursor: string;
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly ticket: { readonly id: string; readonly number: number; readonly subject: string; readonly agent: string };
  readonly round: string;
  readonly sentAtNs: string;
}

const ID = '01935c2e-6d3b-7c1a-9f00-000000000000';

function stateOf(round: number): State {
  return {
    cursor: String(100_000 + round),
    id: ID,
    type: 'assigned',
    at: '2026-11-22T05:00:00.000Z',
    ticket: { id: ID, number: 4_711, subject: 'Category 26 / Subcategory 175', agent: 'Resolver 201' },
    round: String(round).padStart(6, '0'),
    sentAtNs: String(process.hrtime.bigint()).padStart(18, '0'),
  };
}

const NO_STATE = stateOf(0);
const QUERY = 'subscription Feed { events { cursor id type at ticket { id number subject agent } round sentAtNs } }';

/** One way of sending; all run at once, each on a port of its own, and only one at a time has clients. */
interface Contender {
  readonly name: 'raw ws' | 'graphql-ws as it comes' | 'Alur, shared';
  readonly query: string | null;
  readonly server: Server;
  send(round: number): void;
}

function schemaWith(subscribe: () => AsyncIterable<unknown>): GraphQLSchema {
  const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { type: GraphQLString }]));
  const ticket = new GraphQLObjectType({
    name: 'Ticket',
    fields: { ...texts('id', 'subject', 'agent'), number: { type: GraphQLInt } },
  });
  const events = new GraphQLObjectType({
    name: 'Events',
    fields: { ...texts('cursor', 'id', 'type', 'at', 'round', 'sentAtNs'), ticket: { type: ticket } },
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: texts('one') }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: { events: { type: events, subscribe, resolve: (root) => root } },
    }),
  });
}

function rawWs(): Contender {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  return {
    name: 'raw ws',
    query: null,
    server,
    send(round) {
      const text = JSON.stringify({ id: 'client-0000', type: 'next', payload: { data: { events: stateOf(round) } } });
      for (const socket of sockets.clients) socket.send(text);
    },
  };
}

function graphqlWs(): Contender {
  const server = createServer();
  const listeners = new Set<(state: State) => void>();
  const schema = schemaWith(() => statesOf(listeners));
  serveProtocol({ schema }, new WebSocketServer({ server }));
  return {
    name: 'graphql-ws as it comes',
    query: QUERY,
    server,
    send(round) {
      const state = stateOf(round);
      for (const listener of listeners) listener(state);
    },
  };
}

/** A subscriber's states, as a usual in-memory publisher gives them. */
async function* statesOf(listeners: Set<(state: State) => void>): AsyncGenerator<State> {
  const waiting: State[] = [];
  let wake = () => {};
  const listen = (state: State) => {
    waiting.push(state);
    wake();
  };
  listeners.add(listen);
  try {
    yield NO_STATE;
    for (;;) {
      const next = waiting.shift();
      if (next) yield next;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    listeners.delete(listen);
  }
}

function alur(): Contender {
  const server = createServer();
  const notices = inProcessNotices((error) => console.error(error));
  const actor: Actor = {
    workspaceId: 'w',
    kind: 'user',
    id: 'u',
    name: 'Viewer',
    role: 'viewer',
    agentId: null,
    locale: 'en',
    credentialId: 'c',
  };
  let state = NO_STATE;
  const source = new LiveSource('events', {
    kind: 'state',
    intervalMs: 0,
    refreshMs: 3_600_000,
    concerns: () => true,
    load: async () => ({ root: state, fingerprint: state.round }),
  });
  const hub = new LiveHub({
    app: () => ({}) as App,
    notices,
    contextFor: () => ({}),
    formatError: (error) => error,
    onError: (error) => console.error(error),
  });
  attachLive(server, {
    app: { live: hub },
    schema: schemaWith(() => source),
    path: '/',
    parseOptions: {},
    isAllowed: () => true,
    authenticate: async () => actor,
    validate: () => [],
    contextFor: () => ({}),
    formatError: (error) => error,
  });
  return {
    name: 'Alur, shared',
    query: QUERY,
    server,
    send(round) {
      state = stateOf(round);
      notices.publish({ workspaceId: 'w', about: 'tickets' });
    },
  };
}

interface Measure {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly cpuMicroseconds: number;
}

class Clients {
  readonly #child: ChildProcess;

  constructor() {
    this.#child = fork(join(import.meta.dirname, 'live-clients.bench-support.ts'));
  }

  /** Sends an order and resolves with the next report. */
  ask(order: Order): Promise<Report> {
    const answer = this.next();
    this.#child.send(order);
    return answer;
  }

  next(): Promise<Report> {
    return new Promise((resolve, reject) => {
      this.#child.once('message', (report: Report) =>
        report.type === 'wrong' ? reject(new Error(report.message)) : resolve(report),
      );
    });
  }

  end(): void {
    this.#child.kill();
  }
}

let round = 0;

async function measure(contender: Contender, clients: Clients, count: number): Promise<Measure> {
  const { port } = contender.server.address() as AddressInfo;
  round = 0;
  await clients.ask({ type: 'open', url: `ws://127.0.0.1:${port}/`, clients: count, query: contender.query });
  await wait(1_000);
  let busyMs = 0;
  let cpu = 0;
  const latencies: number[] = [];
  // The first rounds warm up, and check that every client gets every message once, under its own id.
  for (let turn = -2; turn < ROUNDS; turn++) {
    round += 1;
    await clients.ask({ type: 'round', round });
    const done = clients.next();
    const cpuBefore = process.cpuUsage();
    const startedAtNs = Number(process.hrtime.bigint());
    contender.send(round);
    const report = await done;
    if (report.type !== 'done' || report.latenciesMs.length !== count) throw new Error('A message is missing');
    if (turn >= 0) {
      const { user, system } = process.cpuUsage(cpuBefore);
      cpu += user + system;
      busyMs += (report.lastAtNs - startedAtNs) / 1e6;
      latencies.push(...report.latenciesMs);
    }
    await wait(QUIET_MS + 4 * ((report.lastAtNs - startedAtNs) / 1e6));
  }
  await clients.ask({ type: 'close' });
  await wait(300);
  const messages = count * ROUNDS;
  return {
    perSecond: (messages / busyMs) * 1000,
    p99Ms: quantile(latencies, 0.99),
    cpuMicroseconds: cpu / messages,
  };
}

const contenders = [rawWs(), graphqlWs(), alur()];
for (const { server } of contenders) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const clients = new Clients();
let isPassed = true;
const results: Record<string, unknown>[] = [];
for (const count of process.argv.includes('--many') ? [1_000, 5_000] : [1_000]) {
  const measured = new Map(contenders.map(({ name }) => [name, [] as Measure[]]));
  for (let repetition = 0; repetition < REPETITIONS; repetition++)
    for (const contender of contenders) measured.get(contender.name)?.push(await measure(contender, clients, count));
  const figures = (name: Contender['name'], pick: (measure: Measure) => number): Figures =>
    figuresOf((measured.get(name) ?? []).map(pick));
  console.log(`\n${count.toLocaleString('en')} clients, medians of ${REPETITIONS} (smallest to largest)`);
  for (const { name } of contenders)
    console.log(
      `  ${name.padEnd(24)} ${figuresText(figures(name, (each) => each.perSecond)).padEnd(30)} messages/s, ` +
        `p99 ${figuresText(figures(name, (each) => each.p99Ms))} ms, ` +
        `${figuresText(
          figures(name, (each) => each.cpuMicroseconds),
          1,
        )} us CPU a message`,
    );
  const speed = (name: Contender['name']) => figures(name, (each) => each.perSecond).median;
  const ofRaw = speed('Alur, shared') / speed('raw ws');
  const ofGraphqlWs = speed('Alur, shared') / speed('graphql-ws as it comes');
  const p99 = figures('Alur, shared', (each) => each.p99Ms).median / figures('raw ws', (each) => each.p99Ms).median;
  const isGood = ofRaw >= BARS.raw && ofGraphqlWs >= BARS.graphqlWs;
  isPassed &&= isGood;
  console.log(
    `  Alur: ${ofRaw.toFixed(2)} of raw ws (bar ${BARS.raw}), ${ofGraphqlWs.toFixed(1)} times graphql-ws ` +
      `(bar ${BARS.graphqlWs}), p99 ${p99.toFixed(2)} of raw ws: ${isGood ? 'reached' : 'NOT REACHED'}`,
  );
  results.push({ clients: count, ofRaw, ofGraphqlWs, p99OfRaw: p99, measured: Object.fromEntries(measured) });
}
clients.end();
console.log(JSON.stringify({ bench: 'live', isPassed, results }));
process.exit(isPassed ? 0 : 1);
