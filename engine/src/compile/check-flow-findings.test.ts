import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW, FLOW_LIMITS } from '../flow/flow.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkFlow, hasErrors } from './check-flow.ts';
import { ask, choose, type Drawn, drawn, onCreated, route, set, stop, tag } from './drawn-flow.test-support.ts';

/** Every finding as a whole, in order. */
const found = (nodes: readonly Drawn[], ...edges: readonly string[]) => checkFlow(drawn(nodes, ...edges), workspace);
const error = { severity: 'error', path: [], params: {} } as const;
const warning = { ...error, severity: 'warning' } as const;
const note = (id: string): Drawn => [id, 'action.note', { text: 'x' }];
const fork: Drawn = ['p', 'control.parallel', { actions: [] }];

describe('findings about how nodes are joined', () => {
  it('name the edge, the node and what of it', () => {
    expect(found([note('n'), stop], 'n.next>s', 'n.done>s', 'x.then>s', 'n.failed>y')).toEqual([
      { ...error, code: 'NO_TRIGGER', path: ['nodes'] },
      { ...error, code: 'UNKNOWN_NODE', edgeId: 'n.failed>y', path: ['to', 'node'], params: { id: 'y' } },
      { ...error, code: 'UNKNOWN_NODE', edgeId: 'x.then>s', path: ['from', 'node'], params: { id: 'x' } },
      {
        ...error,
        code: 'UNKNOWN_PORT',
        edgeId: 'n.failed>y',
        nodeId: 'n',
        path: ['from', 'port'],
        params: { port: 'failed' },
      },
      {
        ...error,
        code: 'UNKNOWN_PORT',
        edgeId: 'n.next>s',
        nodeId: 'n',
        path: ['from', 'port'],
        params: { port: 'next' },
      },
      { ...warning, code: 'UNREACHABLE_NODE', nodeId: 'n' },
      { ...warning, code: 'UNREACHABLE_NODE', nodeId: 's' },
    ]);
    expect(found([onCreated, ['u', 'trigger.ticketSolved'], note('n')], 't.then>n', 'n.done>t')).toEqual([
      { ...error, code: 'CYCLE', nodeId: 'n', params: { nodes: 'n, t' } },
      { ...error, code: 'EDGE_INTO_TRIGGER', edgeId: 'n.done>t', nodeId: 't', path: ['to', 'node'] },
      { ...error, code: 'UNCONNECTED_PORT', nodeId: 'u', params: { port: 'then' } },
    ]);
  });

  it('name the later of two edges by their ids, wherever they stand, and none of a port that fans out', () => {
    const second = {
      ...error,
      code: 'PORT_HAS_TWO_EDGES',
      edgeId: 't.then>s',
      nodeId: 't',
      path: ['from', 'port'],
      params: { port: 'then' },
    };
    for (const edges of [
      ['t.then>s', 't.then>n'],
      ['t.then>n', 't.then>s'],
    ]) {
      expect(found([onCreated, note('n'), stop], ...edges)).toEqual([second]);
    }
    expect(found([onCreated, fork, note('n'), stop], 't.then>p', 'p.done>n', 'p.done>s')).toEqual([]);
  });

  it('do not take a node that is not there for a way to others, or round', () => {
    expect(
      found([onCreated, note('n'), stop], 't.then>n', 'n.done>x', 'x.done>s', 'x.then>n').map(({ code }) => code),
    ).toEqual(['UNKNOWN_NODE', 'UNKNOWN_NODE', 'UNKNOWN_NODE', 'UNREACHABLE_NODE']);
  });

  it('name each circle with its nodes in order, whether it is reached or not, and not what leads between', () => {
    const choices = ['a', 'b', 'c', 'd', 'e'].map((id) =>
      choose(id, ['ticket.age', 'is', 1], ['ticket.age', 'is', 2], ['ticket.age', 'is', 3]),
    );
    const circles = (...edges: readonly string[]) =>
      found([onCreated, ...choices], ...edges)
        .filter(({ code }) => code === 'CYCLE')
        .map(({ nodeId, params }) => `${nodeId}: ${params.nodes}`);
    expect(circles('t.then>a', 'a.c0>b', 'b.c0>c', 'c.c0>d', 'd.c0>e')).toEqual([]);
    expect(circles('t.then>a', 'a.c0>b', 'a.c1>c', 'b.c0>d', 'c.c0>d')).toEqual([]);
    expect(circles('t.then>e', 'e.c0>d', 'd.c0>c', 'c.c0>b', 'b.c0>e', 'b.c1>a')).toEqual(['b: b, c, d, e']);
    expect(circles('e.c0>d', 'd.c0>e', 'd.c1>c', 'c.c0>b', 'b.c0>a', 'a.c0>b')).toEqual(['a: a, b', 'd: d, e']);
    expect(circles('t.then>a', 'a.c0>b', 'b.c0>c', 'c.c0>a', 'b.c1>d', 'd.c0>b', 'd.c1>d', 'e.c0>a')).toEqual([
      'a: a, b, c, d',
    ]);
    expect(circles('t.then>a', 'a.c0>b', 'a.c1>c', 'b.c0>d', 'c.c0>b', 'd.c0>c', 'd.c1>e', 'e.c0>e')).toEqual([
      'b: b, c, d',
      'e: e',
    ]);
  });

  it('are made quickly of many ways that part and meet', () => {
    const row = Array.from({ length: 400 }, (_, index) => ask(`n${index}`, 'ticket.age', 'moreThan', index));
    const edges = row.slice(1).flatMap(([id], index) => [`n${index}.yes>${id}`, `n${index}.no>${id}`]);
    expect(
      found([onCreated, ...row], 't.then>n0', ...edges, 'n399.yes>n0').filter(({ code }) => code === 'CYCLE'),
    ).toHaveLength(1);
  }, 5000);
});

