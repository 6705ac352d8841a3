import { describe, expect, it } from 'vitest';
import { checkProgram } from './check-program.ts';
import { type Drawn, onCreated, stop, tag } from './drawn-flow.test-support.ts';
import { flows, world } from './program-flows.test-support.ts';

const HOUR = 3_600_000;

describe('timers and targets', () => {
  const target = (metric: 'firstReply' | 'totalResolution', calendarId: string | null = null) => ({
    metric,
    byPriority: { low: HOUR, high: 2 * HOUR },
    calendarId,
  });
  const timers = (step: Drawn, ...targets: readonly ReturnType<typeof target>[]) => {
    const heard: readonly Drawn[] = [
      [
        't',
        'trigger.slaChecked',
        { metric: 'firstReply', at: { type: 'breach' }, refire: { policy: 'oncePerEpisode' } },
      ],
      stop,
    ];
    const rows = step[1].startsWith('trigger.') ? [[step, stop]] : [[onCreated, step, tag('a', 'x')]];
    return checkProgram(flows(...rows, heard), { ...world, slaPolicies: [{ id: 'sla-gold', targets }] }).map(
      ({ params }) => `${params.metric} ${Number(params.timerMs) / HOUR} > ${Number(params.targetMs) / HOUR}`,
    );
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
    expect(timers(wait([{ type: 'ticketClosed' }]), ...both)).toEqual([]);
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
    expect(timers(business(), target('firstReply', 'cal-night'))).toEqual(['firstReply 9 > 2']);
    expect(timers(business('cal-office'), target('firstReply'))).toEqual(['firstReply 9 > 2']);
    expect(timers(wait([replied()], { calendarId: 'cal-office' }), target('firstReply', 'cal-office'))).toEqual([]);
  });
});
