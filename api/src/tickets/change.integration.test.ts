import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { Refusal } from '../server/refusal.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { addMessage } from './add-message.ts';
import { assignTicket } from './assign-ticket.ts';
import { updateTicket } from './update-ticket.ts';

describeOnBothEngines('changing tickets', (engine) => {
  let desk: Desk;
  let id: string;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
    id = (await desk.app.acceptor.accept(desk.workspaceId, desk.intake())).ticketId;
    await desk.app.dispatcher.settled();
  });
  const ticket = async () => (await desk.rows('select * from ticket where id = ?', [id]))[0];
  const types = async () =>
    (
      await desk.rows<{ type: string }>('select type from ticket_event where ticket_id = ? order by sequence', [id])
    ).map(({ type }) => type);
  const refused = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    return error instanceof Refusal
      ? error.userErrors.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`)
      : error;
  };

  it('changes fields, logs from and to, and runs flows that listen', async () => {
    await desk.publish('Urgent to billing', [
      { id: 'start', kind: 'trigger.ticketUpdated', config: { fields: ['ticket.priority'] } },
      { id: 'route', kind: 'action.route', config: { queueId: desk.queueId, requirement: { skills: [] } } },
    ]);
    const change = { id, priority: 'urgent', addTags: ['VIP '], customFields: { location: 'Solo' } } as const;
    await updateTicket(desk.app, desk.actor, change);
    expect(await ticket()).toMatchObject({
      priority: 'urgent',
      tags: ['VIP'],
      custom_fields: { location: 'Solo' },
      queue_id: desk.queueId,
    });
    expect(await desk.rows('select queue_id, priority from queue_entry')).toEqual([
      { queue_id: desk.queueId, priority: 'urgent' },
    ]);
    const [event] = await desk.rows<{ data: unknown; actor_name: string }>(
      `select data, actor_name from ticket_event where type = 'updated'`,
    );
    expect(event).toMatchObject({
      actor_name: 'Demo manager',
      data: {
        'ticket.priority': { from: 'normal', to: 'urgent' },
        'ticket.custom.location': { from: null, to: 'Solo' },
      },
    });
  });

  it('does and logs nothing when nothing changes', async () => {
    const before = await types();
    await updateTicket(desk.app, desk.actor, { id, priority: 'normal', removeTags: ['none'] });
    expect(await types()).toEqual(before);
  });

  it('refuses what does not fit, and changes nothing', async () => {
    expect(
      await refused(updateTicket(desk.app, desk.actor, { id, subject: '', level: 9, customFields: { shoe: 1 } })),
    ).toEqual(['REQUIRED subject', 'OUT_OF_RANGE level']);
    expect(await refused(updateTicket(desk.app, desk.actor, { id, customFields: { location: 3 } }))).toEqual([
      'INVALID customFields.location',
    ]);
    expect(await refused(assignTicket(desk.app, desk.actor, { id, agentId: desk.teamId }))).toEqual([
      'UNKNOWN_REFERENCE agentId',
    ]);
    expect(await refused(addMessage(desk.app, desk.actor, { ticketId: id, text: 'a\0b' }))).toEqual(['BAD_TEXT text']);
    await expect(updateTicket(desk.app, desk.actor, { id: desk.teamId, level: 2 })).rejects.toThrow('no such ticket');
  });

  it('leaves the line when pending or solved, keeps the instants, and comes back when opened again', async () => {
    await updateTicket(desk.app, desk.actor, { id, status: 'pending' });
    expect(await desk.rows('select 1 from queue_entry')).toEqual([]);
    await updateTicket(desk.app, desk.actor, { id, status: 'solved' });
    expect((await ticket())?.solved_at).not.toBeNull();
    await updateTicket(desk.app, desk.actor, { id, status: 'open' });
    expect(await ticket()).toMatchObject({ solved_at: null, reopen_count: 1 });
    expect(await desk.rows('select queue_id from queue_entry')).toEqual([{ queue_id: desk.fallbackQueueId }]);
    expect((await types()).slice(2)).toEqual(['updated', 'solved', 'reopened']);
  });

  it('assigns, transfers and gives up, keeping the place in line', async () => {
    const queuedAt = (await ticket())?.queued_at;
    const one = await desk.addAgent({ presence: 'offline', capacity: 0 });
    const two = await desk.addAgent({ presence: 'offline' });
    desk.clock.advance(60_000);
    await assignTicket(desk.app, desk.actor, { id, agentId: one, teamId: desk.teamId });
    expect(await ticket()).toMatchObject({ assignee_id: one, team_id: desk.teamId, status: 'open', transfer_count: 0 });
    expect(await desk.rows('select 1 from queue_entry')).toEqual([]);
    await assignTicket(desk.app, desk.actor, { id, agentId: two });
    expect(await ticket()).toMatchObject({ assignee_id: two, transfer_count: 1 });
    await assignTicket(desk.app, desk.actor, { id });
    expect(await ticket()).toMatchObject({ assignee_id: null, team_id: null, assigned_at: null });
    expect(await desk.rows('select queued_at from queue_entry')).toEqual([{ queued_at: queuedAt }]);
    expect((await types()).slice(2)).toEqual(['assigned', 'assigned', 'unassigned']);
  });

  it("opens a solved ticket when the customer replies, counts, and tells flows whether it's the first reply", async () => {
    await desk.publish('First answer', [
      { id: 'start', kind: 'trigger.ticketReplied', config: { by: 'agent', firstOnly: true } },
      { id: 'tag', kind: 'action.tags', config: { add: ['answered'], remove: [] } },
    ]);
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'We are on it.' });
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'Done.' });
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'secret', visibility: 'internal' });
    expect(await desk.rows('select id from run')).toHaveLength(1);
    await updateTicket(desk.app, desk.actor, { id, status: 'solved' });
    await addMessage(desk.app, desk.actor, {
      ticketId: id,
      text: 'Out of office',
      author: 'customer',
      isAutomated: true,
    });
    expect(await ticket()).toMatchObject({ status: 'solved' });
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'Still broken', author: 'customer' });
    expect(await ticket()).toMatchObject({ status: 'open', reopen_count: 1, reply_count: 4, tags: ['answered'] });
    const [last] = await desk.rows('select author, author_name from message order by id desc limit 1');
    expect(last).toEqual({ author: 'customer', author_name: 'A customer' });
  });

  it('answers a repeated message with the first one', async () => {
    const message = { ticketId: id, text: 'Hello?', author: 'customer', externalId: 'E-7' } as const;
    const first = await addMessage(desk.app, desk.actor, message);
    expect(await addMessage(desk.app, desk.actor, message)).toEqual({ ...first, isDuplicate: true });
    expect(await desk.rows(`select id from message where text = 'Hello?'`)).toHaveLength(1);
  });

  it('takes no messages for a closed ticket', async () => {
    await updateTicket(desk.app, desk.actor, { id, status: 'closed' });
    expect(await refused(addMessage(desk.app, desk.actor, { ticketId: id, text: 'One more thing' }))).toEqual([
      'NOT_POSSIBLE_NOW ticketId',
    ]);
  });

  it('hands an assigned ticket over when a flow routes it to another queue, and leaves it when to the same', async () => {
    const agent = await desk.addAgent({ presence: 'offline' });
    await assignTicket(desk.app, desk.actor, { id, agentId: agent });
    const route = (queueId: string, tag: string) =>
      desk.publish(`On ${tag}`, [
        { id: 'start', kind: 'trigger.ticketUpdated', config: { fields: ['ticket.tags'] } },
        {
          id: 'has',
          kind: 'filter.condition',
          config: { condition: { fact: 'ticket.tags', op: 'containsAnyOf', value: [tag] } },
        },
        { id: 'route', kind: 'action.route', config: { queueId, requirement: { skills: [] } } },
      ]);
    await route(desk.fallbackQueueId, 'same');
    await route(desk.queueId, 'other');
    await updateTicket(desk.app, desk.actor, { id, addTags: ['same'] });
    expect(await ticket()).toMatchObject({ assignee_id: agent });
    await updateTicket(desk.app, desk.actor, { id, addTags: ['other'], removeTags: ['same'] });
    expect(await ticket()).toMatchObject({ assignee_id: null, queue_id: desk.queueId });
    expect(await desk.rows('select queue_id from queue_entry')).toEqual([{ queue_id: desk.queueId }]);
  });

  it('tells people whom flows notify, each once, and supervisors when a flow fails', async () => {
    const agent = await desk.addAgent();
    const user = `insert into user_account (workspace_id, id, email, name, password_hash, role, agent_id) values (?, ?, ?, ?, '', ?, ?)`;
    await desk.rows(user, [desk.workspaceId, desk.actor.id, 'm@example.org', 'Demo manager', 'manager', agent]);
    await desk.publish('Tell', [
      { id: 'start', kind: 'trigger.ticketUpdated', config: { fields: ['ticket.priority'] } },
      {
        id: 'tell',
        kind: 'action.notify',
        config: {
          recipients: [{ kind: 'agent', agentId: agent }, { kind: 'supervisors' }],
          text: 'Look at {{ ticket.number }}',
        },
      },
    ]);
    await updateTicket(desk.app, desk.actor, { id, priority: 'high' });
    expect(await desk.rows('select user_id, text, ticket_id from notification')).toEqual([
      { user_id: desk.actor.id, text: 'Look at 1', ticket_id: id },
    ]);
  });
});
