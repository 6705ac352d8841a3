import { pino } from 'pino';
import { beforeEach, expect, it } from 'vitest';
import { setPresence } from '../agents/set-presence.ts';
import { createApp } from '../app.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { turnOffFlow } from '../flows/arrange-flows.ts';
import { addMessage } from '../tickets/add-message.ts';
import { assignTicket } from '../tickets/assign-ticket.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { cancelRun } from './cancel-run.ts';

const HOUR = 3_600_000;
const wait = (ms: number, ends: readonly unknown[] = []) => ({
  until: { type: 'duration', ms, clock: 'calendar' },
  ...(ends.length > 0 && { ends }),
});

describeOnBothEngines('runs that wait', (engine) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
  });
  const accept = async () => (await desk.app.acceptor.accept(desk.workspaceId, desk.intake())).ticketId;
  const notes = async () =>
    (
      await desk.rows<{ text: string }>(
        `select text from message where visibility = 'internal' order by created_at, id`,
      )
    ).map(({ text }) => text);
  const waiting = () => desk.rows<{ run_id: string; due_at: unknown }>('select run_id, due_at from waiting_run');
  const outcomes = async () =>
    (await desk.rows<{ outcome: string }>('select outcome from run order by id')).map(({ outcome }) => outcome);
  const publishReminder = (text: string, ends: readonly unknown[] = []) =>
    desk.publish('Reminder', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      {
        id: 'wait',
        kind: 'control.wait',
        config: wait(HOUR, ends),
        ports: { elapsed: 'late', ...(ends.length > 0 && { happened: 'answered' }) },
      },
      { id: 'late', kind: 'action.note', config: { text }, ports: {} },
      ...(ends.length > 0 ? [{ id: 'answered', kind: 'action.note', config: { text: 'Answered' } }] : []),
    ]);

  it('go on when their time has come, never before, once, also in another process after a restart', async () => {
    const flowId = await publishReminder('An hour has passed');
    await accept();
    expect(await outcomes()).toEqual(['waiting']);
    expect(await waiting()).toHaveLength(1);
    desk.clock.advance(HOUR - 1);
    await desk.app.timers.fire();
    expect(await notes()).toEqual([]);
    // Turned off meanwhile: the run keeps the version it began with.
    await turnOffFlow(desk.app, desk.actor, flowId);
    desk.clock.advance(2 * HOUR);
    const { config } = desk.app;
    const restarted = createApp({
      config,
      database: engine.database,
      log: pino({ level: 'silent' }),
      clock: desk.clock,
    });
    await restarted.timers.fire();
    await restarted.timers.fire();
    await desk.app.timers.fire();
    expect(await notes()).toEqual(['An hour has passed']);
    expect(await waiting()).toEqual([]);
    expect(await outcomes()).toEqual(['done', 'done']);
    expect(await desk.rows(`select data->>'lateMs' as late from ticket_event where type = 'runWokenLate'`)).toEqual([
      { late: String(2 * HOUR - 1) },
    ]);
    expect(await desk.rows('select * from workspace_wake where workspace_id = ?', [desk.workspaceId])).toEqual([]);
  });

  it('go on at once when the reply they wait for comes, and not again by time', async () => {
    await publishReminder('Nobody answered', [{ type: 'ticketReplied', by: 'agent' }]);
    const id = await accept();
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'Hello?', author: 'customer' });
    expect(await notes()).toEqual([]);
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'Here I am.' });
    expect(await notes()).toEqual(['Answered']);
    desk.clock.advance(2 * HOUR);
    await desk.app.timers.fire();
    expect(await notes()).toEqual(['Answered']);
  });

  it('end when the ticket is closed, or a person ends them', async () => {
    await publishReminder('Too late');
    const [closed, ended] = [await accept(), await accept()];
    await updateTicket(desk.app, desk.actor, { id: closed, status: 'closed' });
    const [run] = await desk.rows<{ id: string }>('select id from run where ticket_id = ?', [ended]);
    await cancelRun(desk.app, desk.actor, run?.id ?? '');
    await expect(cancelRun(desk.app, desk.actor, run?.id ?? '')).rejects.toThrow('NOT_POSSIBLE_NOW');
    desk.clock.advance(2 * HOUR);
    await desk.app.timers.fire();
    expect(await notes()).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(new Set(await outcomes())).toEqual(new Set(['cancelled']));
  });

  it('wait again in the next step, under the same run', async () => {
    await desk.publish('Twice', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'first', kind: 'control.wait', config: wait(HOUR), ports: { elapsed: 'one' } },
      { id: 'one', kind: 'action.note', config: { text: 'One' } },
      { id: 'second', kind: 'control.wait', config: wait(HOUR), ports: { elapsed: 'two' } },
      { id: 'two', kind: 'action.note', config: { text: 'Two' } },
    ]);
    await accept();
    const [began] = await waiting();
    desk.clock.advance(HOUR);
    await desk.app.timers.fire();
    expect(await waiting()).toMatchObject([{ run_id: began?.run_id }]);
    desk.clock.advance(HOUR);
    await desk.app.timers.fire();
    expect(await notes()).toEqual(['One', 'Two']);
    expect(await desk.rows('select continues from run order by id')).toEqual([
      { continues: null },
      { continues: began?.run_id },
      { continues: began?.run_id },
    ]);
    expect(await outcomes()).toEqual(['done', 'done', 'done']);
  });

  it('start another flow, which waits on its own', async () => {
    const child = await desk.publish('Child', [
      { id: 'start', kind: 'trigger.manual' },
      { id: 'wait', kind: 'control.wait', config: wait(HOUR), ports: { elapsed: 'note' } },
      { id: 'note', kind: 'action.note', config: { text: 'Of the child' } },
    ]);
    await desk.publish('Parent', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'child', kind: 'action.startFlow', config: { flowId: child } },
      { id: 'note', kind: 'action.note', config: { text: 'Of the parent' } },
    ]);
    await accept();
    expect(await notes()).toEqual(['Of the parent']);
    desk.clock.advance(HOUR);
    await desk.app.timers.fire();
    expect(await notes()).toEqual(['Of the parent', 'Of the child']);
    const runs = await desk.rows<{ id: string; started_by: string | null; flow_id: string }>(
      'select id, started_by, flow_id from run where continues is null',
    );
    const parent = runs.find(({ flow_id }) => flow_id !== child);
    expect(runs.find(({ flow_id }) => flow_id === child)?.started_by).toBe(parent?.id);
  });
});

