import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact-value.ts';
import type { Refire } from './behaviour.ts';
import type { Firing } from './effect.ts';
import { armedFor, firingNow, firingSeen } from './firing.ts';
import { nodeDefinition } from './node-catalogue.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Lives through a stretch of time with one trigger and one ticket: asks when it is armed for, lets that time come, fires
 * it or not, and asks again. Gives the instants at which it fired, in hours.
 */
function firingsOver(
  kind: string,
  config: object,
  factsAt: (nowMs: number) => Facts,
  untilMs: number,
): readonly number[] {
  const behaviour = nodeDefinition(kind)?.behaviour({ ...config }, 'n');
  if (behaviour?.type !== 'trigger' || !behaviour.time) throw new Error(`${kind} is no time trigger`);
  const { time, miss } = behaviour;
  const fired: number[] = [];
  let firing: Firing = { count: 0, episode: null };
  let nowMs = 0;
  for (let round = 0; round < 200; round += 1) {
    const at = (instantMs: number) => ({
      facts: factsAt(instantMs),
      nowMs: instantMs,
      timeZone: 'UTC',
      businessClock: () => undefined,
    });
    // The ticket changes now and then, and is looked at whenever it does.
    const armed = armedFor(time, at(nowMs), firing);
    const next = Math.min(armed && armed.dueAtMs > nowMs ? armed.dueAtMs : nowMs + HOUR, nowMs + HOUR);
    nowMs = armed && armed.dueAtMs <= nowMs ? nowMs : next;
    if (nowMs > untilMs) return fired;
    const event = { type: 'schedule', ticketId: 'k', actor: { kind: 'timer' } } as const;
    const isDue = armed !== null && armed.dueAtMs <= nowMs;
    const { mayFire, after } = firingNow(time, at(nowMs), firing);
    if (isDue && mayFire && !miss({ ...at(nowMs), event, providers: new Set() })) {
      fired.push(nowMs / HOUR);
      firing = after;
    } else {
      firing = firingSeen(time, at(nowMs), firing);
      if (isDue) nowMs += 1;
    }
  }
  return fired;
}

function daily(refire: Refire, condition?: object) {
  return { cron: '0 9 * * *', refire, ...(condition ? { condition } : {}) };
}

const PENDING = { fact: 'ticket.status', op: 'is', value: 'pending' };

describe('a schedule over time', () => {
  const pendingThenNot = (nowMs: number) => ({
    'ticket.status': nowMs >= 3 * DAY && nowMs < 4 * DAY ? 'open' : 'pending',
  });

  it('fires once while its condition goes on holding, and once more after it has ceased to', () => {
    expect(
      firingsOver('trigger.schedule', daily({ policy: 'oncePerEpisode' }, PENDING), pendingThenNot, 7 * DAY),
    ).toEqual([9, 4 * 24 + 9]);
  });

  it('fires at every moment without a condition, and so many times where told to', () => {
    expect(firingsOver('trigger.schedule', daily({ policy: 'oncePerEpisode' }), pendingThenNot, 3 * DAY)).toEqual([
      9, 33, 57,
    ]);
    const twice = daily({ policy: 'atMost', times: 2 }, PENDING);
    expect(firingsOver('trigger.schedule', twice, pendingThenNot, 7 * DAY)).toEqual([9, 33]);
    expect(firingsOver('trigger.schedule', daily({ policy: 'oncePerTicket' }), pendingThenNot, 7 * DAY)).toEqual([9]);
  });
});

describe('a wait over time', () => {
  const idle = (refire: Refire) => ({ waitingOn: 'agent', forMs: 2 * HOUR, clock: 'calendar', refire });
  /** The customer writes at 1 and, after the answer at 5, again at 10. */
  const conversation = (nowMs: number) => ({
    'ticket.lastCustomerMessageAt': nowMs >= 10 * HOUR ? 10 * HOUR : nowMs >= HOUR ? HOUR : null,
    'ticket.lastAgentMessageAt': nowMs >= 5 * HOUR ? 5 * HOUR : null,
  });

  it('fires once for each message that is not answered in time', () => {
    expect(firingsOver('trigger.ticketIdle', idle({ policy: 'oncePerEpisode' }), conversation, 2 * DAY)).toEqual([
      3, 12,
    ]);
    expect(firingsOver('trigger.ticketIdle', idle({ policy: 'oncePerTicket' }), conversation, 2 * DAY)).toEqual([3]);
  });
});

describe('a target over time', () => {
  /** Four hours from 0, paused from 3 to 6, missed at 7. */
  const clock = (nowMs: number): Facts => {
    if (nowMs >= 3 * HOUR && nowMs < 6 * HOUR) {
      return { 'sla.agentWork.state': 'paused', 'sla.agentWork.since': 0, 'sla.agentWork.timeLeft': HOUR };
    }
    const dueAtMs = nowMs < 3 * HOUR ? 4 * HOUR : 7 * HOUR;
    return {
      'sla.agentWork.state': dueAtMs <= nowMs ? 'breached' : 'running',
      'sla.agentWork.since': 0,
      'sla.agentWork.dueAt': dueAtMs,
      'sla.agentWork.timeLeft': dueAtMs - nowMs,
    };
  };

  it('warns once, though the clock is paused and resumed, and is missed once', () => {
    const refire = { policy: 'oncePerEpisode' };
    const warning = { metric: 'agentWork', at: { type: 'warning', beforeMs: 2 * HOUR }, refire };
    expect(firingsOver('trigger.slaChecked', warning, clock, DAY)).toEqual([2]);
    expect(
      firingsOver('trigger.slaChecked', { metric: 'agentWork', at: { type: 'breach' }, refire }, clock, DAY),
    ).toEqual([7]);
  });
});
