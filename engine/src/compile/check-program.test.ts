import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkFlowInProgram, checkProgram } from './check-program.ts';
import { ask, type Drawn, onCreated, set, stop, tag } from './drawn-flow.test-support.ts';
import { flows, said, world } from './program-flows.test-support.ts';
import type { GuardedPolicy } from './program-world.ts';

const HOUR = 3_600_000;

const updated = (fields: readonly string[], more: object = {}): Drawn => [
  't',
  'trigger.ticketUpdated',
  { fields, ...more },
];
const low = set('a', { 'ticket.priority': 'low' });
const high = set('a', { 'ticket.priority': 'high' });

describe('two live flows that set the same field', () => {
  it('are named with the later one, whose value wins, whatever order they come in', () => {
    const both = flows([onCreated, low], [onCreated, high]);
    expect(said(both)).toEqual(['FLOWS_SET_SAME_FIELD f1/a f0']);
    expect(said([...both].reverse())).toEqual(['FLOWS_SET_SAME_FIELD f1/a f0']);
  });

  it('are fine with one value, on different events, channels or tickets, or where the first stops later ones', () => {
    expect(said(flows([onCreated, high], [onCreated, high]))).toEqual([]);
    expect(said(flows([onCreated, low], [['t', 'trigger.ticketSolved'], high]))).toEqual([]);
    const on = (channel: string): Drawn => ['t', 'trigger.ticketCreated', { channels: [channel] }];
    expect(said(flows([on('c-wa'), low], [on('c-mail'), high]))).toEqual([]);
    const vip = ask('f', 'contact.isVip', 'is', true);
    const others = ask('f', 'contact.isVip', 'isNot', true);
    expect(said(flows([onCreated, vip, low], [onCreated, others, high]))).toEqual([]);
    expect(said(flows([onCreated, vip, low], [onCreated, high]))).toEqual(['FLOWS_SET_SAME_FIELD f1/a f0']);
    expect(said(flows([onCreated, low], [onCreated, high]).map((flow) => ({ ...flow, stopOnMatch: true })))).toEqual(
      [],
    );
  });

  it('are looked at with what the earlier one wrote', () => {
    const ifLow = ask('f', 'ticket.priority', 'is', 'low');
    const ifHigh = ask('f', 'ticket.priority', 'is', 'high');
    const urgent = set('a', { 'ticket.priority': 'urgent' });
    expect(said(flows([onCreated, ifLow, high], [onCreated, ifLow, urgent]))).toEqual([]);
    expect(said(flows([onCreated, ifLow, high], [onCreated, ifHigh, urgent]))).toEqual([
      'FLOWS_SET_SAME_FIELD f1/a f0',
    ]);
  });

  it('add different tags without getting into each other’s way, but not a tag that the other takes away', () => {
    expect(said(flows([onCreated, tag('a', 'x')], [onCreated, tag('a', 'y')]))).toEqual([]);
    const untag: Drawn = ['a', 'action.tags', { add: [], remove: ['X'] }];
    expect(said(flows([onCreated, tag('a', 'x')], [onCreated, untag]))).toEqual(['FLOWS_SET_SAME_FIELD f1/a f0']);
  });

  it('are not compared behind a wait, which is another time', () => {
    const wait: Drawn = ['w', 'control.wait', { until: { type: 'duration', ms: HOUR, clock: 'calendar' } }];
    expect(said(flows([onCreated, wait, low], [onCreated, high]))).toEqual([]);
  });
});