describe('findings about nodes', () => {
  it('lead into the node', () => {
    expect(found([onCreated, ['n', 'action.gone', {}]], 't.then>n')).toEqual([
      { ...error, code: 'UNKNOWN_KIND', nodeId: 'n', path: ['kind'], params: { kind: 'action.gone' } },
    ]);
    const call = { url: 'https://crm.example/x', method: 'GET', body: '', credentialId: 'cred-gone', answers: [] };
    expect(found([onCreated, ['n', 'action.webhook', call]], 't.then>n')).toEqual([
      {
        ...error,
        code: 'CREDENTIAL_MISSING',
        nodeId: 'n',
        path: ['config', 'credentialId'],
        params: { kind: 'credential', id: 'cred-gone' },
      },
    ]);
    expect(found([onCreated, route('n', 'q-gone')], 't.then>n')).toEqual([
      {
        ...error,
        code: 'UNKNOWN_REFERENCE',
        nodeId: 'n',
        path: ['config', 'queueId'],
        params: { kind: 'queue', id: 'q-gone' },
      },
    ]);
  });

  it('tell of the size of what was put together in memory, and of nothing else that is no document', () => {
    const holding = (ballast: unknown) =>
      checkFlow(drawn([onCreated, ['s', 'control.join', { waitsFor: 'all', ballast }]], 't.then>s'), workspace).filter(
        ({ code }) => code === 'OVER_LIMIT',
      );
    expect(holding('x'.repeat(FLOW_LIMITS.bytes))).toEqual([
      { ...error, code: 'OVER_LIMIT', params: { limit: 'bytes', most: FLOW_LIMITS.bytes } },
    ]);
    expect(holding(Number.NaN)).toEqual([]);
    expect(holding('x')).toEqual([]);
  });
});

