import { describe, expect, it } from 'vitest';
import type { BusinessClock } from '../calendar/business-clock.ts';
import type { TicketEvent } from '../facts/event.ts';
import { factCatalogue } from '../facts/fact-catalogue.ts';
import type { Facts } from '../facts/fact-value.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import type { NodeInput } from './behaviour.ts';
import { namesOf } from './names-of.ts';
import { nodeDefinition } from './node-catalogue.ts';

const HOUR = 3_600_000;
const ONCE = { policy: 'oncePerEpisode' };
const names = namesOf(workspace);

/** Open only in the first half of every hour. */
const halfHours: BusinessClock = {
  isOpenAt: (atMs) => atMs % HOUR < HOUR / 2,
  nextOpening: (fromMs) => fromMs,
  addBusinessTime: (fromMs, lengthMs) => fromMs + 2 * lengthMs,
  businessTimeBetween: (fromMs, toMs) => Math.max(0, (toMs - fromMs) / 2),
};

const calendars: NonNullable<NodeInput['businessClock']> = (id) => (id === 'cal-gone' ? undefined : halfHours);

function triggerOf(kind: string, config: Readonly<Record<string, unknown>>) {
  const behaviour = nodeDefinition(kind)?.behaviour(config, 'n');
  if (behaviour?.type !== 'trigger') throw new Error(`${kind} does not run`);
  return behaviour;
}

function missOf(
  kind: string,
  config: Readonly<Record<string, unknown>>,
  facts: Facts,
  more: Partial<TicketEvent> = {},
) {
  const event: TicketEvent = { type: 'ticketCreated', ticketId: 'k', actor: { kind: 'agent' }, ...more };
  return triggerOf(kind, config).miss({
    event,
    facts,
    nowMs: 10 * HOUR,
    timeZone: 'UTC',
    providers: new Set(),
    businessClock: calendars,
  });
}

function dueOf(kind: string, config: Readonly<Record<string, unknown>>, facts: Facts, nowMs = 10 * HOUR) {
  return triggerOf(kind, config).time?.due({ facts, nowMs, timeZone: 'UTC', businessClock: calendars });
}

describe('trigger.ticketIdle', () => {
  const idle = (more: object) => ({ waitingOn: 'agent', forMs: 2 * HOUR, clock: 'calendar', refire: ONCE, ...more });
  const asked = {
    'ticket.status': 'open',
    'ticket.lastCustomerMessageAt': 5 * HOUR,
    'ticket.lastActivityAt': 7 * HOUR,
  };
  const answered = { ...asked, 'ticket.lastAgentMessageAt': 6 * HOUR };

  it('waits for an agent from the customer’s message until it is answered', () => {
    expect(dueOf('trigger.ticketIdle', idle({}), asked)).toEqual({ dueAtMs: 7 * HOUR, episode: String(5 * HOUR) });
    expect(dueOf('trigger.ticketIdle', idle({}), answered)).toBeNull();
  });

  it('waits for the customer from the agent’s answer', () => {
    const due = { dueAtMs: 8 * HOUR, episode: String(6 * HOUR) };
    expect(dueOf('trigger.ticketIdle', idle({ waitingOn: 'customer' }), answered)).toEqual(due);
    expect(dueOf('trigger.ticketIdle', idle({ waitingOn: 'customer' }), asked)).toBeNull();
  });

  it('waits for anyone from the last activity, or from the beginning', () => {
    const anyone = idle({ waitingOn: 'anyone' });
    expect(dueOf('trigger.ticketIdle', anyone, answered)?.dueAtMs).toBe(9 * HOUR);
    expect(dueOf('trigger.ticketIdle', anyone, { 'ticket.createdAt': HOUR })?.dueAtMs).toBe(3 * HOUR);
  });

  it('waits for nobody on a ticket that is solved or closed', () => {
    expect(dueOf('trigger.ticketIdle', idle({}), { ...asked, 'ticket.status': 'solved' })).toBeNull();
    expect(dueOf('trigger.ticketIdle', idle({}), { ...asked, 'ticket.status': 'closed' })).toBeNull();
  });

  it('counts business hours where it is told to, and all hours where the calendar is gone', () => {
    expect(dueOf('trigger.ticketIdle', idle({ clock: 'business' }), asked)?.dueAtMs).toBe(9 * HOUR);
    expect(dueOf('trigger.ticketIdle', idle({ clock: 'business', calendarId: 'cal-gone' }), asked)?.dueAtMs).toBe(
      7 * HOUR,
    );
  });

  it('does not fire where the facts have changed since it was armed', () => {
    expect(missOf('trigger.ticketIdle', idle({}), asked)).toBeNull();
    expect(missOf('trigger.ticketIdle', idle({}), answered)).toMatchObject({ reason: 'conditionDoesNotHold' });
    const later = { ...asked, 'ticket.lastCustomerMessageAt': 9 * HOUR };
    expect(missOf('trigger.ticketIdle', idle({}), later)).toEqual({
      reason: 'conditionDoesNotHold',
      fact: 'ticket.lastCustomerMessageAt',
      seen: 9 * HOUR,
    });
  });
});

