import { compileSla, currentClock, type SlaPolicy } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { clockRows } from './clock-rows.ts';
import { type LoggedEvent, slaLog } from './ticket-log.ts';

const HOUR_MS = 3_600_000;
const at = (hour: number) => new Date(hour * HOUR_MS);
const logged = (
  type: string,
  hour: number,
  data: LoggedEvent['data'] = {},
  actorKind: LoggedEvent['actorKind'] = 'agent',
) => ({ type, actorKind, data, at: at(hour) }) satisfies LoggedEvent;

const policy: SlaPolicy = {
  id: 'p',
  name: 'VIP',
  position: 0,
  condition: { fact: 'ticket.category', op: 'is', value: 'Billing' },
  targets: [{ metric: 'firstReply', byPriority: { normal: 4 * HOUR_MS, high: HOUR_MS }, calendarId: null }],
};
const sla = compileSla({ policies: [policy], calendars: {}, defaultCalendarId: null, timeZone: 'UTC' });

describe('the log of a ticket as its clocks read it', () => {
  it('begins with what the ticket was when it was created, not with what it is now', () => {
    const log = slaLog(
      [
        logged('created', 0, {}, 'customer'),
        logged('updated', 1, { 'ticket.priority': { from: 'normal', to: 'high' }, note: 'free text' }),
        logged('opened', 2),
        logged('solved', 3, { 'ticket.status': { from: 'open', to: 'solved' } }),
      ],
      { 'ticket.priority': 'high', 'ticket.status': 'solved', 'ticket.category': 'Billing' },
    );
    expect(log).toEqual([
      {
        type: 'created',
        by: 'customer',
        atMs: 0,
        facts: { 'ticket.priority': 'normal', 'ticket.status': 'open', 'ticket.category': 'Billing' },
      },
      { type: 'changed', by: 'agent', atMs: HOUR_MS, facts: { 'ticket.priority': 'high' } },
      { type: 'changed', by: 'agent', atMs: 3 * HOUR_MS, facts: { 'ticket.status': 'solved' } },
    ]);
  });

  it('tells replies of customers, agents and bots apart', () => {
    const types = slaLog(
      ['customer', 'agent', 'bot'].map((author) => logged('replied', 1, { author })),
      {},
    ).map(({ type }) => type);
    expect(types).toEqual(['customerMessage', 'agentReply', 'botReply']);
  });

  it('gives the clocks to keep: when due, when at risk, and what became of them', () => {
    const facts = { 'ticket.priority': 'normal', 'ticket.category': 'Billing', 'ticket.status': 'new' };
    const open = sla.read(slaLog([logged('created', 0, {}, 'customer')], facts), HOUR_MS);
    expect(clockRows('t', sla, open)).toMatchObject([
      { metric: 'firstReply', isRunning: true, dueAt: at(4), atRiskAt: at(3), breachedAt: null, fulfilledAt: null },
    ]);
    const late = sla.read(
      slaLog([logged('created', 0, {}, 'customer'), logged('replied', 5, { author: 'agent' })], facts),
      6 * HOUR_MS,
    );
    expect(clockRows('t', sla, late)).toMatchObject([{ isRunning: false, breachedAt: at(4), fulfilledAt: at(5) }]);
    expect(currentClock(late, 'firstReply')?.state).toBe('breached');
    expect(clockRows('t', sla, sla.read(slaLog([], facts), 0))).toEqual([]);
  });
});
