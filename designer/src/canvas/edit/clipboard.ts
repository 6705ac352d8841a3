import { FLOW_FORMAT, type Flow, type FlowEdge, type FlowNode, type Position, parseFlow } from '@alur/engine';

/** Part of a flow, for the clipboard: the nodes chosen and the edges among them, as a flow document in JSON. */
export function copyNodes(flow: Flow, nodeIds: ReadonlySet<string>): string {
  const nodes = flow.nodes.filter((node) => nodeIds.has(node.id));
  const edges = flow.edges.filter((edge) => nodeIds.has(edge.from.node) && nodeIds.has(edge.to.node));
  return JSON.stringify({ format: FLOW_FORMAT, nodes, edges, notes: [] }, null, 2);
}

/** What `copyNodes` or an export wrote, with fresh ids and moved by `offset`; null when the text is something else. */
export function readCopied(
  text: string,
  freshId: () => string,
  offset: Position,
): { nodes: readonly FlowNode[]; edges: readonly FlowEdge[] } | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = parseFlow(json);
  return parsed.ok && parsed.flow.nodes.length > 0 ? withFreshIds(parsed.flow, freshId, offset) : null;
}

/** The same nodes and edges under new ids, so that they can stand beside the old ones. */
export function withFreshIds(
  part: Pick<Flow, 'nodes' | 'edges'>,
  freshId: () => string,
  offset: Position,
): { nodes: readonly FlowNode[]; edges: readonly FlowEdge[] } {
  const ids = new Map(part.nodes.map((node) => [node.id, freshId()]));
  const nodes = part.nodes.map((node) => ({
    ...node,
    id: ids.get(node.id) ?? freshId(),
    position: { x: node.position.x + offset.x, y: node.position.y + offset.y },
  }));
  const edges = part.edges.flatMap((edge) => {
    const from = ids.get(edge.from.node);
    const to = ids.get(edge.to.node);
    return from && to ? [{ id: freshId(), from: { node: from, port: edge.from.port }, to: { node: to } }] : [];
  });
  return { nodes, edges };
}