describe('trigger.slaChecked', () => {
  const warning = { metric: 'firstReply', at: { type: 'warning', beforeMs: HOUR }, refire: ONCE };
  const breach = { metric: 'firstReply', at: { type: 'breach' }, refire: ONCE };
  const running = {
    'sla.policy': 'sla-gold',
    'sla.firstReply.state': 'running',
    'sla.firstReply.timeLeft': 4 * HOUR,
    'sla.firstReply.dueAt': 14 * HOUR,
    'sla.firstReply.since': 2 * HOUR,
  };

  it('is due so long before the target, and when it is missed; its clock’s start names the episode', () => {
    expect(dueOf('trigger.slaChecked', warning, running)).toEqual({ dueAtMs: 13 * HOUR, episode: String(2 * HOUR) });
    expect(dueOf('trigger.slaChecked', breach, running)).toEqual({ dueAtMs: 14 * HOUR, episode: String(2 * HOUR) });
  });

  it('makes do with the time left', () => {
    const facts = { 'sla.firstReply.state': 'atRisk', 'sla.firstReply.timeLeft': 4 * HOUR };
    expect(dueOf('trigger.slaChecked', breach, facts)?.dueAtMs).toBe(14 * HOUR);
  });

  it('counts the warning in the hours of the clock’s calendar', () => {
    const facts = { ...running, 'sla.firstReply.calendar': 'cal-office', 'sla.firstReply.dueAt': 18 * HOUR };
    expect(dueOf('trigger.slaChecked', warning, facts)?.dueAtMs).toBe(16 * HOUR);
    expect(dueOf('trigger.slaChecked', warning, { ...facts, 'sla.firstReply.timeLeft': HOUR })?.dueAtMs).toBe(
      10 * HOUR,
    );
  });

  it('is never due while the clock is paused, met or absent, nor under another policy', () => {
    for (const state of ['none', 'paused', 'fulfilled']) {
      expect(dueOf('trigger.slaChecked', breach, { ...running, 'sla.firstReply.state': state })).toBeNull();
    }
    expect(dueOf('trigger.slaChecked', { ...breach, policyId: 'sla-gold' }, running)).not.toBeNull();
    expect(dueOf('trigger.slaChecked', { ...breach, policyId: 'sla-other' }, running)).toBeNull();
  });

  it('fires late for a target missed meanwhile, but not for one missed over a week ago, nor on a solved ticket', () => {
    const missed = { ...running, 'sla.firstReply.state': 'breached', 'sla.firstReply.dueAt': 9 * HOUR };
    expect(missOf('trigger.slaChecked', breach, missed)).toBeNull();
    expect(missOf('trigger.slaChecked', warning, missed)).toBeNull();
    expect(dueOf('trigger.slaChecked', breach, missed, 60 * HOUR)).not.toBeNull();
    expect(dueOf('trigger.slaChecked', breach, missed, 180 * HOUR)).toBeNull();
    const answeredLate = { ...missed, 'sla.firstReply.dueAt': null, 'sla.firstReply.timeLeft': -HOUR };
    expect(dueOf('trigger.slaChecked', breach, answeredLate)).toBeNull();
    expect(dueOf('trigger.slaChecked', breach, { ...missed, 'ticket.status': 'solved' })).toBeNull();
  });
});

