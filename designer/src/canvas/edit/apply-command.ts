import type { Flow, FlowEdge, FlowNode, Position } from '@alur/engine';
import { deleteKeepingChain } from './delete-keeping-chain.ts';
import type { FlowCommand } from './flow-command.ts';
import { fansOut } from './new-step.ts';

/**
 * The flow after a command. Pure; what the command doesn't touch keeps its identity, and a command that changes
 * nothing (or names what isn't there) gives back the very same flow. Kept true: ids are unique, both ends of an edge
 * exist, at most one edge leaves a port (of a port that fans out: one to each node), no edge ends where it began.
 */
export function applyCommand(flow: Flow, command: FlowCommand): Flow {
  switch (command.type) {
    case 'add':
      return add(flow, command.nodes, command.edges);
    case 'insert':
      return insert(flow, command);
    case 'connect':
      return connect(flow, command.edge);
    case 'retarget':
      return retarget(flow, command.edgeId, command.toNodeId);
    case 'delete':
      return deleteKeepingChain(flow, new Set(command.nodeIds), new Set(command.edgeIds));
    case 'configure':
      return configure(flow, command);
    case 'rename':
      return changeNode(flow, command.nodeId, (node) => renamed(node, command.label));
    case 'move':
    case 'arrange':
      return move(flow, command.positions);
    case 'replace':
      return command.flow;
  }
}

function add(flow: Flow, nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Flow {
  let withNodes = flow;
  for (const node of nodes) {
    if (!hasId(withNodes, node.id)) withNodes = { ...withNodes, nodes: [...withNodes.nodes, node] };
  }
  return withNodes === flow ? flow : edges.reduce(connect, withNodes);
}

function insert(flow: Flow, command: FlowCommand & { type: 'insert' }): Flow {
  const edge = flow.edges.find((candidate) => candidate.id === command.edgeId);
  const ids = [command.node.id, command.onward.edgeId];
  if (!edge || ids[0] === ids[1] || ids.some((id) => hasId(flow, id))) return flow;
  const onward: FlowEdge = {
    id: command.onward.edgeId,
    from: { node: command.node.id, port: command.onward.port },
    to: edge.to,
  };
  return {
    ...flow,
    nodes: [...flow.nodes, command.node],
    edges: [
      ...flow.edges.map((other) => (other === edge ? { ...edge, to: { node: command.node.id } } : other)),
      onward,
    ],
  };
}

function connect(flow: Flow, edge: FlowEdge): Flow {
  const ids = new Set(flow.nodes.map((node) => node.id));
  const isPossible = ids.has(edge.from.node) && ids.has(edge.to.node) && edge.from.node !== edge.to.node;
  if (!isPossible) return flow;
  const isSamePort = (other: FlowEdge) => other.from.node === edge.from.node && other.from.port === edge.from.port;
  if (flow.edges.some((other) => isSamePort(other) && other.to.node === edge.to.node)) return flow;
  const from = flow.nodes.find(({ id }) => id === edge.from.node);
  const edges = fansOut(from, edge.from.port) ? flow.edges : flow.edges.filter((other) => !isSamePort(other));
  const joined = { ...flow, edges };
  return hasId(joined, edge.id) ? flow : { ...joined, edges: [...edges, edge] };
}

function retarget(flow: Flow, edgeId: string, toNodeId: string): Flow {
  const edge = flow.edges.find((candidate) => candidate.id === edgeId);
  const isSister = ({ from, to }: FlowEdge) =>
    from.node === edge?.from.node && from.port === edge.from.port && to.node === toNodeId;
  const isPossible =
    edge &&
    edge.from.node !== toNodeId &&
    flow.nodes.some((node) => node.id === toNodeId) &&
    !flow.edges.some(isSister);
  if (!isPossible) return flow;
  return { ...flow, edges: flow.edges.map((other) => (other === edge ? { ...edge, to: { node: toNodeId } } : other)) };
}

function configure(flow: Flow, command: FlowCommand & { type: 'configure' }): Flow {
  const changed = changeNode(flow, command.nodeId, (node) => ({ ...node, config: command.config }));
  if (changed === flow) return flow;
  const edges = changed.edges.filter(
    (edge) => edge.from.node !== command.nodeId || command.ports.includes(edge.from.port),
  );
  return edges.length === changed.edges.length ? changed : { ...changed, edges };
}

function move(flow: Flow, positions: Readonly<Record<string, Position>>): Flow {
  const nodes = flow.nodes.map((node) => {
    const to = positions[node.id];
    return !to || (to.x === node.position.x && to.y === node.position.y) ? node : { ...node, position: to };
  });
  return nodes.every((node, index) => node === flow.nodes[index]) ? flow : { ...flow, nodes };
}

function renamed(node: FlowNode, label: string): FlowNode {
  const { label: before, ...rest } = node;
  if ((before ?? '') === label) return node;
  return label === '' ? rest : { ...rest, label };
}

function changeNode(flow: Flow, nodeId: string, change: (node: FlowNode) => FlowNode): Flow {
  const index = flow.nodes.findIndex((node) => node.id === nodeId);
  const before = flow.nodes[index];
  if (!before) return flow;
  const after = change(before);
  return after === before ? flow : { ...flow, nodes: flow.nodes.with(index, after) };
}

function hasId(flow: Flow, id: string): boolean {
  return (
    flow.nodes.some((node) => node.id === id) ||
    flow.edges.some((edge) => edge.id === id) ||
    flow.notes.some((note) => note.id === id)
  );
}
