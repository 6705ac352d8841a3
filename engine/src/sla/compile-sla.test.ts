import { describe, expect, it } from 'vitest';
import { compileSla } from './compile-sla.ts';
import { changed, created, HOUR_MS, hour, message, office, policyOf, slaInput, status } from './log.test-support.ts';
import { currentClock, type SlaClock } from './sla-clock.ts';
import type { SlaEvent } from './sla-event.ts';
import { slaFacts } from './sla-facts.ts';
import type { SlaPolicy } from './sla-policy.ts';
import { slaTimers } from './sla-timers.ts';

const gold = policyOf('gold', 4);

function read(log: readonly SlaEvent[], hours: number, ...policies: readonly SlaPolicy[]) {
  return compileSla(slaInput(...policies)).read(log, hour(hours));
}
function clock(
  metric: Parameters<typeof currentClock>[1],
  log: readonly SlaEvent[],
  hours: number,
  ...policies: readonly SlaPolicy[]
): SlaClock {
  const found = currentClock(read(log, hours, ...policies), metric);
  if (!found) throw new Error('The clock has not started');
  return found;
}

describe('a target', () => {
  it('is due after its length in its calendar', () => {
    // The office closes at hour 8 and opens again at hour 24.
    expect(clock('firstReply', [created(6)], 7, gold)).toMatchObject({
      state: 'running',
      dueAtMs: hour(26),
      timeLeftMs: 3 * HOUR_MS,
      elapsedMs: HOUR_MS,
      businessMs: HOUR_MS,
    });
  });

  it('counts around the clock without a calendar, and business time beside it', () => {
    const around = policyOf('gold', 10, { calendarId: null });
    expect(clock('firstReply', [created(6)], 10, around)).toMatchObject({
      dueAtMs: hour(16),
      elapsedMs: 4 * HOUR_MS,
      businessMs: 2 * HOUR_MS,
    });
  });

  it('moves by the open time paused', () => {
    const log = [created(0), status(2, 'pending'), status(26, 'open')];
    // Paused for 6 open hours of Monday and 2 of Tuesday: 4 hours of work end at 28 instead of 4.
    expect(clock('requesterWait', log, 27, gold)).toMatchObject({ state: 'atRisk', dueAtMs: hour(28) });
    expect(clock('requesterWait', log, 27, gold).timeLeftMs).toBe(HOUR_MS);
  });

  it('is not missed by time spent paused, however long', () => {
    const log = [created(0), status(3, 'pending'), status(24 * 30, 'open')];
    expect(clock('requesterWait', log, 24 * 29, gold)).toMatchObject({
      state: 'paused',
      timeLeftMs: HOUR_MS,
      dueAtMs: null,
    });
    expect(clock('requesterWait', log, 24 * 30, gold)).toMatchObject({ state: 'atRisk', breachedAtMs: null });
  });

  it('is not missed by a pause that begins at its very instant', () => {
    const log = [created(0), status(4, 'pending')];
    expect(clock('requesterWait', log, 7, gold)).toMatchObject({ state: 'paused', timeLeftMs: 0, breachedAtMs: null });
    expect(clock('requesterWait', [...log, status(7, 'open')], 7, gold)).toMatchObject({ breachedAtMs: hour(7) });
  });

  it('is at risk with a quarter left, missed at its instant and met up to it', () => {
    const log = [created(0)];
    expect(clock('firstReply', log, 2.99, gold).state).toBe('running');
    expect(clock('firstReply', log, 3, gold).state).toBe('atRisk');
    expect(clock('firstReply', log, 4, gold)).toMatchObject({ state: 'breached', breachedAtMs: hour(4) });
    expect(clock('firstReply', [...log, message(4, 'agentReply')], 5, gold)).toMatchObject({
      state: 'fulfilled',
      breachedAtMs: null,
      dueAtMs: hour(4),
      timeLeftMs: null,
    });
    expect(clock('firstReply', [...log, message(4.01, 'agentReply')], 5, gold)).toMatchObject({
      state: 'breached',
      breachedAtMs: hour(4),
      isRunning: false,
    });
  });

  it('that nobody set leaves the clock measured all the same', () => {
    const free = clock('firstReply', [created(0), message(3, 'agentReply')], 9);
    expect(free).toMatchObject({ state: 'fulfilled', target: null, dueAtMs: null, elapsedMs: 3 * HOUR_MS });
  });

  it('in a calendar that is gone counts around the clock', () => {
    expect(clock('firstReply', [created(6)], 7, policyOf('gold', 4, { calendarId: 'gone' })).dueAtMs).toBe(hour(10));
  });
});

