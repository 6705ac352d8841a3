import { beforeEach, expect, it } from 'vitest';
import { setPresence } from '../agents/set-presence.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { addMessage } from '../tickets/add-message.ts';
import { assignTicket } from '../tickets/assign-ticket.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { measureTickets } from './measure-tickets.ts';
import type { MetricsInput } from './metrics.inputs.ts';

const MINUTE_MS = 60_000;

describeOnBothEngines('metrics', (engine) => {
  let desk: Desk;
  let from: Date;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
    from = new Date(desk.clock.nowMs());
  });

  const minutes = (count: number) => desk.clock.advance(count * MINUTE_MS);
  const accept = async () => (await desk.app.acceptor.accept(desk.workspaceId, desk.intake())).ticketId;
  const reply = (id: string) =>
    addMessage(desk.app, desk.actor, { ticketId: id, text: 'Hello', visibility: 'public', author: 'agent' } as never);
  const solve = (id: string) => updateTicket(desk.app, desk.actor, { id, status: 'solved' } as never);
  const measure = async (more: Partial<MetricsInput> = {}) => {
    const { groups } = await measureTickets(desk.app, desk.actor, { from, ...more } as MetricsInput);
    return groups.map(({ key, bucket, measures }) => ({
      key,
      bucket,
      of: (metric: string) => measures.find(({ definition }) => definition.key === metric),
    }));
  };

  it('measures lengths, shares and counts from the log, with nothing set up', async () => {
    const [first, second] = [await accept(), await accept()];
    minutes(10);
    await reply(first);
    minutes(10);
    await reply(second);
    await solve(second);
    minutes(40);
    const [all] = await measure();
    expect(all?.of('firstReply')).toMatchObject({
      count: 2,
      calendar: { mean: 15 * MINUTE_MS, median: 15 * MINUTE_MS, longest: 20 * MINUTE_MS },
      business: { mean: 15 * MINUTE_MS },
    });
    expect(all?.of('totalResolution')).toMatchObject({ count: 1, calendar: { mean: 20 * MINUTE_MS } });
    expect(all?.of('backlog')?.total).toBe(1);
    expect(all?.of('slaAttainment')?.share).toEqual({ part: 0, whole: 0, share: null });
    expect(all?.of('unassignedAge')?.calendar?.longest).toBe(60 * MINUTE_MS);
  });

  it('groups by agent, divides time on the wall clock, and leaves out who is not asked for', async () => {
    const agentId = await desk.addAgent({ presence: 'offline' });
    const [theirs, nobodys] = [await accept(), await accept()];
    await assignTicket(desk.app, desk.actor, { id: theirs, agentId });
    minutes(30);
    await reply(theirs);
    minutes(60);
    await reply(nobodys);
    const byAgent = await measure({ groupBy: 'agent', metrics: ['firstReply'] });
    expect(byAgent.map(({ key, of }) => [key, of('firstReply')?.calendar?.mean])).toEqual([
      [agentId, 30 * MINUTE_MS],
      [null, 90 * MINUTE_MS],
    ]);
    // 16:00 in Jakarta is the start of an hour, so the replies fall into the first and the second.
    const byHour = await measure({ bucket: 'hour', metrics: ['firstReply'] });
    expect(byHour.filter(({ of }) => of('firstReply')?.count === 1).map(({ bucket }) => bucket)).toEqual([0, 1]);
    const only = await measure({ agentIds: [agentId], metrics: ['firstReply'] });
    expect(only.map(({ of }) => of('firstReply')?.count)).toEqual([1]);
    expect(await measure({ agentIds: ['nobody'] })).toEqual([]);
  });

  it('knows how busy agents were while they were there', async () => {
    // Without capacity nothing is given to them but by hand.
    const agentId = await desk.addAgent({ presence: 'offline', capacity: 0 });
    const present = (presence: 'online' | 'offline') => setPresence(desk.app, desk.actor, { agentId, presence });
    await present('online');
    minutes(30);
    const id = await accept();
    await assignTicket(desk.app, desk.actor, { id, agentId });
    minutes(15);
    await solve(id);
    minutes(15);
    await present('offline');
    minutes(60);
    const [row] = await measure({ groupBy: 'agent', metrics: ['occupancy'], agentIds: [agentId] });
    expect(row?.key).toBe(agentId);
    expect(row?.of('occupancy')?.share).toEqual({ part: 15 * MINUTE_MS, whole: 60 * MINUTE_MS, share: 0.25 });
  });

  it('counts runs of flows, and says what it will not do', async () => {
    await desk.publish('Note', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'note', kind: 'action.note', config: { text: 'Seen' } },
    ]);
    await accept();
    const [all] = await measure({ metrics: ['flowRuns', 'flowFailures'] });
    expect([all?.of('flowRuns')?.total, all?.of('flowFailures')?.total]).toEqual([1, 0]);
    const to = new Date(from.getTime() - 1);
    await expect(measure({ to })).rejects.toMatchObject({ userErrors: [{ code: 'OUT_OF_RANGE' }] });
    const year = new Date(from.getTime() - 365 * 24 * 60 * MINUTE_MS);
    await expect(measure({ from: year, bucket: 'hour' })).rejects.toMatchObject({ userErrors: [{ code: 'TOO_MANY' }] });
  });
});
