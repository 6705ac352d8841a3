import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { ask, type Drawn, onCreated, set, tag } from './drawn-flow.test-support.ts';
import { flows, said } from './program-flows.test-support.ts';
import type { ProgramWorld } from './program-world.ts';

const low = set('a', { 'ticket.priority': 'low' });
const high = set('a', { 'ticket.priority': 'high' });
const urgent = set('a', { 'ticket.priority': 'urgent' });
const changed = (fact: string, more: object = {}): Drawn => ['t', 'trigger.ticketUpdated', { fields: [fact], ...more }];
const SAME = ['FLOWS_SET_SAME_FIELD f1/a f0'];

const HOUR = 3_600_000;
const breach = (metric: string): Drawn => [
  't',
  'trigger.slaChecked',
  { metric, at: { type: 'breach' }, refire: { policy: 'oncePerEpisode' } },
];

describe('flows that set the same field', () => {
  it('do not where the earlier one itself wrote that value last (a step was compared, not what its flow left)', () => {
    const first = set('b', { 'ticket.priority': 'low' });
    expect(said(flows([onCreated, first, high], [onCreated, high]))).toEqual([]);
    expect(said(flows([onCreated, first, high], [onCreated, low]))).toEqual(SAME);
  });

  it('do not where the earlier one also wrote what the later one asks (other fields were taken as unknown)', () => {
    const major = set('b', { 'ticket.severity': 'major' });
    const ifSeverity = (value: string) => ask('f', 'ticket.severity', 'is', value);
    expect(said(flows([onCreated, major, low], [onCreated, ifSeverity('minor'), high]))).toEqual([]);
    expect(said(flows([onCreated, low, major], [onCreated, ifSeverity('minor'), high]))).toEqual([]);
    expect(said(flows([onCreated, low, major], [onCreated, ifSeverity('major'), high]))).toEqual(SAME);
  });

  it('do not where the earlier one ends with a stop of later flows (only “stop on match” was looked at)', () => {
    const stop = (laterFlows: boolean): Drawn => ['s', 'control.stop', { laterFlows }];
    expect(said(flows([onCreated, low, stop(true)], [onCreated, high]))).toEqual([]);
    expect(said(flows([onCreated, low, stop(false)], [onCreated, high]))).toEqual(SAME);
  });

  it('do not where a set had nothing before the earlier one wrote it (what it gained was thought to be only a part)', () => {
    const untag: Drawn = ['a', 'action.tags', { add: [], remove: ['refund'] }];
    const gained: readonly Drawn[] = [onCreated, ask('f', 'ticket.tags', 'isEmpty'), tag('b', 'refund')];
    const ifTag = (value: string) => ask('f', 'ticket.tags', 'containsAnyOf', [value]);
    expect(said(flows(gained, [onCreated, ifTag('vip'), untag]))).toEqual([]);
    expect(said(flows([onCreated, tag('b', 'refund')], [onCreated, ifTag('vip'), untag]))).toEqual(SAME);
  });

  it('do not where no event carries what both hear of (triggers that share a type were taken to share an event)', () => {
    const assigned: Drawn = ['t', 'trigger.ticketAssigned', { scope: 'any' }];
    expect(said(flows([changed('ticket.priority'), low], [assigned, high]))).toEqual([]);
    expect(said(flows([changed('ticket.team'), low], [assigned, high]))).toEqual(SAME);
  });

  it('do not where the value is another than the one it changed to (changes and values were taken as independent)', () => {
    const toUrgent = ask('f', 'ticket.priority', 'changedTo', 'urgent');
    const isLow = ask('f', 'ticket.priority', 'is', 'low');
    const category = (value: string) => set('a', { 'ticket.category': value });
    const both = (first: Drawn, second: Drawn) =>
      said(
        flows(
          [changed('ticket.priority'), first, category('Billing')],
          [changed('ticket.priority'), second, category('Technical')],
        ),
      );
    expect(both(toUrgent, isLow)).toEqual([]);
    expect(both(isLow, toUrgent)).toEqual([]);
    expect(both(toUrgent, toUrgent)).toEqual(SAME);
    const before = [changed('ticket.priority'), isLow, high];
    expect(said(flows(before, [changed('ticket.priority', { to: 'urgent' }), urgent]))).toEqual([]);
  });

  it('do where the earlier one changes what started the later one (its trigger was taken to need the value still)', () => {
    expect(
      said(flows([changed('ticket.priority'), high], [changed('ticket.priority', { to: 'urgent' }), low])),
    ).toEqual(SAME);
  });
});

