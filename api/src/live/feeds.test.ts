import { buildSchema, parse } from 'graphql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { LiveGroup } from './live-group.ts';
import type { LogTopic, StateTopic } from './live-topic.ts';
import { LogFeed } from './log-feed.ts';
import { StateFeed } from './state-feed.ts';
import { type LiveSocket, Subscriber } from './subscriber.ts';

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
const app = {} as App;
const schema = buildSchema('type Query { a: Int } type Subscription { value: Int entries: [Int!] }');
const notice = { workspaceId: 'w', about: 'tickets' } as const;

/** A socket that takes everything until told to stop, and keeps it. */
function fakeSocket() {
  const frames: string[] = [];
  const socket = {
    isOpen: true as boolean,
    bufferedAmount: 0,
    closeCode: null as number | null,
    write: (frame: string) => void frames.push(frame.slice(frame.indexOf('{'))),
    close(code: number) {
      socket.isOpen = false;
      socket.closeCode = code;
    },
  } satisfies LiveSocket & { closeCode: number | null };
  const data = <T>() => frames.map((frame) => (JSON.parse(frame) as { payload: { data: T } }).payload.data);
  return { socket, data };
}

function groupOf(query: string): LiveGroup {
  const operation = { schema, document: parse(query), operationName: null, variables: {} };
  const group = new LiveGroup(operation, actor, { contextFor: () => ({}), formatError: (error) => error });
  group.subscriberCount = 1;
  return group;
}