describe('trigger.customerOffline and trigger.agentUnavailable', () => {
  const config = { afterMs: HOUR, refire: ONCE };

  it('are due so long after the person left, while the ticket is open', () => {
    const facts = { 'contact.offlineSince': 8 * HOUR };
    expect(dueOf('trigger.customerOffline', config, facts)).toEqual({ dueAtMs: 9 * HOUR, episode: String(8 * HOUR) });
    expect(dueOf('trigger.customerOffline', config, {})).toBeNull();
    expect(dueOf('trigger.customerOffline', config, { ...facts, 'ticket.status': 'solved' })).toBeNull();
  });

  it('need somebody who is responsible, where it is the agent', () => {
    const facts = { 'agent.unavailableSince': 8 * HOUR };
    expect(dueOf('trigger.agentUnavailable', config, facts)).toBeNull();
    expect(dueOf('trigger.agentUnavailable', config, { ...facts, 'ticket.assignee': 'a-dewi' })?.dueAtMs).toBe(
      9 * HOUR,
    );
  });
});

describe('trigger.schedule', () => {
  const condition = { fact: 'ticket.status', op: 'is', value: 'pending' };

  it('is due at its next moment; while its condition holds it is one episode', () => {
    const config = { cron: '0 12 * * *', condition, refire: ONCE };
    expect(dueOf('trigger.schedule', config, { 'ticket.status': 'pending' })).toEqual({
      dueAtMs: 12 * HOUR,
      episode: 'holds',
    });
    expect(dueOf('trigger.schedule', config, { 'ticket.status': 'open' })?.episode).toBe('holdsNot');
    expect(missOf('trigger.schedule', config, { 'ticket.status': 'open' })).toMatchObject({
      reason: 'conditionDoesNotHold',
    });
    expect(missOf('trigger.schedule', config, { 'ticket.status': 'pending' })).toBeNull();
  });

  it('has an episode for each moment where it has no condition or may fire several times', () => {
    expect(dueOf('trigger.schedule', { cron: '0 12 * * *', refire: ONCE }, {})?.episode).toBe(String(12 * HOUR));
    const thrice = { cron: '0 12 * * *', condition, refire: { policy: 'atMost', times: 3 } };
    expect(dueOf('trigger.schedule', thrice, {}, 13 * HOUR)?.episode).toBe(String(36 * HOUR));
  });

  it('is refused where it is unfilled, unreadable, or never comes', () => {
    const found = (cron: string) =>
      nodeDefinition('trigger.schedule')
        ?.check({ cron, refire: ONCE }, factCatalogue(workspace))
        .map(({ code, params }) => `${code} ${params.expected ?? ''}`.trim());
    expect(found('0 9 * * 1')).toEqual([]);
    expect(found(' ')).toEqual(['MISSING_CONFIG']);
    expect(found('every day')).toEqual(['INVALID_VALUE cron']);
    expect(found('0 0 31 2 *')).toEqual(['INVALID_VALUE cronThatComes']);
  });
});

