import { describe, expect, it } from 'vitest';
import type { SlaMetric } from '../facts/sla-facts.ts';
import { changed, created, HOUR_MS, hour, MONDAY_MS, message, status } from './log.test-support.ts';
import { readLog } from './read-log.ts';
import type { SlaEvent } from './sla-event.ts';

/** The clocks of a metric as `number: ran from-to, ... = end`, in hours since the ticket was created. */
function clocksOf(log: readonly SlaEvent[], metric: SlaMetric): string[] {
  const hours = (atMs: number | null) => (atMs === null ? '' : String((atMs - MONDAY_MS) / HOUR_MS));
  return readLog(log).episodes[metric].map(({ stretches, fulfilledAtMs }) => {
    const ran = stretches.map(({ fromMs, toMs }) => `${hours(fromMs)}-${hours(toMs)}`).join(' ');
    return fulfilledAtMs === null ? ran : `${ran} = ${hours(fulfilledAtMs)}`;
  });
}

describe('first reply', () => {
  it('runs from creation to the first public reply by a person, whatever the status', () => {
    const log = [
      created(0),
      status(1, 'pending'),
      status(2, 'on-hold'),
      message(3, 'agentReply'),
      message(4, 'agentReply'),
    ];
    expect(clocksOf(log, 'firstReply')).toEqual(['0-3 = 3']);
  });

  it('is not stopped by bots', () => {
    expect(clocksOf([created(0), message(1, 'botReply')], 'firstReply')).toEqual(['0-']);
  });

  it('starts anew when a ticket that a bot solved is reopened', () => {
    const log = [
      created(0),
      message(1, 'botReply'),
      status(1, 'solved', 'bot'),
      status(5, 'open'),
      message(6, 'agentReply'),
    ];
    expect(clocksOf(log, 'firstReply')).toEqual(['0-1 = 1', '5-6 = 6']);
  });

  it('starts anew in the same way when a flow solved it, and the message that reopens it starts no second clock', () => {
    const log = [created(0), status(1, 'solved', 'flow'), message(5, 'customerMessage'), status(5, 'open', 'customer')];
    expect(clocksOf(log, 'firstReply')).toEqual(['0-1 = 1', '5-']);
    expect(clocksOf(log, 'nextReply')).toEqual([]);
  });

  it('does not start anew where an agent wrote to the customer before it was reopened', () => {
    const log = [created(0), status(1, 'solved', 'bot'), message(2, 'agentReply'), status(5, 'open')];
    expect(clocksOf(log, 'firstReply')).toEqual(['0-1 = 1']);
  });

  it('does not start anew after a solution by an agent, nor where a person had replied before the bot solved', () => {
    expect(clocksOf([created(0), status(1, 'solved'), status(5, 'open')], 'firstReply')).toEqual(['0-1 = 1']);
    const replied = [created(0), message(1, 'agentReply'), status(2, 'solved', 'bot'), status(5, 'open')];
    expect(clocksOf(replied, 'firstReply')).toEqual(['0-1 = 1']);
  });
});

describe('next reply', () => {
  it('runs from the oldest unanswered message to the next reply by an agent, again and again', () => {
    const log = [
      created(0),
      message(1, 'customerMessage'),
      message(2, 'agentReply'),
      message(3, 'customerMessage'),
      message(4, 'customerMessage'),
      message(5, 'botReply'),
      message(6, 'agentReply'),
      message(9, 'customerMessage'),
      status(10, 'pending'),
    ];
    expect(clocksOf(log, 'nextReply')).toEqual(['3-6 = 6', '9-']);
  });

  it('ends when the ticket is solved instead', () => {
    const log = [created(0), message(1, 'agentReply'), message(2, 'customerMessage'), status(3, 'solved')];
    expect(clocksOf(log, 'nextReply')).toEqual(['2-3 = 3']);
  });
});

describe('updates', () => {
  const log = [
    created(0),
    message(1, 'agentReply'),
    status(2, 'pending'),
    status(4, 'open'),
    message(5, 'agentReply'),
    status(6, 'solved'),
    status(8, 'on-hold'),
  ];

  it('run from each reply by an agent to the next, while not solved', () => {
    expect(clocksOf(log, 'periodicUpdate')).toEqual(['1-5 = 5', '5-6 8-']);
  });

  it('that can be paused stand still while waiting for the customer as well', () => {
    expect(clocksOf(log, 'pausableUpdate')).toEqual(['1-2 4-5 = 5', '5-6 8-']);
  });
});

describe('waiting, work and resolution', () => {
  const log = [
    created(0),
    status(1, 'open'),
    status(2, 'pending'),
    status(4, 'on-hold'),
    status(7, 'open'),
    status(8, 'solved'),
    status(9, 'closed'),
    status(20, 'open'),
    status(22, 'solved'),
  ];

  it.each<[SlaMetric, string]>([
    ['requesterWait', '0-2 4-8 20-22 = 22'],
    ['agentWork', '0-2 7-8 20-22 = 22'],
    ['firstResolution', '0-8 = 8'],
    ['totalResolution', '0-8 20-22 = 22'],
  ])('%s runs while its statuses last', (metric, expected) => {
    expect(clocksOf(log, metric)).toEqual([expected]);
  });

  it('end at once for a ticket that comes in solved', () => {
    expect(clocksOf([created(0, { 'ticket.status': 'solved' })], 'totalResolution')).toEqual([' = 0']);
  });

  it('close like solve', () => {
    expect(clocksOf([created(0), status(3, 'closed')], 'firstResolution')).toEqual(['0-3 = 3']);
  });
});

describe('a log', () => {
  it('tells what happened to a clock, without any target', () => {
    const { events } = readLog([created(0), status(1, 'pending'), status(3, 'open'), status(4, 'solved')]);
    expect(events.filter(({ metric }) => metric === 'agentWork')).toEqual(
      (['activated', 'paused', 'resumed', 'fulfilled'] as const).map((type, index) => ({
        type,
        metric: 'agentWork',
        episode: 1,
        atMs: hour([0, 1, 3, 4][index] ?? 0),
      })),
    );
  });

  it('counts a message before the changes it carries', () => {
    const log = [created(0), { ...message(2, 'agentReply'), facts: { 'ticket.status': 'solved' } }];
    expect(clocksOf(log, 'firstReply')).toEqual(['0-2 = 2']);
    expect(clocksOf(log, 'periodicUpdate')).toEqual(['']);
  });

  it('says nothing before the ticket is there, and nothing of changes that concern no clock', () => {
    expect(clocksOf([message(0, 'customerMessage'), status(1, 'open')], 'nextReply')).toEqual([]);
    expect(readLog([created(0), changed(1, { 'ticket.subject': 'x' })]).events).toHaveLength(5);
  });
});
