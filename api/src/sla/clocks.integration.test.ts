import { beforeEach, expect, it } from 'vitest';
import { createCalendar, updateCalendar } from '../calendars/calendar-set-up.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { addMessage } from '../tickets/add-message.ts';
import { searchTickets } from '../tickets/search-tickets.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { createSlaPolicy, deleteSlaPolicy, updateSlaPolicy } from './sla-policy-set-up.ts';

const HOUR_MS = 3_600_000;

interface StoredClock {
  readonly metric: string;
  readonly is_running: boolean;
  readonly due_ms: number | null;
  readonly breached_ms: number | null;
  readonly fulfilled_ms: number | null;
}

describeOnBothEngines('the clocks of tickets', (engine) => {
  let desk: Desk;
  let startMs: number;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
    startMs = desk.clock.nowMs();
  });

  const accept = async (priority: 'normal' | 'high' = 'normal') =>
    (await desk.app.acceptor.accept(desk.workspaceId, desk.intake({ priority }))).ticketId;
  const firstReply = (lengths: object) => ({ metric: 'firstReply' as const, ...lengths });
  const promise = (targets: object[], more: object = {}) =>
    createSlaPolicy(desk.app, desk.actor, { name: 'Promise', targets: targets as never, ...more });
  const reply = (id: string) =>
    addMessage(desk.app, desk.actor, { ticketId: id, text: 'Hello', visibility: 'public', author: 'agent' } as never);
  const clocks = () =>
    desk.rows<StoredClock>(
      `select metric, is_running, (extract(epoch from due_at) * 1000)::float8 as due_ms,
         (extract(epoch from breached_at) * 1000)::float8 as breached_ms,
         (extract(epoch from fulfilled_at) * 1000)::float8 as fulfilled_ms
       from ticket_clock order by metric`,
    );
  const settled = async () => {
    await desk.app.timers.fire();
  };

  it('start with the ticket, stop with the reply, and keep what became of them', async () => {
    await promise([firstReply({ normal: 'PT4H', high: 'PT1H' })]);
    const id = await accept();
    expect(await clocks()).toEqual([
      { metric: 'firstReply', is_running: true, due_ms: startMs + 4 * HOUR_MS, breached_ms: null, fulfilled_ms: null },
    ]);
    desk.clock.advance(HOUR_MS);
    await updateTicket(desk.app, desk.actor, { id, priority: 'high' } as never);
    // Held to the shorter promise from now on, the time already spent counted.
    expect(await clocks()).toMatchObject([{ due_ms: startMs + HOUR_MS }]);
    desk.clock.advance(HOUR_MS);
    await reply(id);
    expect(await clocks()).toMatchObject([
      { is_running: false, breached_ms: startMs + HOUR_MS, fulfilled_ms: startMs + 2 * HOUR_MS },
    ]);
  });

  it('are read from the past when a policy comes, changes and goes; nothing is reset', async () => {
    await accept();
    desk.clock.advance(HOUR_MS);
    const policy = await promise([firstReply({ normal: 'PT4H' })]);
    await settled();
    expect(await clocks()).toMatchObject([{ due_ms: startMs + 4 * HOUR_MS }]);
    await updateSlaPolicy(desk.app, desk.actor, {
      id: policy.id,
      targets: [firstReply({ normal: 'PT2H' }), { metric: 'totalResolution', normal: 'PT24H' }] as never,
    });
    await settled();
    expect(await clocks()).toMatchObject([
      { metric: 'firstReply', due_ms: startMs + 2 * HOUR_MS },
      { metric: 'totalResolution', due_ms: startMs + 24 * HOUR_MS },
    ]);
    await updateSlaPolicy(desk.app, desk.actor, {
      id: policy.id,
      condition: { fact: 'ticket.priority', op: 'is', value: 'urgent' },
    } as never);
    await settled();
    expect(await clocks()).toEqual([]);
    await deleteSlaPolicy(desk.app, desk.actor, policy.id);
    expect(await clocks()).toEqual([]);
  });

  it('follow the calendar of their target', async () => {
    // The desk opens on a Monday at 16:00 in Jakarta.
    const calendar = await createCalendar(desk.app, desk.actor, {
      name: 'Office',
      timeZone: 'Asia/Jakarta',
      weekly: [1, 2].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
    });
    await promise([firstReply({ normal: 'PT2H', calendarId: calendar.id })]);
    await accept();
    expect(await clocks()).toMatchObject([{ due_ms: startMs + 18 * HOUR_MS }]);
    await updateCalendar(desk.app, desk.actor, {
      id: calendar.id,
      weekly: [1, 2].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
    });
    await settled();
    expect(await clocks()).toMatchObject([{ due_ms: startMs + 2 * HOUR_MS }]);
  });

  it('are found by how they stand now, though nothing was written since', async () => {
    await promise([firstReply({ normal: 'PT4H' }), { metric: 'totalResolution', normal: 'PT48H' }]);
    const id = await accept();
    const found = async (state: 'running' | 'atRisk' | 'breached' | 'fulfilled', metric?: 'firstReply') => {
      const page = await searchTickets(desk.app, desk.actor, {
        filter: { sla: { state: [state], metric: metric ?? null } },
      });
      return page.nodes.map((ticket) => ticket.id);
    };
    expect([await found('running', 'firstReply'), await found('atRisk')]).toEqual([[id], []]);
    desk.clock.advance(3 * HOUR_MS);
    expect([await found('running', 'firstReply'), await found('atRisk')]).toEqual([[], [id]]);
    desk.clock.advance(HOUR_MS);
    expect([await found('atRisk'), await found('breached'), await found('running')]).toEqual([[], [id], [id]]);
    desk.clock.advance(1);
    await reply(id);
    expect([await found('breached', 'firstReply'), await found('fulfilled')]).toEqual([[id], []]);
  });

  it('fire flows a while before they are missed, and once they are, to the second and only once', async () => {
    await promise([firstReply({ normal: 'PT2H' })]);
    for (const [name, at] of [
      ['Warned', { type: 'warning', beforeMs: HOUR_MS / 2 }],
      ['Missed', { type: 'breach' }],
    ] as const) {
      await desk.publish(name, [
        {
          id: 'sla',
          kind: 'trigger.slaChecked',
          config: { metric: 'firstReply', at, refire: { policy: 'oncePerEpisode' } },
        },
        { id: 'note', kind: 'action.note', config: { text: `${name} {{ sla.firstReply.state }}` } },
      ]);
    }
    await accept();
    const notes = async () =>
      (await desk.rows<{ text: string }>(`select text from message where visibility = 'internal' order by id`)).map(
        ({ text }) => text,
      );
    desk.clock.advance(1.5 * HOUR_MS - 1000);
    await settled();
    expect(await notes()).toEqual([]);
    desk.clock.advance(1000);
    await settled();
    expect(await notes()).toEqual(['Warned atRisk']);
    // Nobody was there when it was missed.
    desk.clock.advance(5 * HOUR_MS);
    await settled();
    await settled();
    expect(await notes()).toEqual(['Warned atRisk', 'Missed breached']);
  });
});
