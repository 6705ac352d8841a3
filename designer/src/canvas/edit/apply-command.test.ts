import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from './apply-command.ts';
import { anyCommand, edge, flowOf, node } from './flow.test-support.ts';
import { flowMeaning } from './flow-meaning.ts';

const chain = flowOf([node('a'), node('b'), node('c')], [edge('a', 'done', 'b'), edge('b', 'done', 'c')]);

describe('applyCommand', () => {
  it('puts a node in the middle of an edge and keeps the edge id on the way in', () => {
    const flow = applyCommand(chain, {
      type: 'insert',
      node: node('x'),
      edgeId: 'a.done',
      onward: { edgeId: 'new', port: 'yes' },
    });
    expect(flow.edges).toContainEqual({ id: 'a.done', from: { node: 'a', port: 'done' }, to: { node: 'x' } });
    expect(flow.edges).toContainEqual({ id: 'new', from: { node: 'x', port: 'yes' }, to: { node: 'b' } });
  });

  it('closes the gap when a node with one way on is deleted', () => {
    const flow = applyCommand(chain, { type: 'delete', nodeIds: ['b'], edgeIds: [] });
    expect(flow.edges).toEqual([{ id: 'a.done', from: { node: 'a', port: 'done' }, to: { node: 'c' } }]);
  });

  it('closes the gap over several deleted nodes in a row', () => {
    const longer = flowOf([...chain.nodes, node('d')], [...chain.edges, edge('c', 'done', 'd')]);
    const flow = applyCommand(longer, { type: 'delete', nodeIds: ['c', 'b'], edgeIds: [] });
    expect(flow.edges.map(({ to }) => to.node)).toEqual(['d']);
  });

  it('guesses no way on where a deleted node branches', () => {
    const branching = flowOf(
      [node('a'), node('b'), node('c'), node('d')],
      [edge('a', 'done', 'b'), edge('b', 'yes', 'c'), edge('b', 'no', 'd')],
    );
    expect(applyCommand(branching, { type: 'delete', nodeIds: ['b'], edgeIds: [] }).edges).toEqual([]);
  });

  it('lets a new edge take over the port', () => {
    const flow = applyCommand(chain, { type: 'connect', edge: { ...edge('a', 'done', 'c'), id: 'new' } });
    expect(flow.edges.filter(({ from }) => from.node === 'a').map(({ to }) => to.node)).toEqual(['c']);
  });

  it('drops the edges of ports that a new configuration no longer has', () => {
    const cases = flowOf([node('a'), node('b'), node('c')], [edge('a', 'one', 'b'), edge('a', 'two', 'c')]);
    const flow = applyCommand(cases, { type: 'configure', nodeId: 'a', config: { cases: 1 }, ports: ['one'] });
    expect(flow.edges.map(({ id }) => id)).toEqual(['a.one']);
  });

  it('gives back the same flow when nothing changes', () => {
    for (const command of [
      { type: 'delete', nodeIds: ['nobody'], edgeIds: [] },
      { type: 'rename', nodeId: 'a', label: '' },
      { type: 'move', positions: { a: { x: 0, y: 0 } } },
      { type: 'retarget', edgeId: 'a.done', toNodeId: 'b' },
    ] as const)
      expect(applyCommand(chain, command)).toBe(chain);
  });

  it('keeps ids unique, ends present and ports single after any commands', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), (commands) => {
        const flow = commands.reduce(applyCommand, flowOf([]));
        const ids = [...flow.nodes, ...flow.edges].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const nodeIds = new Set(flow.nodes.map(({ id }) => id));
        const ways = flow.edges.map(({ from }) => `${from.node} ${from.port}`);
        expect(new Set(ways).size).toBe(ways.length);
        for (const { from, to } of flow.edges) {
          expect(nodeIds.has(from.node) && nodeIds.has(to.node)).toBe(true);
          expect(from.node).not.toBe(to.node);
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('never changes meaning by placing things', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), anyCommand, (commands, last) => {
        const flow = commands.reduce(applyCommand, flowOf([]));
        fc.pre(last.type === 'move' || last.type === 'arrange');
        expect(flowMeaning(applyCommand(flow, last))).toBe(flowMeaning(flow));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
