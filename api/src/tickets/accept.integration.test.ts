import { beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { Refusal } from '../server/refusal.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';

const ROUTE_BILLING = (desk: Desk) => [
  { id: 'start', kind: 'trigger.ticketCreated' },
  {
    id: 'is-billing',
    kind: 'filter.condition',
    config: { condition: { fact: 'ticket.category', op: 'is', value: 'Billing' } },
  },
  { id: 'raise', kind: 'action.setFields', config: { fields: { 'ticket.priority': 'high' } } },
  {
    id: 'route',
    kind: 'action.route',
    config: { queueId: desk.queueId, requirement: { skills: [{ skillId: desk.skillIds.billing, level: 2 }] } },
  },
];

describeOnBothEngines('accepting tickets', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(engine.database);
  });
  const accept = (over?: Parameters<Desk['intake']>[0]) =>
    desk.app.acceptor.accept(desk.workspaceId, desk.intake(over));

  it('stores ticket, message, contact, trace and log, and puts what nothing routed into the fallback queue', async () => {
    const { ticketId, ticketNumber, isDuplicate } = await accept();
    await desk.app.dispatcher.settled();
    expect({ ticketNumber, isDuplicate }).toEqual({ ticketNumber: 1, isDuplicate: false });
    const [ticket] = await desk.rows('select * from ticket where id = ?', [ticketId]);
    expect(ticket).toMatchObject({
      status: 'new',
      priority: 'normal',
      queue_id: desk.fallbackQueueId,
      assignee_id: null,
    });
    expect(
      await desk.rows('select queue_id, priority, weight from queue_entry where ticket_id = ?', [ticketId]),
    ).toEqual([{ queue_id: desk.fallbackQueueId, priority: 'normal', weight: 1 }]);
    expect(await desk.rows('select text, author_name from message where ticket_id = ?', [ticketId])).toEqual([
      { text: 'Please look into it.', author_name: 'A customer' },
    ]);
    expect(await desk.rows('select event_type from trace where ticket_id = ?', [ticketId])).toHaveLength(1);
    const events = await desk.rows<{ type: string; data: { reason?: string } }>(
      'select type, data from ticket_event where ticket_id = ? order by sequence',
      [ticketId],
    );
    expect(events.map(({ type }) => type)).toEqual(['created', 'queued']);
    expect(events[1]?.data.reason).toBe('fallback');
  });

  it('answers a second delivery with the first ticket, also within one batch', async () => {
    const [first, twin] = await Promise.all([accept({ externalId: 'M-1' }), accept({ externalId: 'M-1' })]);
    const later = await accept({ externalId: 'M-1', subject: 'Something else' });
    expect(twin).toEqual({ ...first, isDuplicate: true, ticket: null });
    expect(later).toEqual({ ...first, isDuplicate: true, ticket: null });
    expect(await desk.rows(`select id from ticket where external_id = 'M-1'`)).toHaveLength(1);
  });

  it('matches contacts by external id, then by e-mail in any case, and fills in what was missing', async () => {
    const one = await accept({ contact: { externalId: 'C-1', email: 'C1@Example.org' } });
    const two = await accept({ contact: { externalId: 'C-1', phone: '+62 1' } });
    const three = await accept({ contact: { email: 'c1@example.ORG', language: 'id', isVip: true } });
    const contacts = await desk.rows<{ contact_id: string }>(
      'select distinct contact_id from ticket where id in (?, ?, ?)',
      [one.ticketId, two.ticketId, three.ticketId],
    );
    expect(contacts).toHaveLength(1);
    expect(
      await desk.rows('select phone, language, is_vip, email from contact where external_id = ?', ['C-1']),
    ).toEqual([{ phone: '+62 1', language: 'id', is_vip: true, email: 'C1@Example.org' }]);
  });

  it('refuses bad input, naming all of it, and keeps the rest of the batch', async () => {
    const bad = { subject: ' ', tags: ['a', ' '], level: 9, customFields: {} };
    const answers = await Promise.allSettled([
      accept({ subject: 'fine' }),
      accept(bad),
      accept({ channelId: desk.teamId }),
      accept({ customFields: { shoe: 'x' } }),
      accept({ message: 'a\u0000b' }),
      accept({ subject: 'half \ud800 pair' }),
      accept({ message: 'x'.repeat(300_000) }),
      accept({ subject: 'also fine' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      ...Array.from({ length: 6 }, () => 'rejected'),
      'fulfilled',
    ]);
    const codes = answers.map((answer) =>
      answer.status === 'rejected' && answer.reason instanceof Refusal
        ? answer.reason.userErrors.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`)
        : [],
    );
    expect(codes).toEqual([
      [],
      ['REQUIRED subject', 'OUT_OF_RANGE level', 'REQUIRED tags.1'],
      ['UNKNOWN_REFERENCE channelId'],
      ['UNKNOWN_REFERENCE customFields.shoe'],
      ['BAD_TEXT message'],
      ['BAD_TEXT subject'],
      ['TOO_LONG message'],
      [],
    ]);
  });

  it('accepts the others when one of a batch cannot be stored', async () => {
    // Nothing known makes the database refuse a checked intake, so an actor no column holds stands in for it.
    const poison = accept({ subject: 'poison', actor: { kind: 'customer', id: 'nobody', name: null } });
    const answers = await Promise.allSettled([accept({ subject: 'before' }), poison, accept({ subject: 'after' })]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await desk.rows(`select id from ticket where subject in ('before', 'poison', 'after')`)).toHaveLength(2);
  });

  it('applies what flows ask for, with cascades, in the transaction that accepts', async () => {
    await desk.publish('Route billing', ROUTE_BILLING(desk));
    await desk.publish('Note urgent ones', [
      { id: 'start', kind: 'trigger.ticketUpdated', config: { fields: ['ticket.priority'] } },
      { id: 'note', kind: 'action.note', config: { text: 'Now {{ ticket.priority }}' } },
      { id: 'tag', kind: 'action.tags', config: { add: ['raised'], remove: [] } },
    ]);
    const { ticketId } = await accept({ category: 'Billing', customFields: { location: 'Solo' } });
    const [ticket] = await desk.rows('select * from ticket where id = ?', [ticketId]);
    expect(ticket).toMatchObject({
      priority: 'high',
      queue_id: desk.queueId,
      tags: ['raised'],
      custom_fields: { location: 'Solo' },
    });
    expect(await desk.rows('select requirement, priority from queue_entry where ticket_id = ?', [ticketId])).toEqual([
      { requirement: { skills: [{ skillId: desk.skillIds.billing, level: 2 }] }, priority: 'high' },
    ]);
    const runs = await desk.rows<{ event_type: string; outcome: string; edge_ids: string[] }>(
      'select event_type, outcome, edge_ids from run where ticket_id = ? order by id',
      [ticketId],
    );
    expect(runs.map(({ event_type }) => event_type)).toEqual(['ticketCreated', 'ticketUpdated']);
    expect(runs[0]?.edge_ids).toEqual(['start-then', 'is-billing-yes', 'raise-done']);
    expect(
      await desk.rows(`select text, visibility, author from message where ticket_id = ? and author = 'bot'`, [
        ticketId,
      ]),
    ).toEqual([{ text: 'Now high', visibility: 'internal', author: 'bot' }]);
    const events = await desk.rows<{ type: string; actor_name: string | null }>(
      'select type, actor_name from ticket_event where ticket_id = ? order by sequence',
      [ticketId],
    );
    expect(events.map(({ type, actor_name }) => `${type} ${actor_name ?? ''}`.trim())).toEqual([
      'created',
      'updated Route billing',
      'queued Route billing',
      'noteAdded Note urgent ones',
      'updated Note urgent ones',
    ]);
  });

  it('stores automated messages, runs no flows for them, and still routes them somewhere', async () => {
    const { ticketId } = await accept({ category: 'Billing', isAutomated: true });
    expect(await desk.rows('select queue_id from ticket where id = ?', [ticketId])).toEqual([
      { queue_id: desk.fallbackQueueId },
    ]);
    expect(await desk.rows('select id from run where ticket_id = ?', [ticketId])).toEqual([]);
  });

  it('numbers tickets and log without gaps or doubles under a burst, in the order of commits', async () => {
    const made = await Promise.all(Array.from({ length: 250 }, (_, index) => accept({ subject: `Burst ${index}` })));
    const numbers = made.map(({ ticketNumber }) => ticketNumber);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(250);
    const [log] = await desk.rows<{ count: string; first: string; last: string }>(
      'select count(*), min(sequence) as first, max(sequence) as last from ticket_event',
    );
    expect(Number(log?.last) - Number(log?.first) + 1).toBe(Number(log?.count));
  });
});