describe('two live flows that set each other off', () => {
  const major = set('b', { 'ticket.severity': 'major' });
  it('are named once, at the first of them', () => {
    expect(said(flows([updated(['ticket.priority']), major], [updated(['ticket.severity']), high]))).toEqual([
      'FLOWS_TRIGGER_EACH_OTHER f0/b f1',
    ]);
  });

  it('are fine where one does not hear the other, or only of other values', () => {
    expect(said(flows([updated(['ticket.priority']), major], [updated(['ticket.tags']), high]))).toEqual([]);
    const toMinor = updated(['ticket.severity'], { to: 'minor' });
    expect(said(flows([updated(['ticket.priority']), major], [toMinor, high]))).toEqual([]);
    const fromUrgent = updated(['ticket.priority'], { from: 'high' });
    expect(said(flows([fromUrgent, major], [updated(['ticket.severity']), high]))).toEqual([]);
  });

  it('are fine where a condition on the round cannot hold, or there is nothing left to change', () => {
    const ifMinor = ask('f', 'ticket.severity', 'is', 'minor');
    expect(said(flows([updated(['ticket.priority']), ifMinor, major], [updated(['ticket.severity']), high]))).toEqual(
      [],
    );
    const ifHigh = ask('f', 'ticket.priority', 'is', 'high');
    expect(said(flows([updated(['ticket.priority']), major], [updated(['ticket.severity']), ifHigh, high]))).toEqual(
      [],
    );
  });

  it('may go round by the status and by who is responsible', () => {
    const solved = set('a', { 'ticket.status': 'solved' });
    const open = set('a', { 'ticket.status': 'open' });
    expect(said(flows([['t', 'trigger.ticketSolved'], open], [['t', 'trigger.ticketReopened'], solved]))).toEqual([
      'FLOWS_TRIGGER_EACH_OTHER f0/a f1',
    ]);
    const assign: Drawn = ['a', 'action.assign', { agentId: 'a-dewi' }];
    expect(
      said(flows([['t', 'trigger.ticketAssigned', { scope: 'any' }], solved], [['t', 'trigger.ticketSolved'], assign])),
    ).toEqual(['FLOWS_TRIGGER_EACH_OTHER f0/a f1']);
  });
});

describe('service targets', () => {
  const policy = (calendarId: string | null): GuardedPolicy => ({
    id: 'sla-gold',
    targets: [{ metric: 'firstReply', byPriority: { high: HOUR, low: 8 * HOUR }, calendarId }],
  });
  const late = (steps: readonly Drawn[], calendarId: string | null = null) => {
    const escalating: readonly Drawn[] = [
      [
        't',
        'trigger.slaChecked',
        { metric: 'firstReply', at: { type: 'breach' }, refire: { policy: 'oncePerEpisode' } },
      ],
      stop,
    ];
    return said(flows(steps, escalating), { slaPolicies: [policy(calendarId)] });
  };
  const idle = (hours: number, more: object = {}): Drawn => [
    't',
    'trigger.ticketIdle',
    { waitingOn: 'agent', forMs: hours * HOUR, clock: 'calendar', refire: { policy: 'oncePerEpisode' }, ...more },
  ];

  it('are missed before a timer that is longer than all of them', () => {
    expect(late([idle(9), stop])).toEqual(['TIMER_LONGER_THAN_SLA f0/t ']);
    expect(late([idle(8), stop])).toEqual([]);
    expect(late([idle(9, { waitingOn: 'customer' }), stop])).toEqual([]);
  });

  it('are compared by the priorities that get there', () => {
    const wait = (hours: number): Drawn => [
      'w',
      'control.wait',
      {
        until: { type: 'duration', ms: hours * HOUR, clock: 'calendar' },
        ends: [{ type: 'ticketReplied', by: 'agent' }],
      },
    ];
    expect(late([onCreated, wait(2), tag('a', 'x')])).toEqual([]);
    expect(late([onCreated, ask('f', 'ticket.priority', 'is', 'high'), wait(2), tag('a', 'x')])).toEqual([
      'TIMER_LONGER_THAN_SLA f0/w ',
    ]);
  });

  it('on open hours are compared with open hours only', () => {
    expect(late([idle(9), stop], 'cal-office')).toEqual([]);
    expect(late([idle(9, { clock: 'business', calendarId: 'cal-office' }), stop], 'cal-office')).toEqual([
      'TIMER_LONGER_THAN_SLA f0/t ',
    ]);
  });

  it('need a flow that hears of them', () => {
    const hears = (policyId?: string): readonly Drawn[] => [
      [
        't',
        'trigger.slaChecked',
        {
          metric: 'firstReply',
          ...(policyId ? { policyId } : {}),
          at: { type: 'breach' },
          refire: { policy: 'oncePerEpisode' },
        },
      ],
      stop,
    ];
    const unheard = (...rows: readonly (readonly Drawn[])[]) => said(flows(...rows), { references: workspace });
    expect(unheard()).toEqual(['SLA_WITHOUT_ESCALATION / ']);
    expect(unheard(hears('sla-silver'))).toEqual(['SLA_WITHOUT_ESCALATION / ']);
    expect(unheard(hears())).toEqual([]);
    expect(unheard(hears('sla-gold'))).toEqual([]);
  });
});

