import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkFlow } from './check-flow.ts';
import { ask, type Drawn, drawn, onCreated, set, tag } from './drawn-flow.test-support.ts';

const fork: Drawn = ['p', 'control.parallel', { actions: [] }];
const join: Drawn = ['j', 'control.join', { waitsFor: 'all' }];
const note = (id: string): Drawn => [id, 'action.note', { text: 'x' }];
const toFork = ['t.then>p', 'p.done>a', 'p.done>b'];

function said(nodes: readonly Drawn[], ...edges: readonly string[]): readonly string[] {
  return checkFlow(drawn(nodes, ...edges), workspace).map(({ code, nodeId, params }) => {
    const { fact = '', node = '', otherNode = '' } = params;
    return `${code} ${nodeId} ${fact} ${node} ${otherNode}`.trim();
  });
}

describe('branches', () => {
  it('may not write the same field before they join, directly or steps later', () => {
    const nodes = [
      onCreated,
      fork,
      note('a'),
      set('b', { 'ticket.priority': 'low' }),
      set('c', { 'ticket.priority': 'low' }),
    ];
    expect(said(nodes, ...toFork, 'a.done>c')).toEqual(['CONFLICTING_WRITES p ticket.priority c b']);
  });

  it('may write different fields, and the same one behind their join', () => {
    const nodes = [onCreated, fork, tag('a', 'x'), set('b', { 'ticket.priority': 'low' }), join, tag('c', 'y')];
    expect(said(nodes, ...toFork, 'a.done>j', 'b.done>j', 'j.then>c')).toEqual([]);
  });

  it('may never join', () => {
    expect(said([onCreated, fork, tag('a', 'x'), note('b')], ...toFork)).toEqual([]);
  });

  it('may write the same field where no ticket passes both', () => {
    const vip = ask('a', 'contact.isVip', 'is', true);
    const other = ask('b', 'contact.isVip', 'isNot', true);
    const nodes = [onCreated, fork, vip, other, tag('c', 'x'), tag('d', 'y')];
    expect(said(nodes, ...toFork, 'a.yes>c', 'b.yes>d')).toEqual([]);
    expect(said(nodes, ...toFork, 'a.yes>c', 'b.no>d')).toEqual(['CONFLICTING_WRITES p ticket.tags c d']);
  });

  it('read one snapshot, so what one writes does not keep the other from writing', () => {
    const nodes = [
      onCreated,
      fork,
      set('a', { 'ticket.priority': 'low' }),
      ask('b', 'ticket.priority', 'is', 'high'),
      tag('c', 'x'),
      set('d', { 'ticket.priority': 'urgent' }),
      tag('e', 'y'),
    ];
    const edges = [...toFork, 'a.done>c', 'b.yes>d', 'd.done>e'];
    expect(said(nodes, ...edges)).toEqual([
      'CONFLICTING_WRITES p ticket.priority a d',
      'CONFLICTING_WRITES p ticket.tags c e',
    ]);
  });

  it('are judged where nothing else is known of them, too', () => {
    const nodes = [onCreated, fork, tag('a', 'x'), tag('b', 'y'), note('c'), note('d')];
    const conflict = 'CONFLICTING_WRITES p ticket.tags a b';
    expect(said(nodes, ...toFork.slice(1), 't.then>c', 'c.done>d', 'd.done>c')).toEqual([
      'CYCLE c',
      conflict,
      'UNREACHABLE_NODE a',
      'UNREACHABLE_NODE b',
      'UNREACHABLE_NODE p',
    ]);
    for (const reached of ['a', 'b']) {
      const found = said(nodes.slice(0, 4), 'p.done>a', 'p.done>b', `t.then>${reached}`);
      expect(found.filter((text) => text.startsWith('CONFLICTING'))).toEqual([conflict]);
    }
    expect(said(nodes.slice(0, 4), 'p.done>a', 'p.done>b')).toContain(conflict);
  });

  it('conflict on who is responsible where one routes, because a queue takes the ticket from its agent', () => {
    const nodes: readonly Drawn[] = [
      onCreated,
      fork,
      ['a', 'action.assign', { agentId: 'a-dewi' }],
      ['b', 'action.route', { queueId: 'q-pay', requirement: { skills: [] } }],
    ];
    expect(said(nodes, ...toFork)).toEqual(['CONFLICTING_WRITES p ticket.assignee a b']);
  });

  it('inside one step are held to the same, each pair of actions', () => {
    const action = (kind: string, config: object) => ({ kind, config });
    const actions = [
      action('action.tags', { add: ['x'], remove: [] }),
      action('action.note', { text: 'x' }),
      action('action.tags', { add: ['y'], remove: [] }),
    ];
    expect(said([onCreated, ['p', 'control.parallel', { actions }]], 't.then>p')).toEqual([
      'CONFLICTING_WRITES p ticket.tags',
    ]);
    expect(said([onCreated, ['p', 'control.sequence', { actions, onError: 'stop' }]], 't.then>p')).toEqual([]);
  });
});

describe('a join', () => {
  it('needs two branches that lead to it', () => {
    expect(said([onCreated, fork, note('a'), note('b'), join], ...toFork, 'a.done>j')).toEqual([
      'JOIN_WITHOUT_BRANCHES j',
    ]);
    const filter = ask('a', 'contact.isVip', 'is', true);
    expect(said([onCreated, filter, join], 't.then>a', 'a.yes>j', 'a.no>j')).toEqual(['JOIN_WITHOUT_BRANCHES j']);
  });
});

describe('a circle', () => {
  const wait: Drawn = ['w', 'control.wait', { until: { type: 'duration', ms: 1000, clock: 'calendar' } }];
  it('is fine where a wait is in it, and only then', () => {
    expect(said([onCreated, note('a'), wait], 't.then>a', 'a.done>w', 'w.elapsed>a')).toEqual([]);
    expect(said([onCreated, note('a'), note('b'), wait], 't.then>w', 'w.elapsed>a', 'a.done>b', 'b.done>a')).toEqual([
      'CYCLE a',
    ]);
  });
});