describe('triggers of one event', () => {
  it('manual asks for one of the roles and one of the teams', () => {
    const press = (config: object, actor: object) =>
      missOf('trigger.manual', { ...config }, {}, { actor: { kind: 'agent', ...actor } })?.reason ?? 'fires';
    expect(press({}, {})).toBe('fires');
    expect(press({ roles: ['manager', 'admin'] }, { role: 'admin' })).toBe('fires');
    expect(press({ roles: ['manager'] }, { role: 'agent' })).toBe('notAllowed');
    expect(press({ roles: ['manager'] }, {})).toBe('notAllowed');
    expect(press({ teamIds: ['t-1'] }, { role: 'agent', teamIds: ['t-2', 't-1'] })).toBe('fires');
    expect(press({ roles: ['agent'], teamIds: ['t-1'] }, { role: 'agent', teamIds: ['t-2'] })).toBe('notAllowed');
  });

  it('webhook asks for its name as written', () => {
    expect(missOf('trigger.webhook', { name: 'payment.failed' }, {}, { name: 'payment.failed' })).toBeNull();
    expect(missOf('trigger.webhook', { name: 'payment.failed' }, {}, { name: 'Payment.failed' })).toEqual({
      reason: 'otherName',
      seen: 'Payment.failed',
    });
  });

  it('surveyAnswered asks for a score between its bounds, both included', () => {
    const answer = (config: object, score: number | null) =>
      missOf('trigger.surveyAnswered', { ...config }, { 'survey.score': score });
    expect([1, 2, 3, 4, 5].map((score) => answer({ atLeast: 2, atMost: 4 }, score) === null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(answer({ atMost: 2 }, 3)).toEqual({ reason: 'otherScore', seen: 3 });
    expect(answer({ atMost: 2 }, null)).toEqual({ reason: 'otherScore', seen: null });
    expect(answer({}, null)).toBeNull();
    const upsideDown = nodeDefinition('trigger.surveyAnswered')?.check({ atLeast: 4, atMost: 2 }, []);
    expect(upsideDown?.map(({ code }) => code)).toEqual(['INVALID_VALUE']);
  });
});

describe('sentences of triggers', () => {
  it.each([
    [
      'trigger.slaChecked',
      { metric: 'firstReply', policyId: 'sla-gold', at: { type: 'warning', beforeMs: 900_000 }, refire: ONCE },
      '15 minutes before the target for first reply of Gold is missed',
      '15 menit sebelum target balasan pertama dari Gold terlewat',
    ],
    [
      'trigger.slaChecked',
      { metric: 'nextReply', at: { type: 'breach' }, refire: { policy: 'oncePerTicket' } },
      'When the target for next reply is missed, once per ticket',
      'Ketika target balasan berikutnya terlewat, sekali per tiket',
    ],
    [
      'trigger.ticketIdle',
      {
        waitingOn: 'customer',
        forMs: 72 * HOUR,
        clock: 'business',
        calendarId: 'cal-office',
        refire: { policy: 'atMost', times: 2 },
      },
      'When the customer has not answered for 3 days within Office hours, at most 2 times per ticket',
      'Ketika pelanggan tidak menjawab selama 3 hari dalam Office hours, paling banyak 2 kali per tiket',
    ],
    [
      'trigger.agentUnavailable',
      { afterMs: 600_000, refire: ONCE },
      'When the assignee has been unavailable for 10 minutes',
      'Ketika penanggung jawab tidak tersedia selama 10 menit',
    ],
    [
      'trigger.schedule',
      { cron: '0 9 * * 1', condition: { fact: 'ticket.status', op: 'is', value: 'pending' }, refire: ONCE },
      'Every Monday at 09:00, for tickets where status is Waiting for customer',
      'Setiap Senin pukul 09:00, untuk tiket dengan status adalah Menunggu pelanggan',
    ],
    [
      'trigger.manual',
      { roles: ['agent', 'manager'], teamIds: ['t-1'] },
      'When the button is pressed by agents or managers of Tier 1',
      'Ketika tombol ditekan oleh agen atau manajer dari Tier 1',
    ],
    [
      'trigger.surveyAnswered',
      { atMost: 2 },
      'When the survey is answered with 2 or less',
      'Ketika survei dijawab dengan 2 atau kurang',
    ],
    [
      'trigger.webhook',
      { name: 'payment.failed' },
      'When another system sends “payment.failed”',
      'Ketika sistem lain mengirim “payment.failed”',
    ],
  ])('%s says what it is told', (kind, config, english, indonesian) => {
    expect(nodeDefinition(kind)?.sentence(config, names, 'en')).toBe(english);
    expect(nodeDefinition(kind)?.sentence(config, names, 'id')).toBe(indonesian);
  });
});