describe('policies', () => {
  const vip = policyOf('vip', 2, { position: 0, condition: { fact: 'contact.isVip', op: 'is', value: true } });

  it('apply by position: the first that the ticket meets', () => {
    const log = [created(0, { 'contact.isVip': true })];
    expect(read(log, 1, gold, vip).policyId).toBe('vip');
    expect(read([created(0)], 1, vip, gold).policyId).toBe('gold');
    expect(read([created(0)], 1, vip).policyId).toBeNull();
  });

  it('of one position apply by id, however they are listed', () => {
    const [a, b, c] = [policyOf('a', 1), policyOf('b', 2), policyOf('c', 3)];
    for (const listed of [
      [a, b, c],
      [c, b, a],
      [b, c, a],
    ] as const) {
      expect(read([created(0)], 1, ...listed).policyId).toBe('a');
    }
  });

  it('of a log written down out of order are those of the log in order', () => {
    const log = [created(0), changed(1, { 'ticket.priority': 'urgent' }), message(3, 'agentReply')];
    expect(read([...log].reverse(), 9, gold)).toEqual(read(log, 9, gold));
  });

  it('are looked at anew on every change, and time that ran is kept', () => {
    const log = [created(0), changed(1, { 'contact.isVip': true })];
    expect(clock('firstReply', log, 1.5, vip, gold)).toMatchObject({
      dueAtMs: hour(2),
      elapsedMs: 1.5 * HOUR_MS,
      target: { policyId: 'vip' },
    });
  });

  it('set a new length for a new priority, and time that ran is kept', () => {
    const log = [created(0), changed(1, { 'ticket.priority': 'urgent' })];
    expect(clock('firstReply', log, 1, gold)).toMatchObject({ dueAtMs: hour(2), timeLeftMs: HOUR_MS });
  });

  it('that come too late to be met are missed at that moment, and once', () => {
    const log = [created(0), changed(3, { 'ticket.priority': 'urgent' }), changed(3.5, { 'ticket.priority': 'low' })];
    expect(clock('firstReply', log, 3.2, gold)).toMatchObject({
      state: 'breached',
      dueAtMs: hour(2),
      breachedAtMs: hour(3),
    });
    // Eased again, it is no longer missed; that it was stays in the events, once.
    expect(clock('firstReply', log, 3.6, gold)).toMatchObject({ state: 'atRisk', dueAtMs: hour(4) });
    const breaches = read(log, 9, gold).events.filter(
      ({ type, metric }) => type === 'breached' && metric === 'firstReply',
    );
    expect(breaches).toEqual([{ type: 'breached', metric: 'firstReply', episode: 1, atMs: hour(3) }]);
  });

  it('judge a stopped clock by what it was held to before the change that came with the stop', () => {
    const log = [
      created(0),
      { ...status(3, 'solved'), facts: { 'ticket.status': 'solved', 'ticket.priority': 'urgent' } },
    ];
    expect(clock('firstResolution', log, 5, gold)).toMatchObject({
      state: 'fulfilled',
      target: { priority: 'normal' },
    });
  });

  it('judge a stopped clock by the last change before the stop', () => {
    const log = [created(0), changed(1, { 'ticket.priority': 'urgent' }), status(3, 'solved')];
    expect(clock('firstResolution', log, 5, gold)).toMatchObject({ state: 'breached', target: { priority: 'urgent' } });
  });

  it('judge a clock that stopped as it started by what the ticket was then', () => {
    const log = [created(0, { 'ticket.status': 'solved' })];
    expect(clock('firstResolution', log, 5, gold)).toMatchObject({
      state: 'fulfilled',
      target: { policyId: 'gold' },
      elapsedMs: 0,
    });
  });

  it('of two changes at one moment apply the later', () => {
    const log = [created(0), changed(0, { 'ticket.priority': 'urgent' }), changed(0, { 'ticket.priority': 'low' })];
    expect(clock('firstReply', log, 3, gold)).toMatchObject({ target: { priority: 'low' }, breachedAtMs: null });
  });

  it('without a length for the priority of the ticket hold it to nothing', () => {
    const lowOnly = {
      ...gold,
      targets: [{ metric: 'firstReply' as const, byPriority: { low: HOUR_MS }, calendarId: null }],
    };
    expect(clock('firstReply', [created(0)], 3, lowOnly)).toMatchObject({ target: null, dueAtMs: null });
  });

  it('added later tell of the past', () => {
    const log = [created(0), message(5, 'agentReply')];
    expect(read(log, 30).events.some(({ type }) => type === 'breached')).toBe(false);
    expect(read(log, 30, gold).events).toContainEqual({
      type: 'breached',
      metric: 'firstReply',
      episode: 1,
      atMs: hour(4),
    });
  });

  it('see what goes with time as it was at each change', () => {
    const open = policyOf('open', 2, {
      position: 0,
      condition: { fact: 'time.isBusinessHours', op: 'is', value: true },
    });
    const old = policyOf('old', 1, {
      position: 0,
      condition: { fact: 'ticket.age', op: 'atLeast', value: 3 * HOUR_MS },
    });
    const now = { 'time.isBusinessHours': false, 'ticket.age': 99 * HOUR_MS };
    expect(read([created(0, now)], 1, open, gold).policyId).toBe('open');
    expect(read([created(12, now)], 13, open, gold).policyId).toBe('gold');
    expect(read([created(0, now), changed(2)], 9, old, gold).policyId).toBe('gold');
    expect(read([created(0, now), changed(3)], 9, old, gold).policyId).toBe('old');
  });

  it('hold a ticket without a known priority to the normal one', () => {
    expect(clock('firstReply', [created(0, { 'ticket.priority': null })], 1, gold).target?.priority).toBe('normal');
  });
});

