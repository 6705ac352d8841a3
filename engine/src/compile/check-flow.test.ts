import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW, FLOW_LIMITS, type Flow, type FlowEdge, type FlowNode } from '../flow/flow.ts';
import { parseFlow } from '../flow/parse-flow.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { NO_REFERENCES } from '../flow/references.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { NODE_CATALOGUE } from '../nodes/node-catalogue.ts';
import { checkFlow, hasErrors } from './check-flow.ts';

function node(id: string, kind: string, config: Record<string, unknown> = {}): FlowNode {
  return { id, kind, position: { x: 0, y: 0 }, config };
}

function edge(from: string, port: string, to: string): FlowEdge {
  return { id: `${from}.${port}>${to}`, from: { node: from, port }, to: { node: to } };
}

function flowOf(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Flow {
  return { ...EMPTY_FLOW, nodes, edges };
}

function codes(flow: Flow): readonly string[] {
  return checkFlow(flow, workspace).map(
    ({ code, nodeId, edgeId, path }) => `${code} ${nodeId ?? ''}/${edgeId ?? ''} ${path.join('.')}`,
  );
}

/** Findings of one node, joined to a trigger so that nothing else is wrong. */
function nodeCodes(kind: string, config: Record<string, unknown>): readonly string[] {
  const flow = flowOf([node('t', 'trigger.ticketCreated'), node('n', kind, config)], [edge('t', 'then', 'n')]);
  return checkFlow(flow, workspace).map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);
}

const trigger = node('t', 'trigger.ticketCreated');
const stop = node('s', 'control.stop', { laterFlows: false });

describe('checkFlow on how nodes are joined', () => {
  it('finds nothing in a flow that is whole', () => {
    expect(codes(flowOf([trigger, stop], [edge('t', 'then', 's')]))).toEqual([]);
  });

  it('asks for a trigger', () => {
    expect(codes(EMPTY_FLOW)).toEqual(['NO_TRIGGER / nodes']);
  });

  it('asks that a trigger leads somewhere, but lets actions and filters end', () => {
    const filter = node('f', 'filter.condition', { condition: { fact: 'ticket.tags', op: 'isEmpty' } });
    expect(codes(flowOf([trigger], []))).toEqual(['UNCONNECTED_PORT t/ ']);
    expect(codes(flowOf([trigger, filter], [edge('t', 'then', 'f')]))).toEqual([]);
  });

  it('names edges from and to nodes and ports that do not exist', () => {
    const flow = flowOf([trigger, stop], [edge('t', 'then', 's'), edge('t', 'else', 's'), edge('x', 'then', 'y')]);
    expect(codes(flow)).toEqual([
      'UNKNOWN_NODE /x.then>y from.node',
      'UNKNOWN_NODE /x.then>y to.node',
      'UNKNOWN_PORT t/t.else>s from.port',
    ]);
  });

  it('names a second edge from one port and an edge into a trigger', () => {
    const other = node('u', 'control.stop', { laterFlows: true });
    expect(codes(flowOf([trigger, stop, other], [edge('t', 'then', 's'), edge('t', 'then', 'u')]))).toEqual([
      'PORT_HAS_TWO_EDGES t/t.then>u from.port',
    ]);
    const note = node('n', 'action.note', { text: 'x' });
    expect(codes(flowOf([trigger, note], [edge('t', 'then', 'n'), edge('n', 'done', 't')]))).toEqual([
      'CYCLE n/ ',
      'EDGE_INTO_TRIGGER t/n.done>t to.node',
    ]);
  });

  it('names each circle once, at its smallest node, and nothing that merely leads in or out', () => {
    const note = (id: string) => node(id, 'action.note', { text: 'x' });
    const flow = flowOf(
      [trigger, note('in'), note('b'), note('a'), note('c'), note('self')],
      [
        edge('t', 'then', 'in'),
        edge('in', 'done', 'b'),
        edge('b', 'done', 'c'),
        edge('c', 'done', 'a'),
        edge('a', 'done', 'b'),
        edge('self', 'done', 'self'),
      ],
    );
    expect(codes(flow)).toEqual(['CYCLE a/ ', 'CYCLE self/ ', 'UNREACHABLE_NODE self/ ']);
  });

  it('tells two circles apart, and leaves out what lies between them', () => {
    const cases = [{ id: 'on', condition: { fact: 'ticket.tags', op: 'isEmpty' } }];
    const fork = (id: string) => node(id, 'filter.switch', { cases });
    const flow = flowOf(
      [trigger, fork('a'), fork('b'), fork('c')],
      [
        edge('t', 'then', 'a'),
        edge('a', 'on', 'a'),
        edge('a', 'otherwise', 'b'),
        edge('b', 'on', 'c'),
        edge('c', 'on', 'c'),
      ],
    );
    expect(codes(flow)).toEqual(['CYCLE a/ ', 'CYCLE c/ ']);
  });

  it('warns of nodes no trigger leads to, without blocking', () => {
    const flow = flowOf([trigger, stop, node('u', 'control.stop', { laterFlows: false })], [edge('t', 'then', 's')]);
    expect(codes(flow)).toEqual(['UNREACHABLE_NODE u/ ']);
    expect(hasErrors(checkFlow(flow, workspace))).toBe(false);
  });

  it('checks 500 nodes in a row quickly, and one more is over the limit', () => {
    const row = Array.from({ length: FLOW_LIMITS.nodes }, (_, index) =>
      node(`n${index}`, 'action.note', { text: 'x' }),
    );
    const edges = row.slice(1).map((next, index) => edge(`n${index}`, 'done', next.id));
    const flow = flowOf([trigger, ...row], [edge('t', 'then', 'n0'), ...edges]);
    expect(codes(flow)).toEqual(['OVER_LIMIT / nodes']);
  });

  it('reasons about 500 filters and actions quickly enough for somebody who types', () => {
    const priorities = ['low', 'normal', 'high', 'urgent'];
    const conditions = (index: number) => [
      { fact: 'ticket.priority', op: 'is', value: priorities[index % 4] },
      {
        any: [
          { fact: 'ticket.custom.amount', op: 'atLeast', value: index },
          { fact: 'contact.isVip', op: 'is', value: true },
        ],
      },
      { fact: 'ticket.subject', op: 'containsAnyOf', value: [`a${index}`, `b${index % 7}`] },
    ];
    const mixed = Array.from({ length: FLOW_LIMITS.nodes - 1 }, (_, index) =>
      index % 3 === 2
        ? node(`n${index}`, 'action.tags', { add: [`x${index % 9}`], remove: [] })
        : node(`n${index}`, 'filter.switch', {
            cases: conditions(index)
              .slice(index % 2, 2 + (index % 2))
              .map((condition, port) => ({ id: `c${port}`, condition })),
          }),
    );
    const edges = mixed.flatMap(({ id, kind }, index) =>
      (kind === 'filter.switch' ? ['c0', 'c1', 'otherwise'] : ['done']).flatMap((port, leap) => {
        const next = mixed[index + 1 + leap * 2];
        return next ? [edge(id, port, next.id)] : [];
      }),
    );
    const flow = flowOf([trigger, ...mixed], [edge('t', 'then', 'n0'), ...edges]);
    for (let round = 0; round < 3; round += 1) expect(hasErrors(checkFlow(flow, workspace))).toBe(false);
  }, 5000);

  it('measures flows put together in memory', () => {
    const big = node('s', 'control.stop', { laterFlows: false, ballast: 'x'.repeat(FLOW_LIMITS.bytes) });
    expect(codes(flowOf([trigger, big], [edge('t', 'then', 's')]))).toContain('OVER_LIMIT / ');
  });
});

