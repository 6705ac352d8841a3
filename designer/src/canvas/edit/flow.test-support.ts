import type { Flow, FlowEdge, FlowNode } from '@alur/engine';
import fc from 'fast-check';
import type { FlowCommand } from './flow-command.ts';

/** Shorthand for flows in tests: `node('a')`, `edge('a', 'done', 'b')` (its id is `a.done`). */
export function node(id: string, kind = 'action.note', config: FlowNode['config'] = {}): FlowNode {
  return { id, kind, position: { x: 0, y: 0 }, config };
}

export function edge(from: string, port: string, to: string): FlowEdge {
  return { id: `${from}.${port}`, from: { node: from, port }, to: { node: to } };
}

export function flowOf(nodes: readonly FlowNode[], edges: readonly FlowEdge[] = []): Flow {
  return { format: 1, nodes, edges, notes: [] };
}

const ids = fc.integer({ min: 0, max: 7 }).map((index) => `n${index}`);
const ports = fc.constantFrom('done', 'yes', 'no');
const places = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
const freshNode = fc
  .record({ id: ids, kind: fc.constantFrom('action.note', 'filter.condition'), position: places, text: fc.string() })
  .map(({ text, ...rest }): FlowNode => ({ ...rest, config: { text } }));
const freshEdge = fc
  .record({ id: fc.integer({ min: 0, max: 30 }), from: ids, port: ports, to: ids })
  .map(({ id, from, port, to }): FlowEdge => ({ id: `e${id}`, from: { node: from, port }, to: { node: to } }));
const edgeIds = freshEdge.map(({ id }) => id);

/** Any command, sensible or not: it may name what isn't there. */
export const anyCommand: fc.Arbitrary<FlowCommand> = fc.oneof(
  fc.record({
    type: fc.constant('add' as const),
    nodes: fc.array(freshNode, { maxLength: 3 }),
    edges: fc.array(freshEdge, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('insert' as const),
    node: freshNode,
    edgeId: edgeIds,
    onward: fc.record({ edgeId: edgeIds, port: ports }),
  }),
  fc.record({ type: fc.constant('connect' as const), edge: freshEdge }),
  fc.record({ type: fc.constant('retarget' as const), edgeId: edgeIds, toNodeId: ids }),
  fc.record({
    type: fc.constant('delete' as const),
    nodeIds: fc.array(ids, { maxLength: 3 }),
    edgeIds: fc.array(edgeIds, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('configure' as const),
    nodeId: ids,
    config: fc.record({ text: fc.string() }),
    ports: fc.subarray(['done', 'yes', 'no']),
  }),
  fc.record({ type: fc.constant('rename' as const), nodeId: ids, label: fc.string({ maxLength: 4 }) }),
  fc.record({ type: fc.constantFrom('move' as const, 'arrange' as const), positions: fc.dictionary(ids, places) }),
);
