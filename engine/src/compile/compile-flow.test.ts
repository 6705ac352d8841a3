import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW, type Flow } from '../flow/flow.ts';
import { compileFlow } from './compile-flow.ts';

const identity = { flowId: 'f', versionId: 'v', position: 1, stopOnMatch: false };
const position = { x: 0, y: 0 };

function flow(kinds: Readonly<Record<string, string>>, ways: readonly string[]): Flow {
  const configs: Readonly<Record<string, Record<string, unknown>>> = {
    'control.parallel': { actions: [] },
    'control.join': { waitsFor: 'all' },
    'action.note': { text: 'x' },
  };
  const nodes = Object.entries(kinds).map(([id, kind]) => ({ id, kind, position, config: configs[kind] ?? {} }));
  const edges = ways.map((way) => {
    const [node = '', port = '', to = ''] = way.split(' ');
    return { id: way, from: { node, port }, to: { node: to } };
  });
  return { ...EMPTY_FLOW, nodes, edges };
}

const kinds = {
  t: 'trigger.ticketCreated',
  p: 'control.parallel',
  a: 'action.note',
  b: 'action.note',
  j: 'control.join',
};

describe('compileFlow', () => {
  it('lets the ports of control.parallel fork, by edge id; elsewhere the smallest edge counts', () => {
    const { steps } = compileFlow(flow(kinds, ['t then p', 'p done b', 'p done a', 'a done j', 'a done b']), identity);
    const ways = (id: string, port: string) =>
      steps
        .get(id)
        ?.ways.get(port)
        ?.map(({ edgeId }) => edgeId);
    expect(ways('p', 'done')).toEqual(['p done a', 'p done b']);
    expect(ways('a', 'done')).toEqual(['a done b']);
    expect(ways('b', 'done')).toBeUndefined();
  });

  it('knows which forks a join closes, and from where it can be reached', () => {
    const { joins } = compileFlow(flow(kinds, ['t then p', 'p done a', 'p done b', 'a done j', 'b done j']), identity);
    expect([...(joins.get('j')?.closes ?? [])]).toEqual(['p done a', 'p done b']);
    expect([...(joins.get('j')?.reachedFrom ?? [])].sort()).toEqual(['a', 'b', 'p']);
    const oneWay = compileFlow(flow(kinds, ['t then p', 'p done a', 'p done b', 'a done j']), identity);
    expect(oneWay.joins.get('j')?.closes.size).toBe(0);
  });

  it('names what cannot be run, and still compiles', () => {
    expect(
      compileFlow(flow({ t: 'trigger.ticketCreated', x: 'action.unknown' }, ['t then x']), identity).brokenNodeIds,
    ).toEqual(['x']);
  });

  it('begins where the smallest edge of a trigger leads, or nowhere', () => {
    const first = (...ways: readonly string[]) =>
      compileFlow(flow(kinds, ways), identity).triggers.map((trigger) => trigger.first?.edgeId ?? null);
    expect(first('t then b', 't then a')).toEqual(['t then a']);
    expect(first('t then b', 't then !')).toEqual([null]);
    expect(first('t else b')).toEqual([null]);
    const { steps } = compileFlow(flow(kinds, ['a done gone', 'b done a']), identity);
    expect([[...(steps.get('a')?.ways.keys() ?? [])], [...(steps.get('b')?.ways.keys() ?? [])]]).toEqual([
      [],
      ['done'],
    ]);
  });
});
