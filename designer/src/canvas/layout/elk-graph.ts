import type { ElkNode } from 'elkjs/lib/elk-api';
import type { LayoutNode, LayoutRequest } from './layout-request.ts';

/** Room between nodes, in canvas pixels: along the flow there is a button on each edge, so it needs more. */
const GAP_ALONG = 84;
const GAP_ACROSS = 36;

/** As the canvas's style sheet draws them, in canvas pixels. */
export const PORT_ROW_HEIGHT = 28;
const PORTS_MARGIN = 6;

/** The flow as ELK reads it: layered, ports where they are drawn, the order of nodes kept. */
export function toElkGraph({ direction, nodes, edges }: LayoutRequest): ElkNode {
  const isRight = direction === 'right';
  return {
    id: 'flow',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': isRight ? 'RIGHT' : 'DOWN',
      'elk.layered.spacing.nodeNodeBetweenLayers': `${GAP_ALONG}`,
      'elk.spacing.nodeNode': `${GAP_ACROSS}`,
      'elk.spacing.componentComponent': `${GAP_ALONG}`,
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
      'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
    },
    children: nodes.map((node) => ({
      id: node.id,
      width: node.width,
      height: node.height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        { id: inPortId(node.id), ...(isRight ? { x: 0, y: node.height / 2 } : { x: node.width / 2, y: 0 }) },
        ...node.ports.map((port, index) => ({
          id: outPortId(node.id, port),
          ...(isRight
            ? { x: node.width, y: portRowY(node, index) }
            : { x: (node.width * (index + 0.5)) / node.ports.length, y: node.height }),
        })),
      ],
    })),
    edges: edges.map((edge) => ({
      id: edge.id,
      sources: [outPortId(edge.from.node, edge.from.port)],
      targets: [inPortId(edge.to.node)],
    })),
  };
}

/** Where a port is drawn on the right side: in the middle if it is the only one, else in its row at the bottom. */
function portRowY({ height, ports }: LayoutNode, index: number): number {
  if (ports.length === 1) return height / 2;
  return height - PORTS_MARGIN - PORT_ROW_HEIGHT * (ports.length - index - 0.5);
}

function inPortId(nodeId: string): string {
  return `${nodeId}\u0000in`;
}

function outPortId(nodeId: string, port: string): string {
  return `${nodeId}\u0000out\u0000${port}`;
}
