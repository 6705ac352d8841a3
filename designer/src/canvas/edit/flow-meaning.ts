import type { Flow, FlowNode } from '@alur/engine';

/**
 * What a flow means, as text: equal exactly when two flows do the same. Positions, notes, ids of edges, and the order
 * of nodes, edges and keys don't enter.
 */
export function flowMeaning(flow: Flow): string {
  const nodes = flow.nodes.map(nodeMeaning).sort();
  const edges = flow.edges.map((edge) => `${edge.from.node}\u0000${edge.from.port}\u0000${edge.to.node}`).sort();
  return JSON.stringify([nodes, edges]);
}

/** What one node means by itself: its id, kind, label and settings. */
export function nodeMeaning(node: FlowNode): string {
  return JSON.stringify([node.id, node.kind, node.label ?? '', canonical(node.config)]);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, canonical(item)]);
}
