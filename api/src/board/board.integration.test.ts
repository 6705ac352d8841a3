import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';

interface StoredEvent {
  readonly type: string;
  readonly queue_id: string | null;
  readonly ms: number;
  readonly data: Record<string, { to?: unknown }>;
}

describeOnBothEngines('The board', (engine) => {
  let desk: Desk;
  const agents: string[] = [];
  beforeAll(async () => {
    desk = await openDesk(engine.database);
    await desk.publish('Route urgent ones', [
      { id: 'in', kind: 'trigger.ticketCreated' },
      {
        id: 'urgent',
        kind: 'filter.condition',
        config: { condition: { fact: 'ticket.priority', op: 'isOneOf', value: ['urgent', 'high'] } },
      },
      {
        id: 'route',
        kind: 'action.route',
        config: { queueId: desk.queueId, requirement: { skills: [{ skillId: desk.skillIds.billing, level: 2 }] } },
      },
    ]);
    for (const level of [3, 5])
      agents.push(await desk.addAgent({ capacity: 4, skills: { [desk.skillIds.billing]: level } }));
  });

  const accept = (count: number, priority: string) =>
    Promise.all(
      Array.from({ length: count }, () => desk.app.acceptor.accept(desk.workspaceId, desk.intake({ priority }))),
    );

  /** The same figures from the whole log and every ticket, the slow way. */
  async function bruteForce() {
    const nowMs = desk.clock.nowMs();
    const firstMinute = Math.floor(nowMs / 60_000) - 59;
    const events = await desk.rows<StoredEvent>(
      'select type, queue_id, (extract(epoch from at) * 1000)::float8 as ms, data from ticket_event',
    );
    const recent = events.filter(({ ms }) => Math.floor(ms / 60_000) >= firstMinute);
    const isTaken = ({ type, data }: StoredEvent) => type === 'assigned' && data['ticket.assignee']?.to != null;
    const tickets = await desk.rows<{ queue_id: string; assignee_id: string | null; status: string }>(
      `select queue_id, assignee_id, status from ticket`,
    );
    const active = tickets.filter(({ status }) => ['new', 'open'].includes(status));
    const entries = await desk.rows<{ queue_id: string; priority: string; ms: number }>(
      'select queue_id, priority, (extract(epoch from queued_at) * 1000)::float8 as ms from queue_entry',
    );
    const targetMs = { low: 14_400_000, normal: 3_600_000, high: 900_000, urgent: 300_000 } as Record<string, number>;
    const share = (entry: { priority: string; ms: number }) => (nowMs - entry.ms) / (targetMs[entry.priority] ?? 1);
    const queueIds = [desk.queueId, desk.fallbackQueueId];
    return {
      open: active.length,
      unassigned: active.filter(({ assignee_id }) => assignee_id === null).length,
      queues: queueIds.map((queueId) => {
        const own = entries.filter(({ queue_id }) => queue_id === queueId);
        const oldest = Math.min(...own.map(({ ms }) => ms));
        return {
          queueId,
          waiting: own.length,
          inProgress: active.filter(({ queue_id, assignee_id }) => queue_id === queueId && assignee_id !== null).length,
          longestWaitingSince: own.length === 0 ? null : new Date(oldest),
          atRisk: own.filter((entry) => share(entry) > 0.7 && share(entry) <= 1).length,
          breached: own.filter((entry) => share(entry) > 1).length,
          arrivals: recent.filter(({ type, queue_id }) => type === 'queued' && queue_id === queueId).length,
          assigned: recent.filter((event) => isTaken(event) && event.queue_id === queueId).length,
        };
      }),
      arrivals: Array.from({ length: 60 }, (_, index) => {
        const own = recent.filter(({ ms }) => Math.floor(ms / 60_000) === firstMinute + index);
        return {
          at: new Date((firstMinute + index) * 60_000),
          arrived: own.filter(({ type }) => type === 'created').length,
          assigned: own.filter(isTaken).length,
          solved: own.filter(({ type }) => type === 'solved').length,
        };
      }),
    };
  }

  it('shows what the log and the tickets say, at every moment of two hours', async () => {
    for (let step = 0; step < 26; step++) {
      const made = await accept(1 + (step % 4), ['low', 'normal', 'high', 'urgent'][step % 4] ?? 'normal');
      await desk.app.dispatcher.settled();
      if (step % 3 === 0)
        for (const { ticketId } of made)
          await updateTicket(desk.app, desk.actor, { id: ticketId, status: step % 2 === 0 ? 'solved' : 'pending' });
      await desk.app.dispatcher.settled();
      const { queues, arrivals, open, unassigned } = await desk.app.boards.load(desk.workspaceId);
      expect({ queues, arrivals, open, unassigned }).toEqual(await bruteForce());
      desk.clock.advance(step % 5 === 0 ? 20_000 : 290_000);
    }
  });

  it('shows what each agent holds, and since when one is idle', async () => {
    const { agents: shown } = await desk.app.boards.load(desk.workspaceId);
    const held = await desk.rows<{ assignee_id: string; count: number }>(
      `select assignee_id, count(*)::int as count from ticket
       where status in ('new', 'open') and assignee_id is not null group by 1`,
    );
    for (const agent of shown) {
      const count = held.find(({ assignee_id }) => assignee_id === agent.agentId)?.count ?? 0;
      expect(agent).toMatchObject({ openTickets: count, load: count, capacity: 4, presence: 'online' });
      expect(agent.idleSince === null).toBe(count > 0);
    }
    expect(shown.map(({ agentId }) => agentId).sort()).toEqual([...agents].sort());
  });

  it('keeps agreeing when an import writes into the hour that was counted already', async () => {
    await desk.app.boards.load(desk.workspaceId);
    const at = new Date(desk.clock.nowMs() - 30 * 60_000);
    await desk.rows(
      `insert into ticket_event (workspace_id, sequence, id, ticket_id, type, actor_kind, at)
       select workspace_id, 1000000, gen_random_uuid(), id, 'solved', 'api', ? from ticket limit 1`,
      [at],
    );
    desk.clock.advance(61_000);
    const { arrivals } = await desk.app.boards.load(desk.workspaceId);
    expect(arrivals).toEqual((await bruteForce()).arrivals);
  });
});
