import { classKeyOf } from '@alur/engine';
import { beforeEach, describe, expect, it } from 'vitest';
import { setPresence } from '../agents/set-presence.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { addMessage } from '../tickets/add-message.ts';
import { assignTicket } from '../tickets/assign-ticket.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { learnNow, listProficiencies, setProficiency } from './proficiencies.ts';
import { HOUR, MINUTE, type RoutingDesk, routingDesk } from './routing-desk.test-support.ts';
import { updateRoutingSettings } from './routing-settings.ts';

describeOnBothEngines('presence, and what is learned', (engine) => {
  let desk: Desk;
  let routing: RoutingDesk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
    routing = routingDesk(desk);
  });

  describe('presence', () => {
    it('becomes away when a connection stays lost, and is back with it', async () => {
      const agent = await desk.addAgent();
      const { connections } = desk.app;
      connections.opened(routing.as(agent));
      connections.closed(routing.as(agent));
      await connections.settled();
      await routing.pass(MINUTE - 1);
      const before = await routing.create();
      expect(await routing.assigneeOf(before)).toBe(agent);
      await routing.pass(1);
      const after = await routing.create();
      expect(await routing.assigneeOf(after)).toBeNull();
      connections.opened(routing.as(agent));
      await connections.settled();
      await desk.app.dispatcher.settled();
      expect(await routing.assigneeOf(after)).toBe(agent);
    });

    it('does not outlive a process that died without a word', async () => {
      const agent = await desk.addAgent();
      desk.app.connections.opened(routing.as(agent));
      await desk.app.connections.settled();
      await routing.pass(HOUR);
      expect(await routing.assigneeOf(await routing.create())).toBeNull();
      desk.app.connections.beat();
      await desk.app.connections.settled();
      await routing.settle();
      expect(await desk.rows('select 1 from queue_entry')).toEqual([]);
    });

    it('has the grace the workspace sets', async () => {
      const agent = await desk.addAgent();
      await updateRoutingSettings(desk.app, desk.actor, { grace: 'PT10M' });
      desk.app.connections.opened(routing.as(agent));
      desk.app.connections.closed(routing.as(agent));
      await desk.app.connections.settled();
      await routing.pass(9 * MINUTE);
      expect(await routing.assigneeOf(await routing.create())).toBe(agent);
      expect(await routing.failure(updateRoutingSettings(desk.app, desk.actor, { grace: 'PT2H' }))).toBe(
        'OUT_OF_RANGE',
      );
    });
  });

  describe('an agent who has left', () => {
    const leave = (agentId: string) => setPresence(desk.app, desk.actor, { agentId, presence: 'offline' });
    const rule = (reroute: string) => desk.rows('update queue set reroute = ?', [reroute]);

    it('keeps their tickets where the queue says so', async () => {
      const agent = await desk.addAgent();
      const ticketId = await routing.create();
      await leave(agent);
      await routing.settle();
      expect(await routing.assigneeOf(ticketId)).toBe(agent);
    });

    it('loses open tickets at once where the queue says so, but none a person gave them since', async () => {
      await rule('atOnce');
      const agent = await desk.addAgent();
      const [open, pending] = [await routing.create(), await routing.create()];
      await updateTicket(desk.app, desk.actor, { id: pending, status: 'pending' });
      const [before] = await desk.rows<{ queued_at: string }>('select queued_at from ticket where id = ?', [open]);
      await routing.pass(MINUTE);
      await leave(agent);
      await desk.app.dispatcher.settled();
      expect([await routing.assigneeOf(open), await routing.assigneeOf(pending)]).toEqual([null, agent]);
      expect(await desk.rows('select queued_at from queue_entry where ticket_id = ?', [open])).toEqual([before]);
      expect(await routing.why(open)).toMatch(/has left/);
      await routing.pass(MINUTE);
      await assignTicket(desk.app, desk.actor, { id: open, agentId: agent });
      await routing.pass(MINUTE);
      expect(await routing.assigneeOf(open)).toBe(agent);
    });

    it('loses them at the end of the shift, without anybody saying so', async () => {
      await rule('atOnce');
      const agent = await desk.addAgent();
      const shift = await routing.addCalendar('08:00', '17:00');
      await desk.rows('update agent set shift_calendar_id = ? where id = ?', [shift, agent]);
      const ticketId = await routing.create();
      expect(await routing.assigneeOf(ticketId)).toBe(agent);
      await routing.pass(8 * HOUR + MINUTE);
      expect(await routing.assigneeOf(ticketId)).toBeNull();
    });

    it('loses a ticket when its customer writes where the queue says so', async () => {
      await rule('onReply');
      const agent = await desk.addAgent();
      const ticketId = await routing.create();
      await updateTicket(desk.app, desk.actor, { id: ticketId, status: 'pending' });
      await leave(agent);
      await routing.settle();
      expect(await routing.assigneeOf(ticketId)).toBe(agent);
      const other = await desk.addAgent();
      await addMessage(desk.app, desk.actor, { ticketId, author: 'customer', text: 'Hello?' });
      await desk.app.dispatcher.settled();
      expect(await routing.assigneeOf(ticketId)).toBe(other);
      expect(await routing.why(ticketId)).toMatch(/customer replied/);
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
      const shift = await routing.addCalendar('08:00', '17:00');
      await desk.rows('update agent set shift_calendar_id = ? where id = ?', [shift, agent]);
      await routing.create();
      await routing.pass(8 * HOUR + MINUTE);
      await routing.settle();
      expect(await desk.rows('select tags from ticket')).toEqual([{ tags: [] }]);
      await routing.pass(10 * MINUTE);
      expect(await desk.rows('select tags from ticket')).toEqual([{ tags: ['left'] }]);
    });
  });

  describe('proficiency', () => {
    it('is learned from handling times without waiting for others, can be set by hand, and switched off', async () => {
      const { billing } = desk.skillIds;
      const requirement = { skills: [{ skillId: billing, level: 1 }] };
      const classKey = classKeyOf(requirement);
      await routing.routeTo({ requirement });
      const quick = await desk.addAgent({ skills: { [billing]: 3 }, capacity: 1 });
      const slow = await desk.addAgent({ skills: { [billing]: 3 }, capacity: 1 });
      for (let round = 0; round < 6; round++) {
        const tickets = [await routing.create(), await routing.create()];
        const byAgent = new Map(
          await Promise.all(tickets.map(async (id) => [await routing.assigneeOf(id), id] as const)),
        );
        await routing.pass(5 * MINUTE);
        await updateTicket(desk.app, desk.actor, { id: byAgent.get(quick) ?? '', status: 'solved' });
        await updateTicket(desk.app, desk.actor, { id: byAgent.get(slow) ?? '', status: 'pending' });
        await routing.pass(HOUR);
        await updateTicket(desk.app, desk.actor, { id: byAgent.get(slow) ?? '', status: 'open' });
        await routing.pass(15 * MINUTE);
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
      expect(await routing.failure(setProficiency(desk.app, desk.actor, unfit))).toBe('INVALID');
    });

    it('decides who gets a ticket', async () => {
      const { billing } = desk.skillIds;
      const requirement = { skills: [{ skillId: billing, level: 1 }] };
      await routing.routeTo({ requirement });
      const [one, two] = [
        await desk.addAgent({ skills: { [billing]: 3 } }),
        await desk.addAgent({ skills: { [billing]: 3 } }),
      ];
      const classKey = classKeyOf(requirement);
      await setProficiency(desk.app, desk.actor, { agentId: one, classKey, proficiency: 0.3 });
      await setProficiency(desk.app, desk.actor, { agentId: two, classKey, proficiency: 0.9 });
      expect(await routing.assigneeOf(await routing.create())).toBe(two);
    });
  });
});
