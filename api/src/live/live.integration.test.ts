import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { type LiveClient, type LiveServer, serveLive } from './live-client.test-support.ts';
import { watchCredentials } from './watch-credentials.ts';

interface Board {
  queueMetrics: {
    sequence: number;
    unassigned: number;
    open: number;
    queues: { queue: { name: string }; waiting: number; inProgress: number; arrivals: number; assigned: number }[];
  };
}
interface Batch {
  ticketEvents: { cursor: string; events: { sequence: string; type: string }[] };
}

const BOARD = `subscription { queueMetrics {
  sequence unassigned open queues { queue { name } waiting inProgress arrivals assigned } } }`;
const EVENTS = `subscription ($after: String, $where: TicketEventFilterInput) {
  ticketEvents(after: $after, where: $where) { cursor events { sequence type } } }`;

describeOnBothEngines('Live', (engine) => {
  let desk: Desk;
  let server: LiveServer;
  let clients: LiveClient[] = [];
  beforeAll(async () => {
    desk = await openDesk(engine.database);
    const viewer: Actor = { ...desk.actor, role: 'viewer', credentialId: 'viewer' };
    server = await serveLive(desk.app, [desk.actor, viewer]);
  });
  afterAll(async () => {
    for (const client of clients) client.close();
    await server.close();
    desk.app.live.close();
  });
  const connect = async (count: number) => {
    const opened = await Promise.all(Array.from({ length: count }, () => server.connect()));
    clients = [...clients, ...opened];
    return opened;
  };
  const accept = (count: number) =>
    Promise.all(Array.from({ length: count }, () => desk.app.acceptor.accept(desk.workspaceId, desk.intake())));

  it('reads the board once for all who watch it, and sends each the same', async () => {
    const load = vi.spyOn(desk.app.boards, 'load');
    const boards = (await connect(20)).map((client) => client.subscribe(BOARD));
    await Promise.all(boards.map((board) => board.until(() => board.data().length > 0)));
    const firstLoads = load.mock.calls.length;
    expect(firstLoads).toBeLessThanOrEqual(3);
    await accept(5);
    await Promise.all(
      boards.map((board) => board.until(() => board.data<Board>().at(-1)?.queueMetrics.unassigned === 5)),
    );
    expect(load.mock.calls.length - firstLoads).toBeLessThanOrEqual(3);
    const last = boards.map((board) => board.data<Board>().at(-1));
    expect(new Set(last.map((state) => JSON.stringify(state))).size).toBe(1);
    const fallback = last[0]?.queueMetrics.queues.find(({ queue }) => queue.name === 'Anything else');
    expect(fallback).toMatchObject({ waiting: 5, inProgress: 0, arrivals: 5, assigned: 0 });
    const sequences = (boards[0]?.data<Board>() ?? []).map(({ queueMetrics }) => queueMetrics.sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    load.mockRestore();
  });

  it('gives a joiner the state at once', async () => {
    const [client] = await connect(1);
    const board = client?.subscribe(BOARD);
    await board?.until(() => board.data().length > 0);
    expect(board?.data<Board>()[0]?.queueMetrics.unassigned).toBe(5);
  });

  it('sends the log without a gap or a double, also over a lost connection', async () => {
    const [steady, lossy] = await connect(2);
    if (!steady || !lossy) throw new Error('No clients');
    const all = steady.subscribe(EVENTS);
    const before = lossy.subscribe(EVENTS);
    await Promise.all([all.until(() => all.data().length > 0), before.until(() => before.data().length > 0)]);
    const flood = accept(120);
    await before.until(() => before.data().length > 1);
    lossy.close();
    const cursor = before.data<Batch>().at(-1)?.ticketEvents.cursor;
    await flood;
    const [back] = await connect(1);
    const after = back?.subscribe(EVENTS, { after: cursor });
    const [late] = await desk.rows<{ last: string }>('select last_event_sequence as last from workspace_counter');
    const isUpToDate = (batches: Batch[]) => Number(batches.at(-1)?.ticketEvents.cursor) >= Number(late?.last);
    await all.until(() => isUpToDate(all.data<Batch>()));
    await after?.until(() => isUpToDate(after.data<Batch>()));
    const stored = await desk.rows<{ sequence: string }>(
      'select sequence from ticket_event where sequence > (select max(sequence) - 240 from ticket_event) order by sequence',
    );
    const expected = stored.map(({ sequence }) => sequence);
    const seen = (batches: Batch[]) =>
      batches.flatMap(({ ticketEvents }) => ticketEvents.events.map(({ sequence }) => sequence));
    expect(seen(all.data<Batch>()).slice(-240)).toEqual(expected);
    const both = [...seen(before.data<Batch>()), ...seen(after?.data<Batch>() ?? [])];
    expect(both.slice(-240)).toEqual(expected);
    expect(new Set(both).size).toBe(both.length);
  });

  it('filters the log by type', async () => {
    const [client] = await connect(1);
    const queued = client?.subscribe(EVENTS, { where: { types: ['queued'] } });
    await queued?.until(() => queued.data().length > 0);
    const [first] = queued?.data<Batch>() ?? [];
    expect(first?.ticketEvents.events).toHaveLength(20);
    expect(new Set(first?.ticketEvents.events.map(({ type }) => type))).toEqual(new Set(['queued']));
  });

  it('sends a ticket now and after each change', async () => {
    const [made] = await accept(1);
    const [client] = await connect(1);
    const ticket = client?.subscribe(`subscription ($id: ID!) { ticketUpdated(id: $id) { status priority } }`, {
      id: made?.ticketId,
    });
    await ticket?.until(() => ticket.data().length > 0);
    await updateTicket(desk.app, desk.actor, { id: made?.ticketId ?? '', priority: 'urgent' });
    await ticket?.until(() => ticket.data().length > 1);
    expect(ticket?.data()).toEqual([
      { ticketUpdated: { status: 'NEW', priority: 'NORMAL' } },
      { ticketUpdated: { status: 'NEW', priority: 'URGENT' } },
    ]);
  });

  it('counts what came through the live version of a flow', async () => {
    const flowId = await desk.publish('Urgent ones', [
      { id: 'in', kind: 'trigger.ticketCreated' },
      {
        id: 'urgent',
        kind: 'filter.condition',
        config: { condition: { fact: 'ticket.priority', op: 'is', value: 'urgent' } },
        ports: { yes: 'tag' },
      },
      { id: 'tag', kind: 'action.tags', config: { add: ['hot'], remove: [] } },
    ]);
    const [client] = await connect(1);
    const query = `subscription ($id: ID!) { flowActivity(flowId: $id) {
      runs nodes { nodeId count } edges { edgeId count } } }`;
    const activity = client?.subscribe(query, { id: flowId });
    await activity?.until(() => activity.data().length > 0);
    await desk.app.acceptor.accept(desk.workspaceId, desk.intake({ priority: 'urgent' }));
    await accept(2);
    const last = () => activity?.data<{ flowActivity: { runs: number } }>().at(-1)?.flowActivity;
    await activity?.until(() => last()?.runs === 3);
    expect(last()).toEqual({
      runs: 3,
      nodes: [
        { nodeId: 'in', count: 3 },
        { nodeId: 'tag', count: 1 },
        { nodeId: 'urgent', count: 3 },
      ],
      edges: [
        { edgeId: 'in-then', count: 3 },
        { edgeId: 'urgent-yes', count: 1 },
      ],
    });
  });

  it('tells what is wrong with a subscription and lets the socket live', async () => {
    const [client] = await connect(1);
    const missing = client?.subscribe(`subscription { ticketUpdated(id: "nothing") { id } }`);
    await missing?.until(() => missing.errors().length > 0);
    expect(missing?.errors()[0]?.extensions.code).toBe('NOT_FOUND');
    const gone = client?.subscribe(`subscription { ticketUpdated(id: "${desk.workspaceId}") { id } }`);
    await gone?.until(() => gone.errors().length > 0);
    expect(gone?.errors()[0]?.extensions.code).toBe('NOT_FOUND');
    const malformed = client?.subscribe(EVENTS, { after: 'yesterday' });
    await malformed?.until(() => malformed.errors().length > 0);
    expect(malformed?.errors()[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(client?.closeCode).toBeNull();
  });

  it('sends nothing after the client ended its subscription', async () => {
    const [client] = await connect(1);
    const ended = client?.subscribe(EVENTS);
    const other = client?.subscribe(EVENTS);
    if (!ended || !other) throw new Error('No client');
    await ended.until(() => ended.data().length > 0 && other.data().length > 0);
    ended.end();
    // What was on its way when the server heard of it may still come; a ticket that is made afterwards may not.
    const marker = client?.subscribe(`subscription { ticketUpdated(id: "${desk.workspaceId}") { id } }`);
    await marker?.until(() => marker.errors().length > 0);
    const [endedBefore, otherBefore] = [ended.data().length, other.data().length];
    await accept(1);
    await other.until(() => other.data().length > otherBefore);
    expect(ended.data()).toHaveLength(endedBefore);
  });

  it('closes the sockets of a session that ended, and of nobody else', async () => {
    const revoked = await server.connect({ ...desk.actor, credentialId: 'viewer' });
    const [kept] = await connect(1);
    const board = revoked.subscribe(BOARD);
    await board.until(() => board.data().length > 0);
    const stop = watchCredentials(desk.app, {
      findEnded: async (_workspaceId, ids) => ids.filter((id) => id === 'viewer'),
    });
    desk.app.notices.publish({ workspaceId: desk.workspaceId, about: 'access' });
    await revoked.until(() => revoked.closeCode !== null);
    stop();
    expect(revoked.closeCode).toBe(4403);
    expect(kept?.closeCode).toBeNull();
  });

  it('takes nobody in whom it does not know', async () => {
    const stranger = await server.connect({ ...desk.actor, credentialId: 'made up' });
    expect(stranger.closeCode).toBe(4403);
  });
});