describe('flows that trigger each other', () => {
  const ROUND = ['FLOWS_TRIGGER_EACH_OTHER f0/a f1'];
  const pending = set('a', { 'ticket.status': 'pending' });

  it('do not by reopening a ticket that was not solved (any other status was taken for a reopening)', () => {
    const reopened: Drawn = ['t', 'trigger.ticketReopened'];
    const first = (...asked: readonly Drawn[]) => [changed('ticket.priority'), ...asked, pending];
    const solved = ask('f', 'ticket.status', 'is', 'solved');
    const open = ask('f', 'ticket.status', 'is', 'open');
    expect(said(flows(first(open), [reopened, high]))).toEqual([]);
    expect(said(flows([reopened, high], [changed('ticket.priority'), open, pending]))).toEqual([]);
    // Once reopened it is pending, and nobody solves it again.
    expect(said(flows(first(solved), [reopened, high]))).toEqual([]);
    expect(said(flows(first(), [reopened, high, set('b', { 'ticket.status': 'solved' })]))).toEqual(ROUND);
  });

  it('do not where the value before is known to be another (the change was forgotten, and the value with it)', () => {
    const unassign: Drawn = ['a', 'action.unassign', { from: 'agent' }];
    const onHandOver = [changed('ticket.assignee'), high];
    expect(said(flows([changed('ticket.priority', { from: 'low' }), unassign], onHandOver))).toEqual([]);
    expect(said(flows([changed('ticket.priority', { from: 'high' }), unassign], onHandOver))).toEqual([]);
  });

  it('do not where tags that were just taken are to be taken again (what was left, or none, was thought to be less)', () => {
    const untag: Drawn = ['a', 'action.tags', { add: [], remove: ['vip', 'x'] }];
    const tagged = ask('f', 'ticket.tags', 'containsAnyOf', ['refund', 'y']);
    expect(said(flows([changed('ticket.tags'), untag], [changed('ticket.tags'), tagged, untag]))).toEqual([]);
  });

  it('do not by taking a ticket from its agent, which assigns it to nobody (any change of it was an assignment)', () => {
    const unassign: Drawn = ['a', 'action.unassign', { from: 'both' }];
    const assigned: Drawn = ['t', 'trigger.ticketAssigned', { scope: 'any' }];
    expect(said(flows([changed('ticket.priority'), unassign], [assigned, high]))).toEqual([]);
  });
});

describe('timers and targets', () => {
  const wait: Drawn = [
    'w',
    'control.wait',
    { until: { type: 'duration', ms: 9 * HOUR, clock: 'business' }, ends: [{ type: 'ticketReplied' }] },
  ];
  const target = { metric: 'firstReply', byPriority: { normal: 8 * HOUR }, calendarId: 'cal-office' } as const;
  const slaPolicies = [{ id: 'sla-gold', targets: [target] }];

  it('in business time of no calendar are those of the workspace’s own (they were compared with any calendar)', () => {
    const timers = (more: Partial<ProgramWorld>) =>
      said(flows([onCreated, wait, low], [breach('firstReply'), high]), { slaPolicies, ...more });
    expect(timers({})).toEqual([]);
    expect(timers({ defaultCalendarId: null })).toEqual([]);
    expect(timers({ defaultCalendarId: 'cal-night' })).toEqual([]);
    expect(timers({ defaultCalendarId: 'cal-office' })).toEqual(['TIMER_LONGER_THAN_SLA f0/w ']);
  });

  it('are unheard of where only another metric is heard of (any trigger on the policy was enough)', () => {
    expect(said(flows([breach('firstReply'), high]), { slaPolicies })).toEqual([]);
    expect(said(flows([breach('totalResolution'), high]), { slaPolicies })).toEqual(['SLA_WITHOUT_ESCALATION / ']);
    expect(said(flows([breach('totalResolution'), high]), { references: workspace })).toEqual([]);
  });
});
