import type { Flow, FlowNode } from '@alur/engine';
import { portIdsOf, portsOf } from '../edit/new-step.ts';
import { type OutlineChain, outlineTree } from '../outline/outline-tree.ts';
import { PORT_ROW_HEIGHT } from './elk-graph.ts';
import type { Direction, LayoutAnswer, LayoutNode, LayoutRequest } from './layout-request.ts';

/** Sizes as drawn, by node id. */
export type Sizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>;

/** How large a node is drawn before it was measured, in canvas pixels. */
const NODE_WIDTH = 264;
const NODE_HEIGHT = 84;

/** The request for a layout of a flow: nodes in reading order, measured where they were drawn before. */
export function layoutRequest(flow: Flow, direction: Direction, sizes: Sizes): LayoutRequest {
  const order = new Map(readingOrder(outlineTree(flow, portsOf)).map((id, index) => [id, index]));
  const nodes = flow.nodes
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map((node) => layoutNode(node, sizes));
  const known = new Set(nodes.flatMap(({ id, ports }) => ports.map((port) => `${id}\u0000${port}`)));
  return { direction, nodes, edges: flow.edges.filter(({ from }) => known.has(`${from.node}\u0000${from.port}`)) };
}

/** Places for every node of a flow. */
export async function arrangedPositions(flow: Flow, direction: Direction, sizes: Sizes): Promise<LayoutAnswer> {
  const { arrangeFlow } = await import('./arrange-flow.ts');
  return arrangeFlow(layoutRequest(flow, direction, sizes));
}

/** True where two nodes lie on each other, so that somebody has to arrange the flow. */
export function hasOverlap(flow: Flow, sizes: Sizes): boolean {
  const boxes = flow.nodes.map((node) => ({ ...node.position, ...layoutNode(node, sizes) }));
  return boxes.some((a, index) =>
    boxes
      .slice(index + 1)
      .some((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
  );
}

function layoutNode(node: FlowNode, sizes: Sizes): LayoutNode {
  const ports = portIdsOf(node);
  const rows = ports.length > 1 ? ports.length : 0;
  const size = sizes.get(node.id) ?? { width: NODE_WIDTH, height: NODE_HEIGHT + rows * PORT_ROW_HEIGHT };
  return { id: node.id, ports, ...size };
}

function readingOrder(chains: readonly OutlineChain[]): readonly string[] {
  return chains.flatMap(({ steps }) =>
    steps.flatMap((step) => [step.node.id, ...readingOrder(step.branches.map(({ chain }) => chain))]),
  );
}
