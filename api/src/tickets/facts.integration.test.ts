import { beforeEach, expect, it } from 'vitest';
import { createContactAttribute, updateContact } from '../contacts/contact-set-up.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { lookAtTickets } from './look-at-tickets.ts';

describeOnBothEngines('facts beside the ticket', (engine) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
  });
  const accept = async () => (await desk.app.acceptor.accept(desk.workspaceId, desk.intake())).ticketId;
  const noted = async () => (await desk.rows(`select ticket_id from message where visibility = 'internal'`)).length;
  const noteWhere = (condition: unknown) =>
    desk.publish('Where', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'if', kind: 'filter.condition', config: { condition } },
      { id: 'note', kind: 'action.note', config: { text: 'Noted' } },
    ]);

  it('are there for a flow that reads them: attributes, city and earlier tickets of the contact', async () => {
    await createContactAttribute(desk.app, desk.actor, {
      key: 'plan',
      label: 'Plan',
      type: 'option',
      options: ['gold'],
    });
    await accept();
    await noteWhere({
      all: [
        { fact: 'contact.attribute.plan', op: 'is', value: 'gold' },
        { fact: 'contact.city', op: 'is', value: 'Solo' },
        { fact: 'contact.ticketsLast7Days', op: 'atLeast', value: 1 },
      ],
    });
    await accept();
    expect(await noted()).toBe(0);
    const [contact] = await desk.rows<{ id: string }>('select id from contact');
    const id = contact?.id ?? '';
    await updateContact(desk.app, desk.actor, { id, city: 'Solo', attributes: { plan: 'gold' } });
    await expect(updateContact(desk.app, desk.actor, { id, attributes: { shoe: 43 } })).rejects.toThrow(
      'UNKNOWN_REFERENCE at input.attributes.shoe',
    );
    await accept();
    expect(await noted()).toBe(1);
    // Eight days later the earlier tickets no longer count.
    desk.clock.advance(8 * 86_400_000);
    await accept();
    expect(await noted()).toBe(1);
  });

  it('tell of queues and of who is free, and of business hours', async () => {
    await desk.rows(
      `insert into calendar (workspace_id, id, name, document, is_default) values (?, ?, 'Office', ?, true)`,
      [
        desk.workspaceId,
        desk.actor.id,
        JSON.stringify({
          timeZone: 'Asia/Jakarta',
          weekly: [{ weekday: 1, from: '09:00', to: '17:00' }],
          holidays: [],
          exceptions: [],
        }),
      ],
    );
    await accept();
    const id = await accept();
    const factsNow = async () =>
      engine.database.inWorkspace(
        desk.workspaceId,
        async (em) => (await lookAtTickets(em, desk.workspaceId, [id], desk.clock.nowMs())).get(id)?.facts,
      );
    // A Monday at 16:00 in Jakarta.
    expect(await factsNow()).toMatchObject({
      'queue.waiting': 2,
      'queue.availableAgents': 0,
      'time.isBusinessHours': true,
      'contact.ticketsLast7Days': 2,
      'agent.presence': null,
    });
    await desk.addAgent({ presence: 'away' });
    await desk.addAgent({ name: 'Free agent', capacity: 9 });
    desk.clock.advance(3_600_000);
    expect(await factsNow()).toMatchObject({ 'queue.availableAgents': 1, 'time.isBusinessHours': false });
  });
});
