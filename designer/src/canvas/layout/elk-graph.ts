import type { ElkNode } from 'elkjs/lib/elk-api';
import type { LayoutRequest } from './layout-request.ts';

/** Room between nodes, in canvas pixels: along the flow there is a button on each edge, so it needs more. */
const GAP_ALONG = 72;
const GAP_ACROSS = 36;

/** The flow as ELK reads it: ports in drawn order on the side the flow leaves by, layered, the order of nodes kept. */
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
      layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
      ports: [
        { id: inPortId(node.id), layoutOptions: { 'elk.port.side': isRight ? 'WEST' : 'NORTH' } },
        ...node.ports.map((port, index) => ({
          id: outPortId(node.id, port),
          // ELK counts ports clockwise: down the right side, but leftwards along the bottom.
          layoutOptions: {
            'elk.port.side': isRight ? 'EAST' : 'SOUTH',
            'elk.port.index': `${isRight ? index : node.ports.length - 1 - index}`,
          },
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

function inPortId(nodeId: string): string {
  return `${nodeId}\u0000in`;
}

function outPortId(nodeId: string, port: string): string {
  return `${nodeId}\u0000out\u0000${port}`;
}