describe('reopening', () => {
  it('goes on with the total resolution and leaves the first as it was', () => {
    const log = [created(0), status(3, 'solved'), status(24, 'open')];
    expect(clock('totalResolution', log, 24.5, gold)).toMatchObject({ state: 'atRisk', dueAtMs: hour(25) });
    expect(clock('firstResolution', log, 24.5, gold)).toMatchObject({ state: 'fulfilled' });
  });
});

describe('what happened to the clocks', () => {
  it('comes by time, and of one moment by metric', () => {
    const log = [
      created(0),
      status(1, 'pending'),
      message(1.5, 'agentReply'),
      status(2, 'open'),
      status(3, 'solved'),
      status(24, 'pending'),
    ];
    const said = read(log, 24, policyOf('tight', 1)).events.map(
      ({ type, metric, episode, atMs }) => `${(atMs - hour(0)) / HOUR_MS} ${metric} ${episode} ${type}`,
    );
    expect(said).toEqual([
      '0 firstReply 1 activated',
      '0 requesterWait 1 activated',
      '0 agentWork 1 activated',
      '0 firstResolution 1 activated',
      '0 totalResolution 1 activated',
      '1 firstReply 1 breached',
      '1 requesterWait 1 paused',
      '1 agentWork 1 paused',
      '1 firstResolution 1 breached',
      '1 totalResolution 1 breached',
      '1.5 firstReply 1 fulfilled',
      '1.5 periodicUpdate 1 activated',
      '1.5 pausableUpdate 1 activated',
      '1.5 pausableUpdate 1 paused',
      '2 pausableUpdate 1 resumed',
      '2 requesterWait 1 resumed',
      '2 requesterWait 1 breached',
      '2 agentWork 1 resumed',
      '2 agentWork 1 breached',
      '2.5 periodicUpdate 1 breached',
      '3 periodicUpdate 1 paused',
      '3 pausableUpdate 1 paused',
      '3 requesterWait 1 fulfilled',
      '3 agentWork 1 fulfilled',
      '3 firstResolution 1 fulfilled',
      '3 totalResolution 1 fulfilled',
      '24 periodicUpdate 1 resumed',
      '24 requesterWait 1 paused',
      '24 agentWork 1 paused',
      '24 totalResolution 1 resumed',
    ]);
  });
});