describe('checkFlow on what nodes are told', () => {
  it('names unknown kinds', () => {
    expect(nodeCodes('action.sned', {})).toEqual(['UNKNOWN_KIND ']);
  });

  it('maps schema errors to issues with a path', () => {
    expect(nodeCodes('control.stop', {})).toEqual(['MISSING_CONFIG laterFlows']);
    expect(nodeCodes('control.stop', { laterFlows: 'yes' })).toEqual(['INVALID_VALUE laterFlows']);
    expect(nodeCodes('control.stop', { laterFlows: true, later: 1 })).toEqual(['UNKNOWN_KEY ']);
  });

  it('finds empty, unknown and unfitting conditions inside filters', () => {
    expect(nodeCodes('filter.condition', { condition: { all: [] } })).toEqual(['EMPTY_CONDITION condition.all']);
    const condition = { any: [{ fact: 'ticket.colour', op: 'is', value: 'red' }] };
    expect(nodeCodes('filter.condition', { condition })).toEqual(['UNKNOWN_FACT condition.any.0.fact']);
    const cases = [
      { id: 'a', condition: { fact: 'ticket.priority', op: 'moreThan', value: 'low' } },
      { id: 'a', condition: { fact: 'message.text', op: 'matches', value: '[' } },
      { id: 'otherwise', condition: {} },
    ];
    expect(nodeCodes('filter.switch', { cases })).toEqual([
      'TYPE_MISMATCH cases.0.condition.op',
      'INVALID_PATTERN cases.1.condition.value',
      'DUPLICATE_ID cases.1.id',
      'EMPTY_CONDITION cases.2.condition',
      'DUPLICATE_ID cases.2.id',
    ]);
    expect(nodeCodes('filter.switch', { cases: [] })).toEqual(['MISSING_CONFIG cases']);
  });

  it('checks the fields an action sets', () => {
    const set = (fields: Record<string, unknown>) => nodeCodes('action.setFields', { fields });
    expect(set({})).toEqual(['MISSING_CONFIG fields']);
    expect(set({ 'ticket.priority': 'high', 'ticket.custom.location': 'Bandung', 'ticket.category': null })).toEqual(
      [],
    );
    expect(set({ 'ticket.number': 3 })).toEqual(['UNKNOWN_FACT fields.ticket.number']);
    expect(set({ 'ticket.priority': 'highest' })).toEqual(['INVALID_VALUE fields.ticket.priority']);
    expect(set({ 'ticket.priority': 1 })).toEqual(['TYPE_MISMATCH fields.ticket.priority']);
    expect(set({ 'ticket.status': null })).toEqual(['MISSING_CONFIG fields.ticket.status']);
    expect(set({ 'ticket.level': 6 })).toEqual(['INVALID_VALUE fields.ticket.level']);
    expect(set({ 'ticket.custom.dueDate': '2026-03-02' })).toEqual(['TYPE_MISMATCH fields.ticket.custom.dueDate']);
    expect(set({ 'ticket.custom.parts': ['engine'] })).toEqual([]);
  });

  it('checks tags, routes, assignments, notes and notices', () => {
    expect(nodeCodes('action.tags', { add: [], remove: [] })).toEqual(['MISSING_CONFIG add']);
    expect(nodeCodes('action.tags', { add: ['VIP'], remove: ['vip'] })).toEqual(['INVALID_VALUE remove.0']);
    expect(nodeCodes('action.route', { queueId: '', requirement: { skills: [] } })).toEqual(['MISSING_CONFIG queueId']);
    expect(
      nodeCodes('action.route', {
        queueId: 'q-gone',
        requirement: { skills: [{ skillId: 's-gone', level: 3 }], teamId: 't-gone', language: 'ticket' },
      }),
    ).toEqual([
      'UNKNOWN_REFERENCE queueId',
      'UNKNOWN_REFERENCE requirement.skills.0.skillId',
      'UNKNOWN_REFERENCE requirement.teamId',
    ]);
    expect(nodeCodes('action.assign', {})).toEqual(['MISSING_CONFIG agentId']);
    expect(nodeCodes('action.assign', { agentId: 'a-gone' })).toEqual(['UNKNOWN_REFERENCE agentId']);
    expect(nodeCodes('action.note', { text: ' ' })).toEqual(['MISSING_CONFIG text']);
    expect(nodeCodes('action.note', { text: 'Hi {{ ticket.colour }}' })).toEqual(['UNKNOWN_FACT text']);
    expect(nodeCodes('action.notify', { recipients: [{ kind: 'team', teamId: '' }], text: 'x' })).toEqual([
      'MISSING_CONFIG recipients.0.teamId',
    ]);
  });

  it('checks triggers', () => {
    const check = (kind: string, config: Record<string, unknown>) =>
      codes(flowOf([node('t', kind, config), stop], [edge('t', 'then', 's')]));
    expect(check('trigger.ticketCreated', { channels: ['c-wa', 'c-gone'] })).toEqual([
      'UNKNOWN_REFERENCE t/ config.channels.1',
    ]);
    expect(check('trigger.ticketUpdated', { fields: [] })).toEqual(['MISSING_CONFIG t/ config.fields']);
    expect(check('trigger.ticketUpdated', { fields: ['contact.name'] })).toEqual(['UNKNOWN_FACT t/ config.fields.0']);
    expect(check('trigger.ticketUpdated', { fields: ['ticket.priority'], to: 'highest' })).toEqual([
      'INVALID_VALUE t/ config.to',
    ]);
    expect(check('trigger.ticketUpdated', { fields: ['ticket.queue'], to: 'q-gone' })).toEqual([
      'UNKNOWN_REFERENCE t/ config.to',
    ]);
    expect(check('trigger.ticketUpdated', { fields: ['ticket.level'], from: 'low' })).toEqual([
      'TYPE_MISMATCH t/ config.from',
    ]);
  });
});

