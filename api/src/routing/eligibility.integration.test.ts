import { beforeEach, describe, expect, it } from 'vitest';
import { setPresence } from '../agents/set-presence.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { updateQueue } from '../queues/queue-set-up.ts';
import { Loaders } from '../server/loaders.ts';
import { whyNotKey, whyNotOfTicket } from '../tickets/explain-tickets.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { HOUR, MINUTE, type RoutingDesk, routingDesk } from './routing-desk.test-support.ts';

describeOnBothEngines('who is eligible, and where tickets go on', (engine) => {
  let desk: Desk;
  let routing: RoutingDesk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
    routing = routingDesk(desk);
  });

  describe('eligibility', () => {
    it('keeps to channels, presence on a channel and its capacity', async () => {
      await desk.rows(`update channel set type = 'chat'`);
      const mailOnly = await desk.addAgent();
      const awayOnChat = await desk.addAgent();
      const narrow = await desk.addAgent({ capacity: 9 });
      await desk.rows(`update agent set channel_types = '{mail}' where id = ?`, [mailOnly]);
      await setPresence(desk.app, desk.actor, { agentId: awayOnChat, presence: 'away', channelType: 'chat' });
      await desk.rows(`update agent set channel_capacity = '{"chat": 1}' where id = ?`, [narrow]);
      const first = await routing.create();
      const second = await routing.create();
      expect([await routing.assigneeOf(first), await routing.assigneeOf(second)]).toEqual([narrow, null]);
      expect(await routing.why(second)).toContain('1 away, 1 not on channel chat, 1 at full capacity on chat');
      await setPresence(desk.app, desk.actor, { agentId: awayOnChat, channelType: 'chat' });
      await desk.app.dispatcher.settled();
      expect(await routing.assigneeOf(second)).toBe(awayOnChat);
    });

    it('gives nothing out of shift, and says why not in the asked language', async () => {
      const night = await routing.addCalendar('20:00', '23:00');
      const agent = await desk.addAgent({ name: 'Night agent' });
      await desk.rows('update agent set shift_calendar_id = ? where id = ?', [night, agent]);
      const ticketId = await routing.create();
      expect(await routing.assigneeOf(ticketId)).toBeNull();
      const loaders = new Loaders(desk.app.database, desk.workspaceId);
      const ask = (locale: 'en' | 'id') =>
        loaders.load(whyNotOfTicket, whyNotKey(ticketId, agent, locale, desk.clock.nowMs()));
      expect(await ask('en')).toContain('Night agent');
      expect(await ask('en')).toMatch(/shift/);
      expect(await ask('id')).not.toBe(await ask('en'));
      await routing.pass(12 * HOUR);
      expect(await routing.assigneeOf(ticketId)).toBe(agent);
    });

    it('asks for the place, and prefers who served the contact last', async () => {
      const far = await desk.addAgent();
      const near = await desk.addAgent();
      await desk.rows(`update agent set location = 'Bandung' where id = ?`, [near]);
      await desk.rows(`update agent set location = 'Medan' where id = ?`, [far]);
      const flowId = await routing.routeTo({ requirement: { skills: [], location: 'bandung' } });
      expect(await routing.assigneeOf(await routing.create())).toBe(near);
      await desk.rows('update flow set live_version_id = null where id = ?', [flowId]);
      await desk.rows('update workspace_counter set flows_revision = flows_revision + 1');
      await routing.routeTo({ prefer: 'lastAgent' });
      const again = await Promise.all([routing.create(), routing.create()]);
      expect(await Promise.all(again.map(routing.assigneeOf))).toEqual([near, near]);
      expect(await routing.why(again[0] ?? '')).toMatch(/prefer/i);
    });

    it('goes by the SLA that is due first in queues of that policy, which can be switched while tickets wait', async () => {
      const tickets = [await routing.create(), await routing.create(), await routing.create()];
      const clock = `insert into ticket_clock (workspace_id, ticket_id, metric, episode, is_running, started_at, due_at)
        values (?, ?, 'firstReply', 1, true, ?, ?)`;
      for (const [index, inMinutes] of [30, 20].entries()) {
        const dueAt = new Date(desk.clock.nowMs() + inMinutes * MINUTE);
        await desk.rows(clock, [desk.workspaceId, tickets[index], new Date(desk.clock.nowMs()), dueAt]);
      }
      await updateQueue(desk.app, desk.actor, { id: desk.fallbackQueueId, policy: 'dueFirst' });
      await desk.app.dispatcher.settled();
      for (const expected of [1, 0, 2]) {
        const agent = await desk.addAgent({ capacity: 1 });
        await routing.settle();
        expect(await desk.rows('select id from ticket where assignee_id = ?', [agent])).toEqual([
          { id: tickets[expected] },
        ]);
      }
    });

    it('lets the first to come take their share of a backlog, and all of it once the time is over', async () => {
      const shift = await routing.addCalendar('08:00', '17:00');
      const agents = await Promise.all([1, 2, 3].map(() => desk.addAgent({ capacity: 6, presence: 'offline' })));
      await desk.rows('update agent set shift_calendar_id = ?', [shift]);
      await Promise.all([1, 2, 3, 4, 5, 6].map(() => routing.create()));
      await setPresence(desk.app, desk.actor, { agentId: agents[0] ?? '', presence: 'online' });
      await desk.app.dispatcher.settled();
      const held = () => desk.rows('select 1 from ticket where assignee_id is not null');
      expect(await held()).toHaveLength(2);
      await routing.pass(16 * MINUTE);
      expect(await held()).toHaveLength(6);
    });
  });

  describe('a ladder', () => {
    const skillTarget = () => ({
      requirement: { skills: [{ skillId: desk.skillIds.billing, level: 3, drop: 1 }] },
      timeoutMs: 5 * MINUTE,
    });

    it('gives up droppable skills, then the queue, each when its time has come, with the age kept', async () => {
      await routing.routeTo(skillTarget());
      const ticketId = await routing.create();
      const [before] = await desk.rows<{ queued_at: string; next_rung_at: string }>(
        'select queued_at, next_rung_at from queue_entry',
      );
      expect(new Date(before?.next_rung_at ?? 0).getTime()).toBe(desk.clock.nowMs() + 5 * MINUTE);
      await routing.pass(5 * MINUTE - 1);
      expect(await routing.eventTypes(ticketId)).not.toContain('laddered');
      await routing.pass(1);
      expect(await desk.rows('select requirement, rung, queue_id from queue_entry')).toEqual([
        { requirement: { skills: [] }, rung: 1, queue_id: desk.queueId },
      ]);
      expect(await routing.why(ticketId)).toContain('it no longer asks for Billing');
      await routing.pass(5 * MINUTE);
      expect(await routing.queueOf(ticketId)).toBe(desk.fallbackQueueId);
      const [after] = await desk.rows<{ queued_at: string }>('select queued_at, next_rung_at from queue_entry');
      expect(after?.queued_at).toEqual(before?.queued_at);
      expect(await routing.why(ticketId, 'id')).toContain('tiket pindah ke antrean Anything else');
      const agent = await desk.addAgent();
      await routing.settle();
      expect(await routing.assigneeOf(ticketId)).toBe(agent);
    });

    it('catches up at once with what came due while nobody ran', async () => {
      await routing.routeTo({ ...skillTarget(), ladder: [] });
      const ticketId = await routing.create();
      desk.clock.advance(3 * HOUR);
      desk.app.dispatcher.wake(desk.workspaceId);
      await desk.app.dispatcher.settled();
      expect(await routing.queueOf(ticketId)).toBe(desk.fallbackQueueId);
    });

    it('skips a target nobody can serve where its condition holds, and only then', async () => {
      const skipIf = { fact: 'queue.availableAgents', op: 'lessThan', value: 1 };
      await routing.routeTo({
        requirement: { skills: [{ skillId: desk.skillIds.billing, level: 3 }] },
        timeoutMs: HOUR,
        skipIf,
      });
      const agent = await desk.addAgent({ skills: { [desk.skillIds.billing]: 4 }, capacity: 1 });
      const served = await routing.create();
      expect(await routing.assigneeOf(served)).toBe(agent);
      expect(await routing.eventTypes(served)).not.toContain('laddered');
      const skipped = await routing.create();
      expect(await routing.queueOf(skipped)).toBe(desk.fallbackQueueId);
      expect(await routing.eventTypes(skipped)).toContain('laddered');
    });
  });
});