describeOnBothEngines('flows that begin by time', (engine) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
  });
  const accept = async () => (await desk.app.acceptor.accept(desk.workspaceId, desk.intake())).ticketId;
  const tagsOf = async (id: string) =>
    (await desk.rows<{ tags: string[] }>('select to_json(tags) as tags from ticket where id = ?', [id]))[0]?.tags;
  const publish = (kind: string, config: Record<string, unknown>) =>
    desk.publish(`By ${kind}`, [
      { id: 'start', kind, config },
      { id: 'note', kind: 'action.note', config: { text: 'Fired' } },
    ]);
  const fired = async () => (await desk.rows(`select id from message where visibility = 'internal'`)).length;
  const idle = {
    waitingOn: 'agent',
    forMs: HOUR,
    clock: 'calendar',
    refire: { policy: 'oncePerEpisode' },
  };

  it('fire once per time a customer waits, and again when they wait anew', async () => {
    await publish('trigger.ticketIdle', idle);
    const id = await accept();
    desk.clock.advance(HOUR - 1);
    await desk.app.timers.fire();
    expect(await fired()).toBe(0);
    desk.clock.advance(1);
    await desk.app.timers.fire();
    await desk.app.timers.fire();
    expect(await fired()).toBe(1);
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'We look into it.' });
    desk.clock.advance(2 * HOUR);
    await desk.app.timers.fire();
    expect(await fired()).toBe(1);
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'And?', author: 'customer' });
    desk.clock.advance(HOUR);
    await desk.app.timers.fire();
    expect(await fired()).toBe(2);
  });

  it('reach tickets that were there before the flow, and leave closed ones alone', async () => {
    const [open, closed] = [await accept(), await accept()];
    await updateTicket(desk.app, desk.actor, { id: closed, status: 'closed' });
    desk.clock.advance(5 * HOUR);
    await publish('trigger.ticketIdle', idle);
    await desk.app.timers.fire();
    expect(await desk.rows(`select ticket_id from message where visibility = 'internal'`)).toEqual([
      { ticket_id: open },
    ]);
  });

  it('keep a schedule in the time zone of the workspace, for the tickets that fit', async () => {
    await desk.publish('Each morning', [
      {
        id: 'start',
        kind: 'trigger.schedule',
        config: {
          cron: '0 8 * * *',
          condition: { fact: 'ticket.priority', op: 'is', value: 'high' },
          refire: { policy: 'atMost', times: 2 },
        },
      },
      { id: 'note', kind: 'action.note', config: { text: 'Good morning' } },
    ]);
    const id = await accept();
    const other = await accept();
    await updateTicket(desk.app, desk.actor, { id, priority: 'high' });
    // 16:00 in Jakarta: the next morning is 16 hours away.
    desk.clock.advance(16 * HOUR - 1);
    await desk.app.timers.fire();
    expect(await fired()).toBe(0);
    for (const days of [1, 2, 3]) {
      desk.clock.advance(days === 1 ? 1 : 24 * HOUR);
      await desk.app.timers.fire();
      expect(await fired()).toBe(Math.min(days, 2));
    }
    expect(await desk.rows(`select id from message where ticket_id = ? and visibility = 'internal'`, [other])).toEqual(
      [],
    );
  });

  it('fire for an assignee who stays away', async () => {
    await publish('trigger.agentUnavailable', { afterMs: HOUR, refire: { policy: 'oncePerEpisode' } });
    const agentId = await desk.addAgent();
    const id = await accept();
    await assignTicket(desk.app, desk.actor, { id, agentId });
    await setPresence(desk.app, desk.actor, { agentId, presence: 'offline' });
    await desk.app.timers.fire();
    desk.clock.advance(HOUR);
    await desk.app.timers.fire();
    expect(await fired()).toBe(1);
    expect(await tagsOf(id)).toEqual([]);
  });
});
