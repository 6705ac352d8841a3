import type { Flow, FlowEdge } from '@alur/engine';

/**
 * The flow without the given nodes and edges. Where a deleted node has exactly one way on, the edges that led to it
 * lead to its successor instead and keep their ids; where there are none or several, they go with it. An edge named
 * for deletion never serves as a way on.
 */
export function deleteKeepingChain(flow: Flow, nodeIds: ReadonlySet<string>, edgeIds: ReadonlySet<string>): Flow {
  const nodes = flow.nodes.filter((node) => !nodeIds.has(node.id));
  const remaining = flow.edges.filter((edge) => !edgeIds.has(edge.id));
  if (nodes.length === flow.nodes.length && remaining.length === flow.edges.length) return flow;

  const leaving = new Map<string, FlowEdge[]>();
  for (const edge of remaining) leaving.set(edge.from.node, [...(leaving.get(edge.from.node) ?? []), edge]);

  const survivorAfter = (nodeId: string): string | null => {
    const seen = new Set<string>();
    let at = nodeId;
    while (nodeIds.has(at)) {
      const ways = leaving.get(at) ?? [];
      const only = ways.length === 1 ? ways[0] : undefined;
      if (!only || seen.has(at)) return null;
      seen.add(at);
      at = only.to.node;
    }
    return at;
  };

  const edges = remaining.flatMap((edge) => {
    if (nodeIds.has(edge.from.node)) return [];
    if (!nodeIds.has(edge.to.node)) return [edge];
    const successor = survivorAfter(edge.to.node);
    return successor === null || successor === edge.from.node ? [] : [{ ...edge, to: { node: successor } }];
  });
  // Branches of one port whose steps were deleted may now lead to the same node: one of them is enough.
  const wayOf = ({ from, to }: FlowEdge) => JSON.stringify([from.node, from.port, to.node]);
  const ways = new Map(edges.toReversed().map((edge) => [wayOf(edge), edge]));
  return { ...flow, nodes, edges: edges.filter((edge) => ways.get(wayOf(edge)) === edge) };
}