describe('findings across flows', () => {
  it('come in the order the flows run, then by step, and those about none last', () => {
    const given = flows([onCreated, low], [onCreated, high], [onCreated, set('a', { 'ticket.priority': 'urgent' })]);
    const found = checkProgram([...given].reverse(), { references: workspace });
    expect(found.map(({ code, flowId, otherFlowId }) => [code, flowId, otherFlowId])).toEqual([
      ['FLOWS_SET_SAME_FIELD', 'f1', 'f0'],
      ['FLOWS_SET_SAME_FIELD', 'f2', 'f0'],
      ['FLOWS_SET_SAME_FIELD', 'f2', 'f1'],
      ['SLA_WITHOUT_ESCALATION', undefined, undefined],
    ]);
    expect(found.every(({ severity, path }) => severity === 'warning' && path.length === 0)).toBe(true);
  });

  it('come by position, then by flow id, whatever their nodes and flows are called', () => {
    const named = (flowId: string, position: number, ...steps: readonly Drawn[]) =>
      flows([onCreated, ...steps]).map((flow) => ({ ...flow, flowId, position }));
    const unserved: Drawn = ['r', 'action.route', { queueId: 'q-pay', requirement: { skills: [], language: 'de' } }];
    const late: Drawn = [
      'Z',
      'control.wait',
      { until: { type: 'duration', ms: HOUR, clock: 'calendar' }, ends: [{ type: 'ticketSolved' }] },
    ];
    const given = [
      ...named('a', 9, high, unserved, late),
      ...named('b', 5, set('b', { 'ticket.priority': 'urgent', 'ticket.severity': 'major' }), unserved),
      ...named('c', 5, set('c', { 'ticket.severity': 'minor' }), unserved),
      ...named('z', 1, low, unserved),
    ];
    const targets = [{ metric: 'totalResolution', byPriority: { high: 60_000 }, calendarId: null }] as const;
    const slaPolicies = [
      { id: 'sla-b', targets },
      { id: 'sla-a', targets: [] },
    ];
    const found = checkProgram(given, { ...world, routingAgents: [], slaPolicies });
    const texts = found.map(({ code, flowId, nodeId, otherFlowId, params }) =>
      `${flowId} ${nodeId} ${code} ${otherFlowId ?? params.policyId ?? ''}`.trim(),
    );
    expect(texts).toEqual([
      'z r ROUTE_WITHOUT_AGENT',
      'b b FLOWS_SET_SAME_FIELD z',
      'b r ROUTE_WITHOUT_AGENT',
      'c c FLOWS_SET_SAME_FIELD b',
      'c r ROUTE_WITHOUT_AGENT',
      'a Z TIMER_LONGER_THAN_SLA',
      'a a FLOWS_SET_SAME_FIELD b',
      'a a FLOWS_SET_SAME_FIELD z',
      'a r ROUTE_WITHOUT_AGENT',
      'undefined undefined SLA_WITHOUT_ESCALATION sla-a',
      'undefined undefined SLA_WITHOUT_ESCALATION sla-b',
    ]);
    expect(checkProgram([...given].reverse(), { ...world, routingAgents: [], slaPolicies })).toEqual(found);
    for (const flowId of ['a', 'b', 'c', 'z', 'unknown']) {
      expect(checkFlowInProgram(flowId, given, { ...world, routingAgents: [], slaPolicies })).toEqual(
        found.filter((issue) => issue.flowId === flowId || issue.otherFlowId === flowId),
      );
    }
  });

  it('are not of a flow with itself, as while a new version is looked at beside the live one', () => {
    const [first] = flows([onCreated, low]);
    const [second] = flows([onCreated, high]);
    expect(first && second && said([first, second])).toEqual([]);
  });
});

describe('checkProgram', () => {
  it('compares a hundred flows while a person waits', () => {
    const many = flows(
      ...Array.from({ length: 100 }, (_, index): readonly Drawn[] => [
        updated([index % 2 ? 'ticket.priority' : 'ticket.severity']),
        ask('f', 'ticket.custom.amount', 'is', index),
        index % 2 ? set('a', { 'ticket.severity': 'major' }) : high,
      ]),
    );
    expect(said(many)).toEqual([]);
  }, 5000);
});