describe('checkFlow', () => {
  it('lists the same issues whatever the order of nodes and edges, errors first', () => {
    const nodes = [
      trigger,
      node('b', 'action.note'),
      node('a', 'action.tags', { add: [], remove: [] }),
      node('z', 'control.stop', { laterFlows: false }),
    ];
    const edges = [edge('t', 'then', 'a'), edge('a', 'done', 'b'), edge('b', 'failed', 'q')];
    const one = checkFlow(flowOf(nodes, edges), workspace);
    const other = checkFlow(flowOf([...nodes].reverse(), [...edges].reverse()), workspace);
    expect(other).toEqual(one);
    expect(one.map(({ severity }) => severity)).toEqual(['error', 'error', 'error', 'error', 'warning']);
  });

  it('never throws on any config of any kind', () => {
    const kinds = NODE_CATALOGUE.map(({ kind }) => kind);
    const keys = NODE_CATALOGUE.flatMap(({ defaultConfig }) => Object.keys(defaultConfig));
    const config = fc.dictionary(
      fc.oneof(fc.constantFrom(...keys, 'channels', 'agentId'), fc.string()),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), config, (kind, json) => {
        const parsed = parseFlow({ ...EMPTY_FLOW, nodes: [node('n', kind, json)] });
        if (parsed.ok) checkFlow(parsed.flow, NO_REFERENCES);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(1000) },
    );
  });
});
