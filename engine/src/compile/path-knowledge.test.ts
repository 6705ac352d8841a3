import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkFlow } from './check-flow.ts';
import { ask, choose, type Drawn, drawn, onCreated, route, set, stop, tag } from './drawn-flow.test-support.ts';

function said(nodes: readonly Drawn[], ...edges: readonly string[]): readonly string[] {
  return checkFlow(drawn(nodes, ...edges), workspace).map(({ code, nodeId }) => `${code} ${nodeId}`);
}

/** What is said of a condition right behind a trigger. */
function behind(trigger: Drawn, fact: string, op: string, value?: unknown): readonly string[] {
  return said([trigger, ask('f', fact, op, value), stop], 't.then>f', 'f.yes>s');
}

/** What is said of a second condition behind a step that leads on by one port. */
function after(
  step: Drawn,
  port: string,
  ...asked: readonly [fact: string, op: string, value?: unknown]
): readonly string[] {
  return said(
    [onCreated, ask('v', 'contact.isVip', 'is', true), step, ask('f', ...asked), stop],
    't.then>v',
    'v.yes>x',
    `x.${port}>f`,
    'f.yes>s',
  );
}

const NEVER = ['CONDITION_NEVER_HOLDS f'];
const ALWAYS = ['CONDITION_ALWAYS_HOLDS f'];

describe('what a trigger implies', () => {
  it('is known behind it', () => {
    expect(behind(['t', 'trigger.ticketSolved'], 'ticket.status', 'is', 'open')).toEqual(NEVER);
    expect(behind(['t', 'trigger.ticketReopened'], 'ticket.status', 'isNoneOf', ['solved', 'closed'])).toEqual(ALWAYS);
    expect(behind(['t', 'trigger.ticketCreated', { channels: ['c-wa'] }], 'ticket.channel', 'is', 'c-mail')).toEqual(
      NEVER,
    );
    const toHigh: Drawn = ['t', 'trigger.ticketUpdated', { fields: ['ticket.priority'], to: 'high' }];
    expect(behind(toHigh, 'ticket.priority', 'isOneOf', ['low', 'normal'])).toEqual(NEVER);
    expect(behind(toHigh, 'ticket.priority', 'changedTo', 'high')).toEqual(ALWAYS);
    expect(behind(toHigh, 'ticket.priority', 'changedFrom', 'low')).toEqual([]);
    expect(behind(['t', 'trigger.ticketAssigned', { scope: 'agent' }], 'ticket.assignee', 'isEmpty')).toEqual(NEVER);
    expect(behind(['t', 'trigger.surveyAnswered', { atMost: 2 }], 'survey.score', 'atLeast', 3)).toEqual(NEVER);
  });

  it('is that nothing changed, where its event carries no changes', () => {
    expect(behind(onCreated, 'ticket.priority', 'changed')).toEqual(NEVER);
    expect(behind(['t', 'trigger.manual', {}], 'ticket.priority', 'changed')).toEqual([]);
  });
});

describe('what steps before it make certain', () => {
  it('is known of filters and of what was written', () => {
    expect(after(set('x', { 'ticket.priority': 'high' }), 'done', 'ticket.priority', 'is', 'high')).toEqual(ALWAYS);
    expect(after(set('x', { 'ticket.category': null }), 'done', 'ticket.category', 'isEmpty')).toEqual(ALWAYS);
    expect(after(tag('x', 'vip'), 'done', 'ticket.tags', 'containsNoneOf', ['VIP', 'x'])).toEqual(NEVER);
    expect(after(['x', 'action.assign', { teamId: 't-1' }], 'done', 'ticket.team', 'isEmpty')).toEqual(NEVER);
    expect(after(ask('x', 'ticket.age', 'atLeast', 10), 'no', 'ticket.age', 'moreThan', 20)).toEqual(NEVER);
    expect(after(choose('x', ['ticket.age', 'lessThan', 10]), 'otherwise', 'ticket.age', 'atMost', 9)).toEqual(NEVER);
  });

  it('is known of times of the week in one place', () => {
    const weekend = { days: [6, 7] };
    const office = { intervals: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })) };
    expect(after(ask('x', 'time.now', 'isWeekday', weekend), 'yes', 'time.now', 'inBusinessHours', office)).toEqual(
      NEVER,
    );
    const elsewhere = { ...weekend, timeZone: 'America/New_York' };
    expect(after(ask('x', 'time.now', 'isWeekday', elsewhere), 'yes', 'time.now', 'inBusinessHours', office)).toEqual(
      [],
    );
  });

  it('is forgotten after a wait, an answer from outside and another flow', () => {
    const vip = ['contact.isVip', 'is', true] as const;
    const wait: Drawn = ['x', 'control.wait', { until: { type: 'duration', ms: 1000, clock: 'calendar' } }];
    expect(after(set('x', { 'ticket.priority': 'low' }), 'done', ...vip)).toEqual(ALWAYS);
    expect(after(wait, 'elapsed', ...vip)).toEqual([]);
    expect(after(['x', 'action.lookupContact', {}], 'done', ...vip)).toEqual([]);
    expect(after(['x', 'action.startFlow', { flowId: 'f-follow-up' }], 'done', ...vip)).toEqual([]);
  });

  it('is what all ways have in common where ways meet', () => {
    const nodes = [
      onCreated,
      ask('v', 'contact.isVip', 'is', true),
      set('a', { 'ticket.priority': 'high' }),
      set('b', { 'ticket.priority': 'urgent' }),
      ask('f', 'ticket.priority', 'is', 'low'),
      stop,
    ];
    expect(said(nodes, 't.then>v', 'v.yes>a', 'v.no>b', 'a.done>f', 'b.done>f', 'f.yes>s')).toEqual(NEVER);
    expect(said(nodes, 't.then>v', 'v.yes>a', 'v.no>f', 'a.done>f', 'f.yes>s')).toEqual(['UNREACHABLE_NODE b']);
  });

  it('is said once: what lies behind a way nobody takes is not judged', () => {
    const nodes = [onCreated, ask('a', 'ticket.level', 'moreThan', 9), ask('b', 'ticket.level', 'is', 1), stop];
    expect(said(nodes, 't.then>a', 'a.yes>b', 'b.yes>s')).toEqual(['CONDITION_NEVER_HOLDS a']);
  });
});

describe('tickets that fall to no route', () => {
  const vip = choose('c', ['contact.isVip', 'is', true]);
  it('are named where they leave, unless a stop says so', () => {
    expect(said([onCreated, vip, route('r')], 't.then>c', 'c.c0>r')).toEqual(['UNROUTED_TICKETS c']);
    expect(said([onCreated, vip, route('r'), tag('a', 'x')], 't.then>c', 'c.c0>r', 'c.otherwise>a')).toEqual([
      'UNROUTED_TICKETS a',
    ]);
    expect(said([onCreated, vip, route('r'), stop], 't.then>c', 'c.c0>r', 'c.otherwise>s')).toEqual([]);
  });

  it('are not those the flow is not about, nor those that cannot be', () => {
    expect(said([onCreated, ask('f', 'contact.isVip', 'is', true), route('r')], 't.then>f', 'f.yes>r')).toEqual([]);
    const all = choose(
      'c',
      ['ticket.priority', 'isOneOf', ['low', 'normal']],
      ['ticket.priority', 'isOneOf', ['high', 'urgent']],
    );
    expect(said([onCreated, all, route('r')], 't.then>c', 'c.c0>r', 'c.c1>r')).toEqual([]);
  });
});