describe('facts of clocks', () => {
  it('say state, time left, due time and policy of what has a target', () => {
    const facts = slaFacts(read([created(0)], 5, { ...gold, targets: gold.targets.slice(0, 2) }));
    expect(facts).toEqual({
      'sla.policy': 'gold',
      'sla.firstReply.state': 'breached',
      'sla.firstReply.timeLeft': -HOUR_MS,
      'sla.firstReply.dueAt': hour(4),
      'sla.firstReply.since': hour(0),
      'sla.firstReply.calendar': 'office',
      'sla.nextReply.state': 'none',
      'sla.periodicUpdate.state': 'none',
      'sla.pausableUpdate.state': 'none',
      'sla.requesterWait.state': 'none',
      'sla.agentWork.state': 'none',
      'sla.firstResolution.state': 'none',
      'sla.totalResolution.state': 'none',
    });
  });

  it('say no time left of a clock that has stopped', () => {
    const facts = slaFacts(read([created(0), message(1, 'agentReply')], 5, gold));
    expect(facts['sla.firstReply.state']).toBe('fulfilled');
    expect(Object.hasOwn(facts, 'sla.firstReply.timeLeft')).toBe(false);
    expect(Object.hasOwn(facts, 'sla.firstReply.dueAt')).toBe(false);
  });
});

describe('timers', () => {
  const sla = compileSla(slaInput({ ...gold, targets: gold.targets.filter(({ metric }) => metric === 'agentWork') }));
  const timersAt = (log: readonly SlaEvent[], hours: number) =>
    slaTimers(sla, sla.read(log, hour(hours)), [HOUR_MS, 2 * HOUR_MS, HOUR_MS]).map(({ key, atMs, isLate }) => [
      key,
      (atMs - hour(0)) / HOUR_MS,
      isLate,
    ]);

  it('come for each warning and for the breach, in the calendar of the target', () => {
    expect(timersAt([created(6)], 6)).toEqual([
      ['agentWork:1:warning:7200000', 8, false],
      ['agentWork:1:warning:3600000', 25, false],
      ['agentWork:1:breach', 26, false],
    ]);
  });

  it('come by instant across the clocks, a longer warning first', () => {
    const mixed = compileSla(
      slaInput({
        ...gold,
        targets: (['agentWork', 'firstReply'] as const).map((metric) => ({
          metric,
          byPriority: { normal: (metric === 'firstReply' ? 4 : 3) * HOUR_MS },
          calendarId: null,
        })),
      }),
    );
    const timers = slaTimers(mixed, mixed.read([created(0)], hour(1)), [HOUR_MS, 9 * HOUR_MS, 8 * HOUR_MS]);
    expect(timers.map(({ key, isLate }) => `${key}${isLate ? ' late' : ''}`)).toEqual([
      'firstReply:1:warning:32400000 late',
      'firstReply:1:warning:28800000 late',
      'agentWork:1:warning:32400000 late',
      'agentWork:1:warning:28800000 late',
      'agentWork:1:warning:3600000',
      'firstReply:1:warning:3600000',
      'agentWork:1:breach',
      'firstReply:1:breach',
    ]);
  });

  it('are not late at their very instant', () => {
    expect(timersAt([created(6)], 8)[0]).toEqual(['agentWork:1:warning:7200000', 8, false]);
  });

  it('are marked late where their instant has passed, and keep their keys', () => {
    expect(timersAt([created(6)], 25.5).map(([, , isLate]) => isLate)).toEqual([true, true, false]);
  });

  it('rest while the clock is paused or stopped', () => {
    expect(timersAt([created(0), status(1, 'pending')], 2)).toEqual([]);
    expect(timersAt([created(0), status(1, 'solved')], 2)).toEqual([]);
  });

  it('move when the clock goes on, under the same keys', () => {
    expect(timersAt([created(0), status(1, 'pending'), status(3, 'open')], 3)).toEqual([
      ['agentWork:1:warning:7200000', 4, false],
      ['agentWork:1:warning:3600000', 5, false],
      ['agentWork:1:breach', 6, false],
    ]);
  });

  it.each<[readonly SlaEvent[]]>([[[created(0)]], [[created(0), status(1, 'pending'), status(3, 'open')]]])(
    'longer than the target come when the clock starts',
    (log) => {
      const [first] = slaTimers(sla, sla.read(log, hour(3)), [9 * HOUR_MS]);
      expect(first).toMatchObject({ atMs: hour(0), isLate: true, at: { type: 'warning', beforeMs: 9 * HOUR_MS } });
    },
  );

  it('come never in a calendar that does not open', () => {
    const never = compileSla({ ...slaInput(gold), calendars: { office: { ...office, weekly: [] } } });
    expect(slaTimers(never, never.read([created(0)], hour(1)), [HOUR_MS])).toEqual([]);
  });
});