const SLOW = 10 * 1024 * 1024;
const failed = (error: unknown) => {
  throw error;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function valueTopic() {
  const state = { value: 0, loads: 0 };
  const topic: StateTopic<{ value: number }> = {
    kind: 'state',
    intervalMs: 250,
    refreshMs: 5_000,
    concerns: () => true,
    async load() {
      state.loads++;
      return { root: { value: state.value }, fingerprint: String(state.value) };
    },
  };
  return { state, topic };
}

it('sends the first change after a quiet time at once, and those that follow at most four a second', async () => {
  const { state, topic } = valueTopic();
  const feed = new StateFeed(app, topic, () => 1, failed);
  const { socket, data } = fakeSocket();
  feed.join(new Subscriber(socket, '1', actor, failed), groupOf('subscription { value }'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(data()).toEqual([{ value: 0 }]);
  for (let changes = 0; changes < 100; changes++) {
    state.value++;
    feed.notice(notice);
    await vi.advanceTimersByTimeAsync(10);
    if (changes === 0) expect(data()).toEqual([{ value: 0 }, { value: 1 }]);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  feed.close();
  expect(data<{ value: number }>().at(-1)).toEqual({ value: 100 });
  expect(data().length).toBeLessThanOrEqual(7);
});

it('reads a burst of changes once, and sends nothing when nothing to be seen changed', async () => {
  const { state, topic } = valueTopic();
  const feed = new StateFeed(app, topic, () => 1, failed);
  const { socket, data } = fakeSocket();
  feed.join(new Subscriber(socket, '1', actor, failed), groupOf('subscription { value }'));
  await vi.advanceTimersByTimeAsync(1_000);
  const before = state.loads;
  for (let changes = 0; changes < 50; changes++) feed.notice(notice);
  await vi.advanceTimersByTimeAsync(1_000);
  feed.close();
  expect(state.loads - before).toBe(1);
  expect(data()).toHaveLength(1);
});

it('lets a slow client miss states, but never the latest; a very slow one is sent away', async () => {
  const { state, topic } = valueTopic();
  const feed = new StateFeed(app, topic, () => 1, failed);
  const { socket, data } = fakeSocket();
  feed.join(new Subscriber(socket, '1', actor, failed), groupOf('subscription { value }'));
  await vi.advanceTimersByTimeAsync(300);
  socket.bufferedAmount = SLOW;
  for (state.value = 1; state.value < 5; state.value++) {
    feed.notice(notice);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(data()).toEqual([{ value: 0 }]);
  socket.bufferedAmount = 0;
  await vi.advanceTimersByTimeAsync(300);
  expect(data()).toEqual([{ value: 0 }, { value: 4 }]);
  socket.bufferedAmount = SLOW;
  state.value = 6;
  feed.notice(notice);
  await vi.advanceTimersByTimeAsync(60_000);
  feed.close();
  expect(socket.closeCode).toBe(1013);
});

function logTopic() {
  const log: number[] = [];
  const reads = { count: 0, isFailing: false };
  const topic: LogTopic<{ entries: number[] }> = {
    kind: 'log',
    intervalMs: 100,
    refreshMs: 5_000,
    concerns: () => true,
    end: async () => String(log.length),
    async read(_app, _actor, { after, upTo }) {
      reads.count++;
      if (reads.isFailing) throw new Error('The database is away');
      const end = Number(upTo ?? log.length);
      const entries = log.slice(after === null ? Math.max(0, end - 2) : Number(after), end);
      return { root: { entries }, count: entries.length, position: String(end), isComplete: true };
    },
  };
  return { log, reads, topic };
}

const ENTRIES = 'subscription { entries }';
const flat = (data: { entries: number[] }[]) => data.flatMap(({ entries }) => entries);

it('lets a client that fell behind go on where it was left, without a gap or a double', async () => {
  const { log, topic } = logTopic();
  const feed = new LogFeed(app, topic, failed);
  const group = groupOf(ENTRIES);
  group.subscriberCount = 2;
  const [slow, steady] = [fakeSocket(), fakeSocket()];
  feed.join(new Subscriber(slow.socket, '1', actor, failed), group, null);
  feed.join(new Subscriber(steady.socket, '2', actor, failed), group, null);
  await vi.advanceTimersByTimeAsync(200);
  const write = async (entries: number) => {
    for (let index = 0; index < entries; index++) {
      log.push(log.length);
      feed.notice(notice);
      await vi.advanceTimersByTimeAsync(40);
    }
    await vi.advanceTimersByTimeAsync(300);
  };
  await write(5);
  slow.socket.bufferedAmount = SLOW;
  await write(20);
  slow.socket.bufferedAmount = 0;
  await write(10);
  feed.close();
  expect(flat(steady.data())).toEqual(log);
  expect(flat(slow.data())).toEqual(log);
});

it('brings a joiner to the present by its own reading, shared by those who missed the same', async () => {
  const { log, reads, topic } = logTopic();
  log.push(...Array.from({ length: 10 }, (_, index) => index));
  const feed = new LogFeed(app, topic, failed);
  const group = groupOf(ENTRIES);
  group.subscriberCount = 40;
  const clients = Array.from({ length: 40 }, () => fakeSocket());
  for (const { socket } of clients) feed.join(new Subscriber(socket, '1', actor, failed), group, '4');
  log.push(10);
  feed.notice(notice);
  await vi.advanceTimersByTimeAsync(500);
  log.push(11);
  feed.notice(notice);
  await vi.advanceTimersByTimeAsync(500);
  feed.close();
  for (const { data } of clients) expect(flat(data())).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  expect(reads.count).toBe(2);
});

it('goes on after a failure without losing anything', async () => {
  const { log, reads, topic } = logTopic();
  const failures: unknown[] = [];
  const feed = new LogFeed(app, topic, (error) => failures.push(error));
  const { socket, data } = fakeSocket();
  feed.join(new Subscriber(socket, '1', actor, failed), groupOf(ENTRIES), '0');
  await vi.advanceTimersByTimeAsync(200);
  reads.isFailing = true;
  log.push(1, 2);
  feed.notice(notice);
  await vi.advanceTimersByTimeAsync(200);
  reads.isFailing = false;
  await vi.advanceTimersByTimeAsync(6_000);
  feed.close();
  expect(failures).not.toHaveLength(0);
  expect(flat(data())).toEqual([1, 2]);
});

it('sends nothing to one who left while being welcomed', async () => {
  const { log, topic } = logTopic();
  log.push(1);
  const feed = new LogFeed(app, topic, failed);
  const group = groupOf(ENTRIES);
  const { socket, data } = fakeSocket();
  const member = new Subscriber(socket, '1', actor, failed);
  feed.join(member, group, '0');
  member.leave();
  feed.leave(member, group);
  await vi.advanceTimersByTimeAsync(500);
  feed.close();
  expect(data()).toEqual([]);
  expect(group.members.size).toBe(0);
});
