import type { Flow, FlowEdge, FlowNode, Port } from '@alur/engine';

/** Steps one after the other, and what comes after the last. */
export interface OutlineChain {
  readonly steps: readonly OutlineStep[];
  readonly end:
    | { readonly type: 'open'; readonly nodeId: string; readonly port: string }
    /** The way goes on at a step shown elsewhere. */
    | { readonly type: 'goTo'; readonly edgeId: string; readonly nodeId: string }
    /** The last step branches, or ends the run. */
    | { readonly type: 'closed' };
}

export interface OutlineStep {
  readonly node: FlowNode;
  /** The edge it was reached by; null for the first of a chain that nothing leads to. */
  readonly edgeId: string | null;
  /** One per port where there are several, one per edge where a port fans out; empty where the chain simply goes on. */
  readonly branches: readonly OutlineBranch[];
}

interface OutlineBranch {
  readonly port: string;
  /** The edge it begins with; null where the port is open. */
  readonly edgeId: string | null;
  readonly chain: OutlineChain;
}

/** As much of a port as decides how the outline branches. */
type OutlinePort = Pick<Port, 'id' | 'fansOut'>;

/**
 * The flow as nested lists, each node exactly once, in the order of a reader: triggers first, then nodes nothing leads
 * to, then what is left (rings). `portsOf` gives a node's ports in the order drawn.
 */
export function outlineTree(flow: Flow, portsOf: (node: FlowNode) => readonly OutlinePort[]): readonly OutlineChain[] {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const ways = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) {
    const key = `${edge.from.node}\u0000${edge.from.port}`;
    ways.set(key, [...(ways.get(key) ?? []), edge]);
  }
  const reached = new Set(flow.edges.map((edge) => edge.to.node));
  const seen = new Set<string>();

  const chainFrom = (start: FlowNode, startEdgeId: string | null): OutlineChain => {
    const steps: OutlineStep[] = [];
    let node = start;
    let edgeId = startEdgeId;
    for (;;) {
      seen.add(node.id);
      const ports = portsOf(node);
      const [port] = ports;
      if (port === undefined || ports.length > 1 || port.fansOut) {
        const branches = ports.flatMap((each) => branchesOf(node.id, each));
        return { steps: [...steps, { node, edgeId, branches }], end: { type: 'closed' } };
      }
      steps.push({ node, edgeId, branches: [] });
      const next = nextAt(node.id, port.id, edgesOf(node.id, port.id)[0]);
      if (next.type !== 'step') return { steps, end: next };
      node = next.node;
      edgeId = next.edgeId;
    }
  };

  const edgesOf = (nodeId: string, port: string) => ways.get(`${nodeId}\u0000${port}`) ?? [];

  const nextAt = (nodeId: string, port: string, edge: FlowEdge | undefined) => {
    const target = edge && nodes.get(edge.to.node);
    if (!edge || !target) return { type: 'open', nodeId, port } as const;
    if (seen.has(target.id)) return { type: 'goTo', edgeId: edge.id, nodeId: target.id } as const;
    return { type: 'step', edgeId: edge.id, node: target } as const;
  };

  const branchesOf = (nodeId: string, { id: port, fansOut }: OutlinePort): readonly OutlineBranch[] => {
    const edges = edgesOf(nodeId, port);
    const starts = fansOut || edges.length === 0 ? [...edges, undefined] : edges;
    return starts.map((edge) => {
      const next = nextAt(nodeId, port, edge);
      const chain: OutlineChain = next.type === 'step' ? chainFrom(next.node, next.edgeId) : { steps: [], end: next };
      return { port, edgeId: edge?.id ?? null, chain };
    });
  };

  const isTrigger = (node: FlowNode) => node.kind.startsWith('trigger.');
  const starts = [
    ...flow.nodes.filter(isTrigger),
    ...flow.nodes.filter((node) => !isTrigger(node) && !reached.has(node.id)),
    ...flow.nodes.filter((node) => !isTrigger(node) && reached.has(node.id)),
  ];
  return starts.flatMap((node) => (seen.has(node.id) ? [] : [chainFrom(node, null)]));
}