describe('findings of reasoning', () => {
  const high = ['ticket.priority', 'is', 'high'] as const;

  it('lead to the condition, by case and port where there are several', () => {
    const nodes = [
      onCreated,
      ask('f', ...high),
      ask('g', ...high),
      choose('h', ['ticket.priority', 'is', 'low'], high, high),
    ];
    expect(found(nodes, 't.then>f', 'f.yes>g', 'f.no>h')).toEqual([
      { ...warning, code: 'CONDITION_ALWAYS_HOLDS', nodeId: 'g', path: ['config', 'condition'] },
      {
        ...warning,
        code: 'CONDITION_NEVER_HOLDS',
        nodeId: 'h',
        path: ['config', 'cases', 1, 'condition'],
        params: { port: 'c1', portEn: 'Case 2', portId: 'Kasus 2' },
      },
      {
        ...warning,
        code: 'CONDITION_NEVER_HOLDS',
        nodeId: 'h',
        path: ['config', 'cases', 2, 'condition'],
        params: { port: 'c2', portEn: 'Case 3', portId: 'Kasus 3' },
      },
    ]);
    expect(found([onCreated, choose('h', high, ['ticket.priority', 'isOneOf', ['high']])], 't.then>h')).toEqual([
      {
        ...warning,
        code: 'SHADOWED_CASE',
        nodeId: 'h',
        path: ['config', 'cases', 1, 'condition'],
        params: { port: 'c1', portEn: 'Case 2', portId: 'Kasus 2' },
      },
    ]);
  });

  it('are not made of conditions that have errors of their own, nor of those that say too much', () => {
    const gone = ['ticket.team', 'is', 't-gone'] as const;
    expect(found([onCreated, choose('h', gone, gone)], 't.then>h').map(({ code }) => code)).toEqual([
      'UNKNOWN_REFERENCE',
      'UNKNOWN_REFERENCE',
    ]);
    const one = (value: number) => ({
      all: [
        { fact: 'ticket.custom.amount', op: 'is', value },
        { fact: 'ticket.age', op: 'is', value },
      ],
    });
    const any = Array.from({ length: 200 }, (_, index) => one(index));
    expect(found([onCreated, ['f', 'filter.condition', { condition: { any } }]], 't.then>f')).toEqual([]);
    expect(found([onCreated, ['f', 'filter.condition', { condition: { not: { any } } }]], 't.then>f')).toEqual([]);
  });

  it('are made of the nodes without errors beside those that have some', () => {
    const nodes = [onCreated, ask('f', ...high), ask('g', ...high), route('r', 'q-gone')];
    expect(found(nodes, 't.then>f', 'f.yes>g', 'g.yes>r').map(({ code, nodeId }) => `${code} ${nodeId}`)).toEqual([
      'UNKNOWN_REFERENCE r',
      'CONDITION_ALWAYS_HOLDS g',
    ]);
  });

  it('about tickets that fall to no route are made where a route is only warned of', () => {
    const early: Drawn = [
      'r',
      'action.route',
      { queueId: 'q-pay', requirement: { skills: [{ skillId: 's-refund', level: 3, drop: 1 }] }, timeoutMs: 1000 },
    ];
    const nodes = [onCreated, choose('c', ['contact.isVip', 'is', true]), early];
    expect(found(nodes, 't.then>c', 'c.c0>r')).toMatchObject([
      {
        ...warning,
        code: 'UNROUTED_TICKETS',
        nodeId: 'c',
        params: { port: 'otherwise', portEn: 'Otherwise', portId: 'Selain itu' },
      },
      { code: 'LADDER_RELAXES_EARLY', severity: 'warning', nodeId: 'r' },
    ]);
  });

  it('about branches name the fork, the field and the two steps', () => {
    const nodes = [onCreated, fork, tag('z', 'x'), tag('b', 'y'), tag('c', 'z')];
    expect(found(nodes, 't.then>p', 'p.done>z', 'z.done>c', 'p.done>b')).toEqual([
      {
        ...error,
        code: 'CONFLICTING_WRITES',
        nodeId: 'p',
        params: { fact: 'ticket.tags', node: 'b', otherNode: 'c' },
      },
    ]);
    expect(found([onCreated, ['j', 'control.join', { waitsFor: 'any' }]], 't.then>j')).toEqual([
      { ...error, code: 'JOIN_WITHOUT_BRANCHES', nodeId: 'j' },
    ]);
  });
});

describe('findings', () => {
  it('come errors first, those about no node before others, then by node, edge, path and code', () => {
    const nodes: readonly Drawn[] = [
      ['Z', 'action.gone', {}],
      ['A', 'action.tags', { add: [], remove: [] }],
      ['B', 'action.reply', {}],
    ];
    expect(found(nodes, 'A.x>Q').map(({ code, nodeId, edgeId }) => [code, nodeId, edgeId])).toEqual([
      ['NO_TRIGGER', undefined, undefined],
      ['UNKNOWN_NODE', undefined, 'A.x>Q'],
      ['MISSING_CONFIG', 'A', undefined],
      ['UNKNOWN_PORT', 'A', 'A.x>Q'],
      ['MISSING_CONFIG', 'B', undefined],
      ['UNKNOWN_KIND', 'Z', undefined],
      ['UNREACHABLE_NODE', 'A', undefined],
      ['UNREACHABLE_NODE', 'B', undefined],
      ['UNREACHABLE_NODE', 'Z', undefined],
    ]);
  });

  it('block publishing where one of them is an error', () => {
    expect(hasErrors(checkFlow(EMPTY_FLOW, workspace))).toBe(true);
    expect(hasErrors(found([onCreated, stop, set('u', { 'ticket.priority': 'low' })], 't.then>s'))).toBe(false);
    expect(hasErrors([])).toBe(false);
  });
});
