/**
 * Fan-out to sockets: a burst of lines of the log, about 330 bytes each, to every client, from the change to the last
 * receipt; raw ws (a send per client), graphql-ws as it comes and Alur's hub in turns, the clients in a process of their
 * own. 1,000 clients, with `--many` 5,000 too. Bars, in messages per second by the clock: at least 0.8 of raw ws, at
 * least 3 times graphql-ws. The server's CPU is shown beside them: on few cores the receiving process bounds the clock.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { useServer as serveProtocol } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '../../api/src/access/actor.ts';
import type { App } from '../../api/src/app.ts';
import { attachLive } from '../../api/src/live/attach-live.ts';
import { LiveHub } from '../../api/src/live/live-hub.ts';
import { LiveSource } from '../../api/src/live/live-topic.ts';
import { inProcessNotices } from '../../api/src/live/notices.ts';
import { type Figures, figuresOf, figuresText, quantile } from './figures.bench-support.ts';
import type { Order, Report } from './live-clients.bench-support.ts';

/** Per number of clients. */
const DOSES = [
  { clients: 1_000, repetitions: 7, bursts: 4 },
  { clients: 5_000, repetitions: 5, bursts: 2 },
];
/** Messages per client and burst. */
const MESSAGES = 20;
const QUIET_MS = 50;
/** The hub rests after work; each burst here is one after a quiet time. */
const HUB_REST_SHARE = 4;
const BARS = { raw: 0.8, graphqlWs: 3 };

/** A line of the log as a board's feed asks for it. */
interface State {
  readonly cursor: string;
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly ticket: { readonly id: string; readonly number: number; readonly subject: string; readonly agent: string };
  readonly number: string;
  readonly sentAtNs: string;
}

const ID = '01935c2e-6d3b-7c1a-9f00-000000000000';

function stateOf(number: number): State {
  return {
    cursor: String(100_000 + number),
    id: ID,
    type: 'assigned',
    at: '2026-11-22T05:00:00.000Z',
    ticket: { id: ID, number: 4_711, subject: 'Category 26 / Subcategory 175', agent: 'Resolver 201' },
    number: String(number).padStart(6, '0'),
    sentAtNs: String(process.hrtime.bigint()).padStart(18, '0'),
  };
}

const NO_STATE = stateOf(0);
const QUERY = 'subscription Feed { events { cursor id type at ticket { id number subject agent } number sentAtNs } }';

/** One way of sending; all run at once, each on a port of its own, and only one at a time has clients. */
interface Contender {
  readonly name: 'raw ws' | 'graphql-ws as it comes' | 'Alur, shared';
  readonly query: string | null;
  readonly server: Server;
  /** Sends messages numbered from `first` to every client. */
  burst(first: number): void;
}

