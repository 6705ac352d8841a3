/**
 * The clients of the live benchmark, in a process of their own: opens sockets, subscribes, looks at what comes, and tells
 * its parent when every client has got a round's message, with the latencies. It speaks WebSocket by hand: a client
 * library would take longer to receive a message than the server to send it.
 */
import { connect as connectTcp, type Socket } from 'node:net';

/** What the parent asks for. */
export type Order =
  | { readonly type: 'open'; readonly port: number; readonly clients: number; readonly query: string | null }
  /** Expect so many messages per client, numbered from `first`. */
  | { readonly type: 'burst'; readonly first: number; readonly messages: number; readonly isChecked: boolean }
  | { readonly type: 'close' };

/** What the clients tell. Times are nanoseconds of the machine's monotonic clock. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly lastAtNs: number; readonly latenciesMs: readonly number[] }
  | { readonly type: 'wrong'; readonly message: string };

/** Each message ends like this: its number and the time it was sent at are digits of fixed width. */
const ENDING = '"number":"000000","sentAtNs":"000000000000000000"}}}}';
const NUMBER_AT = ENDING.length - ENDING.indexOf('000000');
const SENT_AT = ENDING.length - ENDING.lastIndexOf('000000000000000000');

interface Client {
  readonly name: string;
  readonly socket: Socket;
  /** A frame that has come in part. */
  rest: Buffer | null;
  next: number;
}

let clients: Client[] = [];
let burst = { first: 0, messages: 0, isChecked: false };
let missing = 0;
let latenciesMs: number[] = [];

function tell(report: Report): void {
  process.send?.(report);
}

/** A frame from a client: masked, here with zeros. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const header = Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 255, 0, 0, 0, 0]);
  return Buffer.concat([header, payload]);
}

function got(client: Client, segment: Buffer): void {
  const nowNs = Number(process.hrtime.bigint());
  const data = client.rest ? Buffer.concat([client.rest, segment]) : segment;
  let start = 0;
  for (;;) {
    if (data.length - start < 4) break;
    const isLong = data[start + 1] === 126;
    const from = start + (isLong ? 4 : 2);
    const end = from + (isLong ? data.readUInt16BE(start + 2) : (data[start + 1] ?? 0));
    if (data.length < end) break;
    if (burst.messages > 0) message(client, data, from, end, nowNs);
    start = end;
  }
  client.rest = start === data.length ? null : data.subarray(start);
}

function message(client: Client, data: Buffer, from: number, end: number, nowNs: number): void {
  const number = Number(data.toString('latin1', end - NUMBER_AT, end - NUMBER_AT + 6));
  if (number < burst.first) return;
  if (number !== client.next) tell({ type: 'wrong', message: `${client.name} got ${number} for ${client.next}` });
  if (burst.isChecked) {
    const { id, type } = JSON.parse(data.toString('utf8', from, end)) as { id: string; type: string };
    if (id !== client.name || type !== 'next') tell({ type: 'wrong', message: `${client.name} got ${type} for ${id}` });
  }
  client.next++;
  latenciesMs.push((nowNs - Number(data.toString('latin1', end - SENT_AT, end - SENT_AT + 18))) / 1e6);
  if (--missing === 0) tell({ type: 'done', lastAtNs: nowNs, latenciesMs });
}

async function open(port: number, count: number, query: string | null): Promise<void> {
  clients = [];
  for (let first = 0; first < count; first += 200)
    clients.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(200, count - first) }, (_, index) => connect(port, first + index, query)),
      )),
    );
  tell({ type: 'ready' });
}

/** Opens a socket and subscribes, or tells its name to the raw server; resolves once the server has said yes. */
function connect(port: number, index: number, query: string | null): Promise<Client> {
  return new Promise((resolve, reject) => {
    const name = `client-${String(index).padStart(5, '0')}`;
    const socket = connectTcp({ port, host: '127.0.0.1', noDelay: true });
    const client: Client = { name, socket, rest: null, next: 0 };
    socket.once('error', reject);
    socket.write(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
        `${query === null ? '' : 'Sec-WebSocket-Protocol: graphql-transport-ws\r\n'}\r\n`,
    );
    const listen = (hello: string) => {
      socket.on('data', (data) => got(client, data));
      socket.write(frame(hello));
      resolve(client);
    };
    socket.once('data', (answer) => {
      if (!answer.toString('latin1').startsWith('HTTP/1.1 101')) return reject(new Error(String(answer)));
      if (query === null) return listen(JSON.stringify({ id: name }));
      socket.write(frame('{"type":"connection_init"}'));
      socket.once('data', () => listen(JSON.stringify({ id: name, type: 'subscribe', payload: { query } })));
    });
  });
}

function obey(order: Order): void {
  switch (order.type) {
    case 'open':
      open(order.port, order.clients, order.query).catch((error) => tell({ type: 'wrong', message: String(error) }));
      break;
    case 'burst':
      burst = order;
      for (const client of clients) client.next = order.first;
      missing = clients.length * order.messages;
      latenciesMs = [];
      tell({ type: 'ready' });
      break;
    case 'close':
      for (const { socket } of clients) socket.destroy();
      clients = [];
      burst = { first: 0, messages: 0, isChecked: false };
      tell({ type: 'ready' });
  }
}

process.on('message', obey);
