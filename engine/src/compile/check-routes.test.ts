import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkFlow } from './check-flow.ts';
import { ask, choose, type Drawn, drawn, onCreated, route, set, stop, tag } from './drawn-flow.test-support.ts';

function said(nodes: readonly Drawn[], ...edges: readonly string[]) {
  return checkFlow(drawn(nodes, ...edges), workspace).map(({ code, nodeId, params }) =>
    `${code} ${nodeId} ${params.port ?? ''}`.trim(),
  );
}

const vip = choose('c', ['contact.isVip', 'is', true]);
const toRoute = ['t.then>c', 'c.c0>r'] as const;

describe('a ticket behind the other port', () => {
  const UNROUTED = ['UNROUTED_TICKETS x done'];
  const behind = (step: Drawn) => said([onCreated, vip, route('r'), step], ...toRoute, 'c.otherwise>x');

  it('is looked after where somebody or something becomes responsible for it, or it ends', () => {
    expect(behind(['x', 'action.assign', { agentId: 'a-dewi' }])).toEqual([]);
    expect(behind(['x', 'action.assign', { teamId: 't-1' }])).toEqual([]);
    expect(behind(set('x', { 'ticket.status': 'solved' }))).toEqual([]);
    expect(behind(set('x', { 'ticket.status': 'closed' }))).toEqual([]);
    expect(behind(['x', 'control.stop', { laterFlows: false }])).toEqual([]);
  });

  it('is left to the flow that is started', () => {
    expect(behind(['x', 'action.startFlow', { flowId: 'f-follow-up' }])).toEqual([]);
  });

  it('is not looked after by what only changes or takes it', () => {
    expect(behind(tag('x', 'y'))).toEqual(UNROUTED);
    expect(behind(set('x', { 'ticket.status': 'open' }))).toEqual(UNROUTED);
    expect(behind(['x', 'action.unassign', { from: 'both' }])).toEqual(UNROUTED);
  });
});

describe('tickets that fall to no route', () => {
  it('are not looked for in flows that give nobody a ticket, or hear of no new ones', () => {
    expect(said([onCreated, vip, tag('a', 'x')], 't.then>c', 'c.c0>a')).toEqual([]);
    expect(said([['t', 'trigger.ticketSolved'], vip, route('r')], ...toRoute)).toEqual([]);
    const both: readonly Drawn[] = [onCreated, ['u', 'trigger.ticketSolved'], vip, route('r'), tag('a', 'x')];
    expect(said(both, ...toRoute, 'c.otherwise>r', 'u.then>a')).toEqual([]);
  });

  it('of a fork are looked after by one of its branches', () => {
    const nodes = [onCreated, ['p', 'control.parallel', { actions: [] }] as const, tag('a', 'x'), vip, route('r')];
    const forked = ['t.then>p', 'p.done>a', 'p.done>c', 'c.c0>r'];
    expect(said(nodes, ...forked)).toEqual([]);
    const late = [...nodes.slice(0, 3), ['n', 'action.note', { text: 'x' }] as const, route('r')];
    expect(said(late, 't.then>p', 'p.done>a', 'p.done>n', 'n.done>r')).toEqual([]);
  });

  it('of a first condition that leads on by both sides are judged', () => {
    const first = ask('f', 'contact.isVip', 'is', true);
    expect(said([onCreated, first, route('r'), tag('a', 'x')], 't.then>f', 'f.yes>r', 'f.no>a')).toEqual([
      'UNROUTED_TICKETS a done',
    ]);
  });

  it('of a second condition are judged, and of a first one that leads nowhere', () => {
    const [first, second] = [ask('f', 'contact.isVip', 'is', true), ask('g', 'ticket.priority', 'is', 'high')];
    const third = ask('h', 'ticket.level', 'is', 2);
    expect(
      said([onCreated, first, second, third, route('r')], 't.then>f', 'f.yes>g', 'f.no>h', 'g.yes>r', 'h.no>r'),
    ).toEqual(['UNROUTED_TICKETS g no', 'UNROUTED_TICKETS h yes']);
    expect(said([onCreated, first, second, route('r')], 't.then>f', 'f.yes>g', 'g.yes>r')).toEqual([]);
    const none: Drawn = ['u', 'trigger.ticketCreated'];
    expect(said([onCreated, none, first, route('r')], 't.then>f', 'u.then>r')).toEqual([
      'UNROUTED_TICKETS f no',
      'UNROUTED_TICKETS f yes',
    ]);
  });

  it('are those of new tickets that nobody looks after yet', () => {
    const low = set('a', { 'ticket.priority': 'low' });
    const toHigh: Drawn = ['u', 'trigger.ticketUpdated', { fields: ['ticket.priority'], to: 'high' }];
    const isHigh = ask('f', 'ticket.priority', 'is', 'high');
    const both = said([onCreated, toHigh, low, isHigh, route('r')], 't.then>a', 'a.done>f', 'u.then>f', 'f.no>r');
    expect(both).toEqual([]);
    const settled = set('x', { 'ticket.status': 'solved', 'ticket.priority': 'high' });
    const met = [onCreated, vip, settled, low, isHigh, route('r')];
    expect(said(met, 't.then>c', 'c.c0>x', 'c.otherwise>a', 'x.done>f', 'a.done>f', 'f.no>r')).toEqual([]);
  });

  it('are not looked for in a circle', () => {
    const [one, other] = [tag('a', 'x'), tag('b', 'x')];
    expect(said([onCreated, vip, route('r'), one, other], ...toRoute, 'c.otherwise>a', 'a.done>b', 'b.done>a')).toEqual(
      ['CYCLE a'],
    );
  });

  it('are not judged where a step has errors of its own', () => {
    const unnamed: Drawn = ['r', 'action.route', { queueId: 'q-gone', requirement: { skills: [] } }];
    expect(said([onCreated, vip, unnamed], ...toRoute)).toEqual(['UNKNOWN_REFERENCE r']);
    expect(said([onCreated, vip, route('r'), stop], ...toRoute)).toEqual([
      'UNROUTED_TICKETS c otherwise',
      'UNREACHABLE_NODE s',
    ]);
  });

  it('are a warning at the step as a whole', () => {
    const found = checkFlow(drawn([onCreated, vip, route('r')], ...toRoute), workspace);
    expect(found).toMatchObject([{ code: 'UNROUTED_TICKETS', severity: 'warning', path: [] }]);
  });
});