function schemaWith(subscribe: () => AsyncIterable<unknown>): GraphQLSchema {
  const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { type: GraphQLString }]));
  const ticket = new GraphQLObjectType({
    name: 'Ticket',
    fields: { ...texts('id', 'subject', 'agent'), number: { type: GraphQLInt } },
  });
  const events = new GraphQLObjectType({
    name: 'Events',
    fields: { ...texts('cursor', 'id', 'type', 'at', 'number', 'sentAtNs'), ticket: { type: ticket } },
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
  const ids = new Map<WebSocket, string>();
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.once('message', (data) => ids.set(socket, (JSON.parse(String(data)) as { id: string }).id));
    socket.once('close', () => ids.delete(socket));
  });
  return {
    name: 'raw ws',
    query: null,
    server,
    burst(first) {
      for (let number = first; number < first + MESSAGES; number++) {
        const rest = `,"type":"next","payload":${JSON.stringify({ data: { events: stateOf(number) } })}}`;
        for (const [socket, id] of ids) socket.send(`{"id":"${id}"${rest}`);
      }
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
    burst(first) {
      for (let number = first; number < first + MESSAGES; number++) {
        const state = stateOf(number);
        for (const listener of listeners) listener(state);
      }
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
  let written = 0;
  // Every line is a part of the log of its own: read once, executed once, sent to all.
  const source = new LiveSource('events', {
    kind: 'log',
    intervalMs: 0,
    refreshMs: 3_600_000,
    concerns: () => true,
    end: async () => String(written),
    async read(_app, _actor, { after, upTo, isCatchUp }) {
      const number = Number(after) + 1;
      if (isCatchUp || number > written)
        return { root: NO_STATE, count: 0, position: upTo ?? String(written), isComplete: true };
      return { root: stateOf(number), count: 1, position: String(number), isComplete: number >= written };
    },
  });
  const hub = new LiveHub({
    app: () => ({}) as App,
    notices,
    connections: { opened: () => {}, closed: () => {} },
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
    burst(first) {
      written = first + MESSAGES - 1;
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

/** Numbers go on over all measurements, so that no message is taken for one of another burst. */
const nextNumber = new Map<string, number>();

async function measure(contender: Contender, clients: Clients, count: number, bursts: number): Promise<Measure> {
  const { port } = contender.server.address() as AddressInfo;
  await clients.ask({ type: 'open', port, clients: count, query: contender.query });
  await wait(500 + count / 5);
  let busyMs = 0;
  let cpu = 0;
  const latencies: number[] = [];
  // The first burst warms up, and checks that every client gets every message once, in order and under its own id.
  for (let turn = 0; turn <= bursts; turn++) {
    const first = nextNumber.get(contender.name) ?? 1;
    nextNumber.set(contender.name, first + MESSAGES);
    await clients.ask({ type: 'burst', first, messages: MESSAGES, isChecked: turn === 0 });
    const done = clients.next();
    const cpuBefore = process.cpuUsage();
    const startedAtNs = Number(process.hrtime.bigint());
    contender.burst(first);
    const report = await done;
    if (report.type !== 'done') throw new Error('The clients are out of step');
    const tookMs = (report.lastAtNs - startedAtNs) / 1e6;
    if (turn > 0) {
      const { user, system } = process.cpuUsage(cpuBefore);
      cpu += user + system;
      busyMs += tookMs;
      latencies.push(...report.latenciesMs);
    }
    await wait(QUIET_MS + (contender.name === 'Alur, shared' ? HUB_REST_SHARE * tookMs : 0));
  }
  await clients.ask({ type: 'close' });
  await wait(300);
  const messages = count * bursts * MESSAGES;
  return { perSecond: (messages / busyMs) * 1000, p99Ms: quantile(latencies, 0.99), cpuMicroseconds: cpu / messages };
}

const contenders = [rawWs(), graphqlWs(), alur()];
for (const { server } of contenders) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const clients = new Clients();
let isPassed = true;
const results: Record<string, unknown>[] = [];
for (const { clients: count, repetitions, bursts } of process.argv.includes('--many') ? DOSES : DOSES.slice(0, 1)) {
  const measured = new Map(contenders.map(({ name }) => [name, [] as Measure[]]));
  for (let repetition = 0; repetition < repetitions; repetition++)
    for (const contender of contenders)
      measured.get(contender.name)?.push(await measure(contender, clients, count, bursts));
  const figures = (name: Contender['name'], pick: (measure: Measure) => number): Figures =>
    figuresOf((measured.get(name) ?? []).map(pick));
  console.log(`\n${count.toLocaleString('en')} clients, medians of ${repetitions} (smallest to largest)`);
  for (const { name } of contenders)
    console.log(
      `  ${name.padEnd(24)} ${figuresText(figures(name, (each) => each.perSecond)).padEnd(30)} messages/s, ` +
        `p99 ${figuresText(figures(name, (each) => each.p99Ms))} ms, ` +
        `${figuresText(
          figures(name, (each) => each.cpuMicroseconds),
          1,
        )} us CPU a message`,
    );
  const median = (name: Contender['name'], pick: (measure: Measure) => number) => figures(name, pick).median;
  const times = (name: Contender['name']) => ({
    cpu: median(name, (each) => each.cpuMicroseconds) / median('Alur, shared', (each) => each.cpuMicroseconds),
    clock: median('Alur, shared', (each) => each.perSecond) / median(name, (each) => each.perSecond),
  });
  const [ofRaw, ofGraphqlWs] = [times('raw ws'), times('graphql-ws as it comes')];
  const p99 = median('Alur, shared', (each) => each.p99Ms) / median('raw ws', (each) => each.p99Ms);
  const isGood = ofRaw.clock >= BARS.raw && ofGraphqlWs.clock >= BARS.graphqlWs;
  isPassed &&= isGood;
  console.log(
    `  Alur sends ${ofRaw.clock.toFixed(2)} times as much as raw ws (bar ${BARS.raw}) and ` +
      `${ofGraphqlWs.clock.toFixed(1)} times as much as graphql-ws (bar ${BARS.graphqlWs}): ${isGood ? 'reached' : 'NOT REACHED'}; ` +
      `in a second of CPU ${ofRaw.cpu.toFixed(2)} and ${ofGraphqlWs.cpu.toFixed(1)} times; p99 ${p99.toFixed(2)} of raw ws`,
  );
  results.push({ clients: count, ofRaw, ofGraphqlWs, p99OfRaw: p99, measured: Object.fromEntries(measured) });
}
clients.end();
console.log(JSON.stringify({ bench: 'live', isPassed, results }));
process.exit(isPassed ? 0 : 1);
