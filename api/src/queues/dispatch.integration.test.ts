import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { turnOffFlow } from '../flows/arrange-flows.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { dispatchRound } from './dispatch-round.ts';

describeOnBothEngines('dispatching', (engine) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
  });

  const routeAll = (requirement: Record<string, unknown>) =>
    desk.publish('Route all', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'route', kind: 'action.route', config: { queueId: desk.queueId, requirement } },
    ]);
  const create = async (count: number, over?: Parameters<Desk['intake']>[0]) => {
    const made = await Promise.all(
      Array.from({ length: count }, () => desk.app.acceptor.accept(desk.workspaceId, desk.intake(over))),
    );
    await desk.app.dispatcher.settled();
    return made.map(({ ticketId }) => ticketId);
  };
  const wake = async () => {
    desk.app.dispatcher.wake(desk.workspaceId);
    await desk.app.dispatcher.settled();
  };
  const assignees = async () => {
    const rows = await desk.rows<{ assignee_id: string | null }>('select assignee_id from ticket order by number');
    return rows.map(({ assignee_id }) => assignee_id);
  };

  it('gives a new ticket to the agent with the needed skill and level, and says why', async () => {
    const { billing, network } = desk.skillIds;
    await routeAll({ skills: [{ skillId: billing, level: 3 }] });
    await desk.addAgent({ skills: { [billing]: 2 } });
    await desk.addAgent({ skills: { [network]: 5 } });
    await desk.addAgent({ skills: { [billing]: 5 }, presence: 'offline' });
    const fit = await desk.addAgent({ skills: { [billing]: 4 } });
    const [ticketId] = await create(1);
    expect(await desk.rows('select status, assignee_id, assigned_at is not null as has_time from ticket')).toEqual([
      { status: 'open', assignee_id: fit, has_time: true },
    ]);
    expect(await desk.rows('select * from queue_entry')).toEqual([]);
    const [assignment] = await desk.rows<{
      agent_id: string;
      explanation: { exclusions: { reason: { code: string } }[] };
    }>('select agent_id, explanation from assignment where ticket_id = ?', [ticketId]);
    expect(assignment?.agent_id).toBe(fit);
    expect(assignment?.explanation.exclusions.map(({ reason }) => reason.code).sort()).toEqual([
      'lacksSkill',
      'lacksSkill',
      'offline',
    ]);
    const events = await desk.rows<{ type: string; data: Record<string, unknown> }>(
      'select type, data from ticket_event order by sequence',
    );
    expect(events.map(({ type }) => type)).toEqual(['created', 'queued', 'assigned']);
    expect(events[2]?.data['ticket.status']).toEqual({ from: 'new', to: 'open' });
    expect(await desk.rows('select id from agent where last_assigned_at is not null')).toEqual([{ id: fit }]);
  });

  it('looks at the language and the team, too', async () => {
    await routeAll({ skills: [], language: 'ticket', teamId: desk.teamId });
    const indonesian = await desk.addAgent({ languages: ['id-ID'] });
    const outsider = await desk.addAgent({ languages: ['id'] });
    await desk.rows('insert into agent_team (workspace_id, agent_id, team_id) values (?, ?, ?)', [
      desk.workspaceId,
      indonesian,
      desk.teamId,
    ]);
    await create(1, { language: 'id' });
    await create(1, { language: 'de' });
    expect(await assignees()).toEqual([indonesian, null]);
    expect(outsider).not.toBe(indonesian);
  });

  it('fills agents up to their capacity by weight and no further, and goes on when capacity is freed', async () => {
    await desk.rows('update channel set weight = 2');
    const agent = await desk.addAgent({ capacity: 5 });
    const ids = await create(4);
    expect((await assignees()).filter(Boolean)).toHaveLength(2);
    const held = await desk.rows<{ id: string }>('select id from ticket where assignee_id = ? order by number', [
      agent,
    ]);
    await updateTicket(desk.app, desk.actor, { id: held[0]?.id ?? '', status: 'solved' });
    await desk.app.dispatcher.settled();
    expect(await desk.rows(`select id from ticket where assignee_id = ? and status = 'open'`, [agent])).toHaveLength(2);
    await updateTicket(desk.app, desk.actor, { id: held[1]?.id ?? '', status: 'pending' });
    await desk.app.dispatcher.settled();
    expect(await desk.rows('select ticket_id from queue_entry')).toEqual([]);
    expect(ids).toHaveLength(4);
  });

  it('waits for presence: nobody online keeps the ticket in line, somebody who comes gets it', async () => {
    const agent = await desk.addAgent({ presence: 'away' });
    await create(1);
    expect(await assignees()).toEqual([null]);
    await desk.rows(`update agent set presence = 'online' where id = ?`, [agent]);
    desk.app.notices.publish({ workspaceId: desk.workspaceId, about: 'agents', ids: [agent] });
    await desk.app.dispatcher.settled();
    expect(await assignees()).toEqual([agent]);
  });

  it('goes by priority, then age, to the most spare capacity, in queues of that policy', async () => {
    await desk.rows(`update queue set policy = 'priorityThenAge'`);
    const order: string[] = [];
    for (const priority of ['low', 'normal', 'urgent', 'normal']) {
      order.push(...(await create(1, { priority })));
      desk.clock.advance(1_000);
    }
    await desk.addAgent({ capacity: 1 });
    const roomy = await desk.addAgent({ capacity: 2 });
    await wake();
    const given = await desk.rows<{ ticket_id: string; agent_id: string }>(
      'select ticket_id, agent_id from assignment order by id',
    );
    expect(given.map(({ ticket_id }) => order.indexOf(ticket_id))).toEqual([2, 1, 3]);
    expect(given[0]?.agent_id).toBe(roomy);
  });

  it('never goes above capacity nor gives a ticket twice, with dispatchers at once and intake between', async () => {
    for (let index = 0; index < 5; index++) await desk.addAgent({ capacity: 4 });
    const { app, workspaceId } = desk;
    const rounds = Array.from({ length: 6 }, () =>
      engine.database.inWorkspace(workspaceId, (em) =>
        dispatchRound(em, workspaceId, app.programs, new Date(app.clock.nowMs())),
      ),
    );
    await Promise.all([create(30), ...rounds, create(30)]);
    await wake();
    const loads = await desk.rows<{ held: number }>(
      `select count(*)::int as held from ticket where assignee_id is not null group by assignee_id`,
    );
    expect(loads.map(({ held }) => held)).toEqual([4, 4, 4, 4, 4]);
    expect(await desk.rows('select ticket_id from assignment group by ticket_id having count(*) > 1')).toEqual([]);
    expect(await desk.rows('select 1 from queue_entry')).toHaveLength(40);
  });

  it('shares the agents among queues in the order of their positions', async () => {
    const agent = await desk.addAgent({ capacity: 1 });
    await desk.rows(`update agent set presence = 'offline' where id = ?`, [agent]);
    const [toFallback] = await create(1);
    await routeAll({ skills: [] });
    const [toBilling] = await create(1);
    await desk.rows(`update agent set presence = 'online' where id = ?`, [agent]);
    await wake();
    expect(await desk.rows('select id from ticket where assignee_id is not null')).toEqual([{ id: toBilling }]);
    expect(toFallback).toBeDefined();
  });

  it('runs flows that listen to assignments in the same transaction', async () => {
    await desk.publish('Tag taken ones', [
      { id: 'start', kind: 'trigger.ticketAssigned', config: { scope: 'agent' } },
      { id: 'tag', kind: 'action.tags', config: { add: ['taken'], remove: [] } },
    ]);
    await desk.addAgent();
    const [ticketId] = await create(1);
    expect(await desk.rows('select tags, status from ticket')).toEqual([{ tags: ['taken'], status: 'open' }]);
    expect(await desk.rows('select event_type from trace where ticket_id = ? order by id', [ticketId])).toEqual([
      { event_type: 'ticketCreated' },
      { event_type: 'ticketAssigned' },
    ]);
  });

  it('reads on past tickets nobody can take', async () => {
    const { billing } = desk.skillIds;
    const flowId = await desk.publish('Skill for old ones', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      {
        id: 'route',
        kind: 'action.route',
        config: { queueId: desk.queueId, requirement: { skills: [{ skillId: billing, level: 5 }] } },
      },
    ]);
    await create(520);
    desk.clock.advance(1_000);
    await turnOffFlow(desk.app, desk.actor, flowId);
    await desk.rows('update queue set is_fallback = false');
    await desk.rows('update queue set is_fallback = true where id = ?', [desk.queueId]);
    const [late] = await create(1);
    await desk.addAgent();
    await wake();
    expect(await desk.rows('select id from ticket where assignee_id is not null')).toEqual([{ id: late }]);
  });
});
