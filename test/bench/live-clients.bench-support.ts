/**
 * The clients of the live benchmark, in a process of their own: opens sockets, subscribes, counts what comes, and tells
 * its parent when every client has got a round's message, with the latencies.
 */
import { WebSocket } from 'ws';

/** What the parent asks for. */
export type Order =
  | { readonly type: 'open'; readonly url: string; readonly clients: number; readonly query: string | null }
  | { readonly type: 'round'; readonly round: number }
  | { readonly type: 'close' };

/** What the clients tell. Times are nanoseconds of the machine's monotonic clock. */
export type Report =
  | { readonly type: 'opened' }
  | {
      readonly type: 'done';
      readonly round: number;
      readonly lastAtNs: number;
      readonly latenciesMs: readonly number[];
    }
  | { readonly type: 'wrong'; readonly message: string };

/** The round and the time it was sent at stand at the end of each message, in digits of fixed width. */
export const TAIL = /"round":"(\d{6})","sentAtNs":"(\d{18})"\}*$/;

let sockets: WebSocket[] = [];
let round = 0;
let received = new Set<number>();
let latenciesMs: number[] = [];

function tell(report: Report): void {
  process.send?.(report);
}

function got(client: number, data: Buffer): void {
  const nowNs = Number(process.hrtime.bigint());
  const match = TAIL.exec(data.toString('latin1', Math.max(0, data.length - 90)));
  if (!match || round === 0 || Number(match[1]) !== round) return;
  if (received.has(client)) tell({ type: 'wrong', message: `Client ${client} got round ${round} twice` });
  received.add(client);
  latenciesMs.push((nowNs - Number(match[2])) / 1e6);
  if (received.size === sockets.length) tell({ type: 'done', round, lastAtNs: nowNs, latenciesMs });
}

async function open(url: string, clients: number, query: string | null): Promise<void> {
  sockets = [];
  for (let first = 0; first < clients; first += 200)
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(200, clients - first) }, (_, index) => connect(url, first + index, query)),
      )),
    );
  tell({ type: 'opened' });
}

function connect(url: string, client: number, query: string | null): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, query === null ? [] : ['graphql-transport-ws'], { perMessageDeflate: false });
    const id = `client-${client}`;
    socket.once('error', reject);
    socket.once('open', () => {
      if (query === null) return resolve(socket);
      socket.send('{"type":"connection_init"}');
      socket.once('message', () => {
        socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
        resolve(socket);
      });
    });
    socket.on('message', (data: Buffer) => {
      got(client, data);
      if (query !== null && round === 1 && !data.includes(`"${id}"`) && data.includes('"next"'))
        tell({ type: 'wrong', message: `Client ${client} got another one's message` });
    });
  });
}

function obey(order: Order): void {
  switch (order.type) {
    case 'open':
      open(order.url, order.clients, order.query).catch((error) => tell({ type: 'wrong', message: String(error) }));
      break;
    case 'round':
      round = order.round;
      received = new Set();
      latenciesMs = [];
      tell({ type: 'opened' });
      break;
    case 'close':
      for (const socket of sockets) socket.terminate();
      sockets = [];
      round = 0;
      tell({ type: 'opened' });
  }
}

process.on('message', obey);
