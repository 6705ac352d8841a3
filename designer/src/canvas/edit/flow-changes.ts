import type { Flow, FlowEdge, FlowNode } from '@alur/engine';
import { nodeMeaning } from './flow-meaning.ts';

/** What differs in meaning between two flows, in the order of the documents (removed ones by the older). */
export interface FlowChanges {
  readonly added: readonly FlowNode[];
  readonly removed: readonly FlowNode[];
  readonly changed: readonly { readonly before: FlowNode; readonly after: FlowNode }[];
  /** Ports of nodes in both flows that lead elsewhere now; null: nowhere. */
  readonly rewired: readonly {
    readonly node: FlowNode;
    readonly port: string;
    readonly before: FlowNode | null;
    readonly after: FlowNode | null;
  }[];
}

/** The differences from `before` to `after`. Nodes are the same when their ids are. */
export function flowChanges(before: Flow, after: Flow): FlowChanges {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const changed = after.nodes.flatMap((node) => {
    const earlier = old.get(node.id);
    return earlier && nodeMeaning(earlier) !== nodeMeaning(node) ? [{ before: earlier, after: node }] : [];
  });
  const oldWays = waysOf(before.edges);
  const newWays = waysOf(after.edges);
  const rewired = [...new Set([...oldWays.keys(), ...newWays.keys()])].flatMap((way) => {
    const edge = newWays.get(way) ?? oldWays.get(way);
    const node = edge && old.has(edge.from.node) ? now.get(edge.from.node) : undefined;
    const from = oldWays.get(way)?.to.node ?? null;
    const to = newWays.get(way)?.to.node ?? null;
    if (!edge || !node || from === to) return [];
    const find = (id: string | null) => (id === null ? null : (now.get(id) ?? old.get(id) ?? null));
    return [{ node, port: edge.from.port, before: find(from), after: find(to) }];
  });
  return {
    added: after.nodes.filter((node) => !old.has(node.id)),
    removed: before.nodes.filter((node) => !now.has(node.id)),
    changed,
    rewired,
  };
}

/** How many differences there are in all. */
export function countChanges(changes: FlowChanges): number {
  return changes.added.length + changes.removed.length + changes.changed.length + changes.rewired.length;
}

function waysOf(edges: readonly FlowEdge[]): Map<string, FlowEdge> {
  return new Map(edges.map((edge) => [`${edge.from.node}\u0000${edge.from.port}`, edge]));
}
