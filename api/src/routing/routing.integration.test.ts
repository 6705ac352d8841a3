import { type Calendar, classKeyOf } from '@alur/engine';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { setPresence } from '../agents/set-presence.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { updateQueue } from '../queues/queue-set-up.ts';
import { Loaders } from '../server/loaders.ts';
import { Refusal } from '../server/refusal.ts';
import { addMessage } from '../tickets/add-message.ts';
import { assignTicket } from '../tickets/assign-ticket.ts';
import { whyKey, whyNotKey, whyNotOfTicket, whyOfTicket } from '../tickets/explain-tickets.ts';
import { escalateTicket, transferTicket } from '../tickets/hand-over.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { acceptOffer, declineOffer, listOffers } from './answer-offer.ts';
import { learnNow, listProficiencies, setProficiency } from './proficiencies.ts';
import { updateRoutingSettings } from './routing-settings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describeOnBothEngines('routing', (engine) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
  });

  const settle = async () => {
    await desk.app.timers.fire();
    desk.app.dispatcher.wake(desk.workspaceId);
    await desk.app.dispatcher.settled();
  };
  const pass = async (ms: number) => {
    desk.clock.advance(ms);
    await settle();
  };
  const create = async (over?: Parameters<Desk['intake']>[0]) => {
    const { ticketId } = await desk.app.acceptor.accept(desk.workspaceId, desk.intake(over));
    await desk.app.dispatcher.settled();
    return ticketId;
  };
  const assigneeOf = async (ticketId: string) => {
    const [row] = await desk.rows<{ assignee_id: string | null }>('select assignee_id from ticket where id = ?', [
      ticketId,
    ]);
    return row?.assignee_id ?? null;
  };
  const queueOf = async (ticketId: string) => {
    const [row] = await desk.rows<{ queue_id: string }>('select queue_id from ticket where id = ?', [ticketId]);
    return row?.queue_id;
  };
  const eventTypes = async (ticketId: string) => {
    const rows = await desk.rows<{ type: string }>(
      'select type from ticket_event where ticket_id = ? order by sequence',
      [ticketId],
    );
    return rows.map(({ type }) => type);
  };
  const why = async (ticketId: string, locale: 'en' | 'id' = 'en') => {
    const loaders = new Loaders(desk.app.database, desk.workspaceId);
    const entries = (await loaders.load(whyOfTicket, whyKey(ticketId, locale, desk.clock.nowMs()))) ?? [];
    return entries.flatMap(({ text, details }) => [text, ...details]).join('\n');
  };
  const as = (agentId: string): Actor => ({ ...desk.actor, role: 'agent', agentId });
  const routeTo = (config: Record<string, unknown>) =>
    desk.publish('Route', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'route', kind: 'action.route', config: { queueId: desk.queueId, requirement: { skills: [] }, ...config } },
    ]);
  const addCalendar = async (from: string, to: string) => {
    const id = v7();
    const document: Calendar = {
      timeZone: 'UTC',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to })),
      holidays: [],
      exceptions: [],
    };
    await desk.rows('insert into calendar (workspace_id, id, name, document, is_default) values (?, ?, ?, ?, false)', [
      desk.workspaceId,
      id,
      id,
      JSON.stringify(document),
    ]);
    return id;
  };
  const failure = async (work: Promise<unknown>) => {
    const error = await work.catch((thrown: unknown) => thrown);
    return error instanceof Refusal ? error.userErrors[0]?.code : error;
  };

  describe('eligibility', () => {
    it('keeps to channels, presence on a channel and its capacity', async () => {
      await desk.rows(`update channel set type = 'chat'`);
      const mailOnly = await desk.addAgent();
      const awayOnChat = await desk.addAgent();
      const narrow = await desk.addAgent({ capacity: 9 });
      await desk.rows(`update agent set channel_types = '{mail}' where id = ?`, [mailOnly]);
      await setPresence(desk.app, desk.actor, { agentId: awayOnChat, presence: 'away', channelType: 'chat' });
      await desk.rows(`update agent set channel_capacity = '{"chat": 1}' where id = ?`, [narrow]);
      const first = await create();
      const second = await create();
      expect([await assigneeOf(first), await assigneeOf(second)]).toEqual([narrow, null]);
      expect(await why(second)).toContain('1 away, 1 not on channel chat, 1 at full capacity on chat');
      await setPresence(desk.app, desk.actor, { agentId: awayOnChat, channelType: 'chat' });
      await desk.app.dispatcher.settled();
      expect(await assigneeOf(second)).toBe(awayOnChat);
    });

    it('gives nothing out of shift, and says why not in the asked language', async () => {
      const night = await addCalendar('20:00', '23:00');
      const agent = await desk.addAgent({ name: 'Night agent' });
      await desk.rows('update agent set shift_calendar_id = ? where id = ?', [night, agent]);
      const ticketId = await create();
      expect(await assigneeOf(ticketId)).toBeNull();
      const loaders = new Loaders(desk.app.database, desk.workspaceId);
      const ask = (locale: 'en' | 'id') =>
        loaders.load(whyNotOfTicket, whyNotKey(ticketId, agent, locale, desk.clock.nowMs()));
      expect(await ask('en')).toContain('Night agent');
      expect(await ask('en')).toMatch(/shift/);
      expect(await ask('id')).not.toBe(await ask('en'));
      await pass(12 * HOUR);
      expect(await assigneeOf(ticketId)).toBe(agent);
    });

    it('asks for the place, and prefers who served the contact last', async () => {
      const far = await desk.addAgent();
      const near = await desk.addAgent();
      await desk.rows(`update agent set location = 'Bandung' where id = ?`, [near]);
      await desk.rows(`update agent set location = 'Medan' where id = ?`, [far]);
      const flowId = await routeTo({ requirement: { skills: [], location: 'bandung' } });
      expect(await assigneeOf(await create())).toBe(near);
      await desk.rows('update flow set live_version_id = null where id = ?', [flowId]);
      await desk.rows('update workspace_counter set flows_revision = flows_revision + 1');
      await routeTo({ prefer: 'lastAgent' });
      const again = await Promise.all([create(), create()]);
      expect(await Promise.all(again.map(assigneeOf))).toEqual([near, near]);
      expect(await why(again[0] ?? '')).toMatch(/prefer/i);
    });

    it('goes by the SLA that is due first in queues of that policy, which can be switched while tickets wait', async () => {
      const tickets = [await create(), await create(), await create()];
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
        await settle();
        expect(await desk.rows('select id from ticket where assignee_id = ?', [agent])).toEqual([
          { id: tickets[expected] },
        ]);
      }
    });

    it('lets the first to come take their share of a backlog, and all of it once the time is over', async () => {
      const shift = await addCalendar('08:00', '17:00');
      const agents = await Promise.all([1, 2, 3].map(() => desk.addAgent({ capacity: 6, presence: 'offline' })));
      await desk.rows('update agent set shift_calendar_id = ?', [shift]);
      await Promise.all([1, 2, 3, 4, 5, 6].map(() => create()));
      await setPresence(desk.app, desk.actor, { agentId: agents[0] ?? '', presence: 'online' });
      await desk.app.dispatcher.settled();
      const held = () => desk.rows('select 1 from ticket where assignee_id is not null');
      expect(await held()).toHaveLength(2);
      await pass(16 * MINUTE);
      expect(await held()).toHaveLength(6);
    });
  });

  describe('a ladder', () => {
    const skillTarget = () => ({
      requirement: { skills: [{ skillId: desk.skillIds.billing, level: 3, drop: 1 }] },
      timeoutMs: 5 * MINUTE,
    });

    it('gives up droppable skills, then the queue, each when its time has come, with the age kept', async () => {
      await routeTo(skillTarget());
      const ticketId = await create();
      const [before] = await desk.rows<{ queued_at: string; next_rung_at: string }>(
        'select queued_at, next_rung_at from queue_entry',
      );
      expect(new Date(before?.next_rung_at ?? 0).getTime()).toBe(desk.clock.nowMs() + 5 * MINUTE);
      await pass(5 * MINUTE - 1);
      expect(await eventTypes(ticketId)).not.toContain('laddered');
      await pass(1);
      expect(await desk.rows('select requirement, rung, queue_id from queue_entry')).toEqual([
        { requirement: { skills: [] }, rung: 1, queue_id: desk.queueId },
      ]);
      expect(await why(ticketId)).toContain('it no longer asks for Billing');
      await pass(5 * MINUTE);
      expect(await queueOf(ticketId)).toBe(desk.fallbackQueueId);
      const [after] = await desk.rows<{ queued_at: string }>('select queued_at, next_rung_at from queue_entry');
      expect(after?.queued_at).toEqual(before?.queued_at);
      expect(await why(ticketId, 'id')).toContain('tiket pindah ke antrean Anything else');
      const agent = await desk.addAgent();
      await settle();
      expect(await assigneeOf(ticketId)).toBe(agent);
    });

    it('catches up at once with what came due while nobody ran', async () => {
      await routeTo({ ...skillTarget(), ladder: [] });
      const ticketId = await create();
      desk.clock.advance(3 * HOUR);
      desk.app.dispatcher.wake(desk.workspaceId);
      await desk.app.dispatcher.settled();
      expect(await queueOf(ticketId)).toBe(desk.fallbackQueueId);
    });

    it('skips a target nobody can serve where its condition holds, and only then', async () => {
      const skipIf = { fact: 'queue.availableAgents', op: 'lessThan', value: 1 };
      await routeTo({
        requirement: { skills: [{ skillId: desk.skillIds.billing, level: 3 }] },
        timeoutMs: HOUR,
        skipIf,
      });
      const agent = await desk.addAgent({ skills: { [desk.skillIds.billing]: 4 }, capacity: 1 });
      const served = await create();
      expect(await assigneeOf(served)).toBe(agent);
      expect(await eventTypes(served)).not.toContain('laddered');
      const skipped = await create();
      expect(await queueOf(skipped)).toBe(desk.fallbackQueueId);
      expect(await eventTypes(skipped)).toContain('laddered');
    });
  });

  describe('offers', () => {
    const withOffers = () =>
      desk.rows('update queue set accept_within_ms = 30000, offer_again_after_ms = 600000 where is_fallback');
    const addReason = async (againAfterMs: number | null) => {
      const id = v7();
      await desk.rows('insert into decline_reason (workspace_id, id, name, offer_again_after_ms) values (?, ?, ?, ?)', [
        desk.workspaceId,
        id,
        id,
        againAfterMs,
      ]);
      return id;
    };
    const openOffers = () => listOffers(desk.app, desk.workspaceId, null);

    it('hold a ticket out, count to the load, and become an assignment when accepted', async () => {
      await withOffers();
      const agent = await desk.addAgent({ capacity: 1 });
      const [first, second] = [await create(), await create()];
      const offers = await openOffers();
      expect(offers.map(({ ticketId, agentId }) => [ticketId, agentId])).toEqual([[first, agent]]);
      expect(await assigneeOf(first)).toBeNull();
      expect(await why(first)).toContain('who has not answered yet');
      const id = offers[0]?.id ?? '';
      expect(await failure(acceptOffer(desk.app, as(v7()), id))).toBe('NOT_POSSIBLE_NOW');
      await acceptOffer(desk.app, as(agent), id);
      expect(await assigneeOf(first)).toBe(agent);
      expect(await eventTypes(first)).toEqual(['created', 'queued', 'offered', 'offerAccepted', 'assigned']);
      expect(await desk.rows('select agent_id from assignment where ticket_id = ?', [first])).toEqual([
        { agent_id: agent },
      ]);
      await settle();
      expect(await openOffers()).toEqual([]);
      expect(await assigneeOf(second)).toBeNull();
      expect(await acceptOffer(desk.app, as(agent), id)).toMatchObject({ state: 'accepted' });
      expect(await failure(acceptOffer(desk.app, as(v7()), id))).toBe('NOT_POSSIBLE_NOW');
      expect(await eventTypes(first)).toHaveLength(5);
    });

    it('go to the next agent when declined or not answered in time, with the age kept', async () => {
      await withOffers();
      const reason = await addReason(null);
      const agents = new Set([await desk.addAgent(), await desk.addAgent()]);
      const ticketId = await create();
      const queuedAt = await desk.rows('select queued_at from queue_entry');
      const [first] = await openOffers();
      await declineOffer(desk.app, as(first?.agentId ?? ''), first?.id ?? '', reason);
      await desk.app.dispatcher.settled();
      const [second] = await openOffers();
      expect(new Set([first?.agentId, second?.agentId])).toEqual(agents);
      await pass(30_000);
      expect(await openOffers()).toEqual([]);
      expect(await desk.rows('select queued_at from queue_entry')).toEqual(queuedAt);
      expect(await eventTypes(ticketId)).toEqual([
        'created',
        'queued',
        'offered',
        'offerDeclined',
        'offered',
        'offerTimedOut',
      ]);
      expect(await why(ticketId)).toMatch(/declined/);
      await pass(600_000);
      const [third] = await openOffers();
      expect(third?.agentId).toBe(second?.agentId);
    });

    it('are withdrawn when a person assigns or solves the ticket meanwhile', async () => {
      await withOffers();
      const agent = await desk.addAgent();
      const other = await desk.addAgent({ presence: 'offline' });
      const [given, solved] = [await create(), await create()];
      await assignTicket(desk.app, desk.actor, { id: given, agentId: other });
      await updateTicket(desk.app, desk.actor, { id: solved, status: 'solved' });
      expect(await openOffers()).toEqual([]);
      expect(await eventTypes(given)).toContain('offerWithdrawn');
      expect(await desk.rows('select state, agent_id from offer')).toEqual([
        { state: 'withdrawn', agent_id: agent },
        { state: 'withdrawn', agent_id: agent },
      ]);
    });
  });

  describe('presence', () => {
    it('becomes away when a connection stays lost, and is back with it', async () => {
      const agent = await desk.addAgent();
      const { connections } = desk.app;
      connections.opened(as(agent));
      connections.closed(as(agent));
      await connections.settled();
      await pass(MINUTE - 1);
      const before = await create();
      expect(await assigneeOf(before)).toBe(agent);
      await pass(1);
      const after = await create();
      expect(await assigneeOf(after)).toBeNull();
      connections.opened(as(agent));
      await connections.settled();
      await desk.app.dispatcher.settled();
      expect(await assigneeOf(after)).toBe(agent);
    });

    it('does not outlive a process that died without a word', async () => {
      const agent = await desk.addAgent();
      desk.app.connections.opened(as(agent));
      await desk.app.connections.settled();
      await pass(HOUR);
      expect(await assigneeOf(await create())).toBeNull();
      desk.app.connections.beat();
      await desk.app.connections.settled();
      await settle();
      expect(await desk.rows('select 1 from queue_entry')).toEqual([]);
    });

    it('has the grace the workspace sets', async () => {
      const agent = await desk.addAgent();
      await updateRoutingSettings(desk.app, desk.actor, { grace: 'PT10M' });
      desk.app.connections.opened(as(agent));
      desk.app.connections.closed(as(agent));
      await desk.app.connections.settled();
      await pass(9 * MINUTE);
      expect(await assigneeOf(await create())).toBe(agent);
      expect(await failure(updateRoutingSettings(desk.app, desk.actor, { grace: 'PT2H' }))).toBe('OUT_OF_RANGE');
    });
  });

  describe('an agent who has left', () => {
    const leave = (agentId: string) => setPresence(desk.app, desk.actor, { agentId, presence: 'offline' });
    const rule = (reroute: string) => desk.rows('update queue set reroute = ?', [reroute]);

    it('keeps their tickets where the queue says so', async () => {
      const agent = await desk.addAgent();
      const ticketId = await create();
      await leave(agent);
      await settle();
      expect(await assigneeOf(ticketId)).toBe(agent);
    });

    it('loses open tickets at once where the queue says so, but none a person gave them since', async () => {
      await rule('atOnce');
      const agent = await desk.addAgent();
      const [open, pending] = [await create(), await create()];
      await updateTicket(desk.app, desk.actor, { id: pending, status: 'pending' });
      const [before] = await desk.rows<{ queued_at: string }>('select queued_at from ticket where id = ?', [open]);
      await pass(MINUTE);
      await leave(agent);
      await desk.app.dispatcher.settled();
      expect([await assigneeOf(open), await assigneeOf(pending)]).toEqual([null, agent]);
      expect(await desk.rows('select queued_at from queue_entry where ticket_id = ?', [open])).toEqual([before]);
      expect(await why(open)).toMatch(/has left/);
      await pass(MINUTE);
      await assignTicket(desk.app, desk.actor, { id: open, agentId: agent });
      await pass(MINUTE);
      expect(await assigneeOf(open)).toBe(agent);
    });

    it('loses them at the end of the shift, without anybody saying so', async () => {
      await rule('atOnce');
      const agent = await desk.addAgent();
      const shift = await addCalendar('08:00', '17:00');
      await desk.rows('update agent set shift_calendar_id = ? where id = ?', [shift, agent]);
      const ticketId = await create();
      expect(await assigneeOf(ticketId)).toBe(agent);
      await pass(8 * HOUR + MINUTE);
      expect(await assigneeOf(ticketId)).toBeNull();
    });

    it('loses a ticket when its customer writes where the queue says so', async () => {
      await rule('onReply');
      const agent = await desk.addAgent();
      const ticketId = await create();
      await updateTicket(desk.app, desk.actor, { id: ticketId, status: 'pending' });
      await leave(agent);
      await settle();
      expect(await assigneeOf(ticketId)).toBe(agent);
      const other = await desk.addAgent();
      await addMessage(desk.app, desk.actor, { ticketId, author: 'customer', text: 'Hello?' });
      await desk.app.dispatcher.settled();
      expect(await assigneeOf(ticketId)).toBe(other);
      expect(await why(ticketId)).toMatch(/customer replied/);
    });

    it('sets off flows that wait for it, also when the shift just ends', async () => {
      await desk.publish('Tag left ones', [
        {
          id: 'start',
          kind: 'trigger.agentUnavailable',
          config: { afterMs: 10 * MINUTE, refire: { policy: 'oncePerEpisode' } },
        },
        { id: 'tag', kind: 'action.tags', config: { add: ['left'], remove: [] } },
      ]);
      const agent = await desk.addAgent();
      const shift = await addCalendar('08:00', '17:00');
      await desk.rows('update agent set shift_calendar_id = ? where id = ?', [shift, agent]);
      await create();
      await pass(8 * HOUR + MINUTE);
      await settle();
      expect(await desk.rows('select tags from ticket')).toEqual([{ tags: [] }]);
      await pass(10 * MINUTE);
      expect(await desk.rows('select tags from ticket')).toEqual([{ tags: ['left'] }]);
    });
  });

  describe('by hand', () => {
    it('a person may assign above capacity, and transfer with a reason', async () => {
      const full = await desk.addAgent({ capacity: 0 });
      const ticketId = await create();
      await transferTicket(desk.app, desk.actor, { id: ticketId, agentId: full, reason: 'Knows the case' });
      expect(await assigneeOf(ticketId)).toBe(full);
      expect(await why(ticketId)).toContain('Knows the case');
      await transferTicket(desk.app, desk.actor, { id: ticketId, queueId: desk.queueId, reason: 'Billing' });
      expect([await assigneeOf(ticketId), await queueOf(ticketId)]).toEqual([null, desk.queueId]);
      await transferTicket(desk.app, desk.actor, { id: ticketId, teamId: desk.teamId, reason: 'Payments' });
      expect(await desk.rows('select team_id, transfer_count from ticket')).toMatchObject([{ team_id: desk.teamId }]);
      const both = { id: ticketId, teamId: desk.teamId, agentId: full, reason: 'x' };
      expect(await failure(transferTicket(desk.app, desk.actor, both))).toBe('REQUIRED');
      expect(await failure(transferTicket(desk.app, desk.actor, { id: ticketId, agentId: v7(), reason: 'x' }))).toBe(
        'UNKNOWN_REFERENCE',
      );
    });

    it('escalates by one level or to one, never above the highest', async () => {
      const ticketId = await create();
      const level = async () => (await desk.rows<{ level: number }>('select level from ticket'))[0]?.level;
      await escalateTicket(desk.app, desk.actor, { id: ticketId, reason: 'Needs an engineer' });
      expect(await level()).toBe(2);
      await escalateTicket(desk.app, desk.actor, { id: ticketId, level: 5 });
      await escalateTicket(desk.app, desk.actor, { id: ticketId });
      expect(await level()).toBe(5);
      expect(await failure(escalateTicket(desk.app, desk.actor, { id: ticketId, level: 6 }))).toBe('OUT_OF_RANGE');
    });
  });

  describe('proficiency', () => {
    it('is learned from handling times without waiting for others, can be set by hand, and switched off', async () => {
      const { billing } = desk.skillIds;
      const requirement = { skills: [{ skillId: billing, level: 1 }] };
      const classKey = classKeyOf(requirement);
      await routeTo({ requirement });
      const quick = await desk.addAgent({ skills: { [billing]: 3 }, capacity: 1 });
      const slow = await desk.addAgent({ skills: { [billing]: 3 }, capacity: 1 });
      for (let round = 0; round < 6; round++) {
        const tickets = [await create(), await create()];
        const byAgent = new Map(await Promise.all(tickets.map(async (id) => [await assigneeOf(id), id] as const)));
        await pass(5 * MINUTE);
        await updateTicket(desk.app, desk.actor, { id: byAgent.get(quick) ?? '', status: 'solved' });
        await updateTicket(desk.app, desk.actor, { id: byAgent.get(slow) ?? '', status: 'pending' });
        await pass(HOUR);
        await updateTicket(desk.app, desk.actor, { id: byAgent.get(slow) ?? '', status: 'open' });
        await pass(15 * MINUTE);
        await updateTicket(desk.app, desk.actor, { id: byAgent.get(slow) ?? '', status: 'solved' });
      }
      await learnNow(desk.app, desk.actor);
      const known = await listProficiencies(desk.app, desk.actor, { classKey });
      const of = (agentId: string) => known.find((each) => each.agentId === agentId);
      expect(of(quick)).toMatchObject({ count: 6, source: 'learned' });
      expect(of(quick)?.meanMs).toBeCloseTo(5 * MINUTE, 0);
      expect(of(slow)?.meanMs).toBeCloseTo(20 * MINUTE, 0);
      await setProficiency(desk.app, desk.actor, { agentId: slow, classKey, proficiency: 0.25 });
      const [set] = await listProficiencies(desk.app, desk.actor, { agentId: slow });
      expect(set).toMatchObject({ proficiency: 0.25, source: 'set', count: 6 });
      await setProficiency(desk.app, desk.actor, { agentId: slow, classKey, proficiency: null });
      await updateRoutingSettings(desk.app, desk.actor, { learnsProficiency: false });
      const [off] = await listProficiencies(desk.app, desk.actor, { agentId: slow });
      expect(off).toMatchObject({ proficiency: 0.8, source: 'levels' });
      const unfit = { agentId: slow, classKey: 'no class', proficiency: 0.5 };
      expect(await failure(setProficiency(desk.app, desk.actor, unfit))).toBe('INVALID');
    });

    it('decides who gets a ticket', async () => {
      const { billing } = desk.skillIds;
      const requirement = { skills: [{ skillId: billing, level: 1 }] };
      await routeTo({ requirement });
      const [one, two] = [
        await desk.addAgent({ skills: { [billing]: 3 } }),
        await desk.addAgent({ skills: { [billing]: 3 } }),
      ];
      const classKey = classKeyOf(requirement);
      await setProficiency(desk.app, desk.actor, { agentId: one, classKey, proficiency: 0.3 });
      await setProficiency(desk.app, desk.actor, { agentId: two, classKey, proficiency: 0.9 });
      expect(await assigneeOf(await create())).toBe(two);
    });
  });
});
