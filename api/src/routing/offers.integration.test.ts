import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { assignTicket } from '../tickets/assign-ticket.ts';
import { escalateTicket, transferTicket } from '../tickets/hand-over.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { acceptOffer, declineOffer, listOffers } from './answer-offer.ts';
import { type RoutingDesk, routingDesk } from './routing-desk.test-support.ts';

describeOnBothEngines('offers and hand-over', (engine) => {
  let desk: Desk;
  let routing: RoutingDesk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
    routing = routingDesk(desk);
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
      const [first, second] = [await routing.create(), await routing.create()];
      const offers = await openOffers();
      expect(offers.map(({ ticketId, agentId }) => [ticketId, agentId])).toEqual([[first, agent]]);
      expect(await routing.assigneeOf(first)).toBeNull();
      expect(await routing.why(first)).toContain('who has not answered yet');
      const id = offers[0]?.id ?? '';
      expect(await routing.failure(acceptOffer(desk.app, routing.as(v7()), id))).toBe('NOT_POSSIBLE_NOW');
      await acceptOffer(desk.app, routing.as(agent), id);
      expect(await routing.assigneeOf(first)).toBe(agent);
      expect(await routing.eventTypes(first)).toEqual(['created', 'queued', 'offered', 'offerAccepted', 'assigned']);
      expect(await desk.rows('select agent_id from assignment where ticket_id = ?', [first])).toEqual([
        { agent_id: agent },
      ]);
      await routing.settle();
      expect(await openOffers()).toEqual([]);
      expect(await routing.assigneeOf(second)).toBeNull();
      expect(await acceptOffer(desk.app, routing.as(agent), id)).toMatchObject({ state: 'accepted' });
      expect(await routing.failure(acceptOffer(desk.app, routing.as(v7()), id))).toBe('NOT_POSSIBLE_NOW');
      expect(await routing.eventTypes(first)).toHaveLength(5);
    });

    it('go to the next agent when declined or not answered in time, with the age kept', async () => {
      await withOffers();
      const reason = await addReason(null);
      const agents = new Set([await desk.addAgent(), await desk.addAgent()]);
      const ticketId = await routing.create();
      const queuedAt = await desk.rows('select queued_at from queue_entry');
      const [first] = await openOffers();
      await declineOffer(desk.app, routing.as(first?.agentId ?? ''), first?.id ?? '', reason);
      await desk.app.dispatcher.settled();
      const [second] = await openOffers();
      expect(new Set([first?.agentId, second?.agentId])).toEqual(agents);
      await routing.pass(30_000);
      expect(await openOffers()).toEqual([]);
      expect(await desk.rows('select queued_at from queue_entry')).toEqual(queuedAt);
      expect(await routing.eventTypes(ticketId)).toEqual([
        'created',
        'queued',
        'offered',
        'offerDeclined',
        'offered',
        'offerTimedOut',
      ]);
      expect(await routing.why(ticketId)).toMatch(/declined/);
      await routing.pass(600_000);
      const [third] = await openOffers();
      expect(third?.agentId).toBe(second?.agentId);
    });

    it('are withdrawn when a person assigns or solves the ticket meanwhile', async () => {
      await withOffers();
      const agent = await desk.addAgent();
      const other = await desk.addAgent({ presence: 'offline' });
      const [given, solved] = [await routing.create(), await routing.create()];
      await assignTicket(desk.app, desk.actor, { id: given, agentId: other });
      await updateTicket(desk.app, desk.actor, { id: solved, status: 'solved' });
      expect(await openOffers()).toEqual([]);
      expect(await routing.eventTypes(given)).toContain('offerWithdrawn');
      expect(await desk.rows('select state, agent_id from offer')).toEqual([
        { state: 'withdrawn', agent_id: agent },
        { state: 'withdrawn', agent_id: agent },
      ]);
    });
  });

  describe('by hand', () => {
    it('a person may assign above capacity, and transfer with a reason', async () => {
      const full = await desk.addAgent({ capacity: 0 });
      const ticketId = await routing.create();
      await transferTicket(desk.app, desk.actor, { id: ticketId, agentId: full, reason: 'Knows the case' });
      expect(await routing.assigneeOf(ticketId)).toBe(full);
      expect(await routing.why(ticketId)).toContain('Knows the case');
      await transferTicket(desk.app, desk.actor, { id: ticketId, queueId: desk.queueId, reason: 'Billing' });
      expect([await routing.assigneeOf(ticketId), await routing.queueOf(ticketId)]).toEqual([null, desk.queueId]);
      await transferTicket(desk.app, desk.actor, { id: ticketId, teamId: desk.teamId, reason: 'Payments' });
      expect(await desk.rows('select team_id, transfer_count from ticket')).toMatchObject([{ team_id: desk.teamId }]);
      const both = { id: ticketId, teamId: desk.teamId, agentId: full, reason: 'x' };
      expect(await routing.failure(transferTicket(desk.app, desk.actor, both))).toBe('REQUIRED');
      expect(
        await routing.failure(transferTicket(desk.app, desk.actor, { id: ticketId, agentId: v7(), reason: 'x' })),
      ).toBe('UNKNOWN_REFERENCE');
    });

    it('escalates by one level or to one, never above the highest', async () => {
      const ticketId = await routing.create();
      const level = async () => (await desk.rows<{ level: number }>('select level from ticket'))[0]?.level;
      await escalateTicket(desk.app, desk.actor, { id: ticketId, reason: 'Needs an engineer' });
      expect(await level()).toBe(2);
      await escalateTicket(desk.app, desk.actor, { id: ticketId, level: 5 });
      await escalateTicket(desk.app, desk.actor, { id: ticketId });
      expect(await level()).toBe(5);
      expect(await routing.failure(escalateTicket(desk.app, desk.actor, { id: ticketId, level: 6 }))).toBe(
        'OUT_OF_RANGE',
      );
    });
  });
});
