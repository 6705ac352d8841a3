import { describe, expect, it } from 'vitest';
import { checkProgram } from './check-program.ts';
import { type Drawn, drawn, onCreated, stop, tag } from './drawn-flow.test-support.ts';
import { flows, world } from './program-flows.test-support.ts';
import type { GuardedPolicy } from './program-world.ts';

const HOUR = 3_600_000;

type Target = GuardedPolicy['targets'][number];

describe('timers and targets', () => {
  const target = (
    metric: 'firstReply' | 'nextReply' | 'firstResolution' | 'totalResolution',
    calendarId: string | null = null,
    byPriority: Target['byPriority'] = { low: HOUR, high: 2 * HOUR, normal: HOUR },
  ): Target => ({ metric, byPriority, calendarId });
  const timers = (step: Drawn, ...targets: readonly Target[]) => {
    const rows = step[1].startsWith('trigger.') ? [step, stop] : [onCreated, step, tag('a', 'x')];
    return checkProgram(flows(rows), { ...world, slaPolicies: [{ id: 'sla-gold', targets }] })
      .filter(({ code }) => code === 'TIMER_LONGER_THAN_SLA')
      .map(({ params }) => `${params.metric} ${Number(params.timerMs) / HOUR} > ${Number(params.targetMs) / HOUR}`);
  };
  const wait = (ends: readonly object[], until: object = {}): Drawn => [
    'w',
    'control.wait',
    { until: { type: 'duration', ms: 9 * HOUR, clock: 'calendar', ...until }, ends },
  ];
  const replied = (by?: string) => ({ type: 'ticketReplied', ...(by ? { by } : {}) });

  it('are compared by what ends the wait', () => {
    const both = [target('firstReply'), target('totalResolution')];
    expect(timers(wait([replied('agent')]), ...both)).toEqual(['firstReply 9 > 2']);
    expect(timers(wait([replied('any')]), ...both)).toEqual(['firstReply 9 > 2']);
    expect(timers(wait([replied()]), ...both)).toEqual(['firstReply 9 > 2']);
    expect(timers(wait([replied('customer')]), ...both)).toEqual([]);
    expect(timers(wait([{ type: 'ticketSolved' }]), ...both)).toEqual(['totalResolution 9 > 2']);
    expect(timers(wait([{ type: 'ticketReopened' }]), ...both)).toEqual([]);
    expect(timers(wait([]), ...both)).toEqual([]);
  });

  it('are compared for waits of a length only', () => {
    expect(timers(wait([replied()], { type: 'timeOfDay', at: '09:00' }), target('firstReply'))).toEqual([]);
  });

  it('in open hours are compared with the same hours, or the calendar', () => {
    const business = (calendarId?: string) =>
      wait([replied()], { clock: 'business', ...(calendarId ? { calendarId } : {}) });
    expect(timers(business('cal-office'), target('firstReply', 'cal-office'))).toEqual(['firstReply 9 > 2']);
    expect(timers(business('cal-office'), target('firstReply', 'cal-night'))).toEqual([]);
    expect(timers(business(), target('firstReply', 'cal-night'))).toEqual([]);
    expect(timers(business('cal-office'), target('firstReply'))).toEqual(['firstReply 9 > 2']);
    expect(timers(wait([replied()], { calendarId: 'cal-office' }), target('firstReply', 'cal-office'))).toEqual([]);
  });

  const idle = (config: object): Drawn => [
    't',
    'trigger.ticketIdle',
    { waitingOn: 'agent', forMs: 9 * HOUR, clock: 'calendar', refire: { policy: 'oncePerEpisode' }, ...config },
  ];

  it('of triggers are compared with what an agent is held to reply in', () => {
    const targets = [target('nextReply'), target('firstResolution')];
    expect(timers(idle({}), ...targets)).toEqual(['nextReply 9 > 2']);
    expect(timers(idle({ waitingOn: 'anyone' }), ...targets)).toEqual([]);
    expect(timers(idle({ forMs: 'long' }), ...targets)).toEqual([]);
    const business = { clock: 'business', calendarId: 'cal-office' };
    expect(timers(idle(business), target('firstReply', 'cal-office'))).toEqual(['firstReply 9 > 2']);
    expect(timers(idle(business), target('firstReply', 'cal-night'))).toEqual([]);
    expect(timers(idle({ clock: 'business', calendarId: '' }), target('firstReply', 'cal-night'))).toEqual([]);
  });

  it('are told with the longest target that is missed, the first of equal ones', () => {
    const solved = wait([{ type: 'ticketSolved' }, replied()]);
    const first = target('firstResolution', null, { low: 3 * HOUR });
    expect(timers(solved, target('firstReply'), first, target('totalResolution', null, { low: 3 * HOUR }))).toEqual([
      'firstResolution 9 > 3',
    ]);
    expect(timers(solved, first, target('totalResolution', null, { low: 10 * HOUR }))).toEqual([]);
  });

  it('that cannot be read are left to what is said of their own flow', () => {
    const targets = target('firstReply');
    expect(timers(wait([replied()], { ms: 'long' }), targets)).toEqual([]);
    expect(timers(['w', 'control.wait', { until: null, ends: [replied()] }], targets)).toEqual([]);
    expect(timers(['w', 'action.note', { ...wait([replied()])[2], text: 'x' }], targets)).toEqual([]);
  });

  it('are compared in flows of which nothing else is known, too', () => {
    const circle = drawn(
      [onCreated, wait([replied()]), tag('a', 'x'), tag('b', 'x')],
      't.then>w',
      'w.elapsed>a',
      'a.done>b',
      'b.done>a',
    );
    const [given] = flows([onCreated, stop]);
    const slaPolicies = [{ id: 'sla-gold', targets: [target('firstReply')] }];
    expect(checkProgram(given ? [{ ...given, flow: circle }] : [], { ...world, slaPolicies })).toEqual([
      {
        code: 'TIMER_LONGER_THAN_SLA',
        severity: 'warning',
        flowId: 'f0',
        nodeId: 'w',
        path: [],
        params: { metric: 'firstReply', timerMs: 9 * HOUR, targetMs: 2 * HOUR },
      },
      { code: 'SLA_WITHOUT_ESCALATION', severity: 'warning', path: [], params: { policyId: 'sla-gold' } },
    ]);
  });
});
