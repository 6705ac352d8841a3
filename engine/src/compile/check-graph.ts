import type { Flow, FlowEdge } from '../flow/flow.ts';
import type { Issue, IssueCode } from '../flow/issue.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { compareText } from './compile-flow.ts';

/**
 * What is wrong with how the nodes are joined. Codes: NO_TRIGGER, UNKNOWN_NODE, UNKNOWN_PORT, PORT_HAS_TWO_EDGES,
 * EDGE_INTO_TRIGGER, UNCONNECTED_PORT, CYCLE (one per knot of nodes, at its smallest id), UNREACHABLE_NODE (warning).
 * Unordered; `checkFlow` sorts.
 */
export function checkGraph(flow: Flow): readonly Issue[] {
  const kinds = new Map(flow.nodes.map(({ id, kind }) => [id, kind]));
  const joined = flow.edges.filter(({ from, to }) => kinds.has(from.node) && kinds.has(to.node));
  const targets = targetsOf(joined);
  const triggerIds = flow.nodes.filter(({ kind }) => isTrigger(kind)).map(({ id }) => id);
  return [
    ...(triggerIds.length === 0 ? [issue('NO_TRIGGER', { path: ['nodes'] })] : []),
    ...flow.edges.flatMap((edge) => checkEdge(edge, kinds)),
    ...checkPorts(flow),
    // A wait ends a round, so what leads back through one goes on for as long as a person wants it to.
    ...cycles([...kinds.keys()], withoutWaits(targets, kinds)).map((nodeIds) =>
      issue('CYCLE', { nodeId: nodeIds[0] ?? '', path: [], params: { nodes: nodeIds.join(', ') } }),
    ),
    ...unreachable([...kinds.keys()], triggerIds, targets).map(
      (nodeId): Issue => ({ code: 'UNREACHABLE_NODE', severity: 'warning', nodeId, path: [], params: {} }),
    ),
  ];
}

/** The one kind whose steps a run may pass again and again. */
const WAIT_KIND = 'control.wait';

function issue(code: IssueCode, more: Partial<Issue> & Pick<Issue, 'path'>): Issue {
  return { code, severity: 'error', params: {}, ...more };
}

function isTrigger(kind: string): boolean {
  return nodeDefinition(kind)?.group === 'trigger';
}

function checkEdge(edge: FlowEdge, kinds: ReadonlyMap<string, string>): readonly Issue[] {
  const issues: Issue[] = [];
  const { id: edgeId, from, to } = edge;
  if (!kinds.has(from.node))
    issues.push(issue('UNKNOWN_NODE', { edgeId, path: ['from', 'node'], params: { id: from.node } }));
  if (!kinds.has(to.node))
    issues.push(issue('UNKNOWN_NODE', { edgeId, path: ['to', 'node'], params: { id: to.node } }));
  const targetKind = kinds.get(to.node);
  if (targetKind !== undefined && isTrigger(targetKind)) {
    issues.push(issue('EDGE_INTO_TRIGGER', { edgeId, nodeId: to.node, path: ['to', 'node'] }));
  }
  return issues;
}

/** The ports of each node against the edges that leave it. Ports of an unknown kind are unknown, so not judged. */
function checkPorts(flow: Flow): readonly Issue[] {
  const leaving = new Map<string, FlowEdge[]>();
  for (const edge of flow.edges) leaving.set(edge.from.node, [...(leaving.get(edge.from.node) ?? []), edge]);
  return flow.nodes.flatMap((node) => {
    const definition = nodeDefinition(node.kind);
    if (!definition) return [];
    const nodeId = node.id;
    const ports = definition.ports(node.config);
    const edges = [...(leaving.get(nodeId) ?? [])].sort((a, b) => compareText(a.id, b.id));
    const known = new Set(ports.map(({ id }) => id));
    const forking = new Set(ports.filter(({ fansOut }) => fansOut).map(({ id }) => id));
    const taken = new Set<string>();
    const issues: Issue[] = [];
    for (const { id: edgeId, from } of edges) {
      const params = { port: from.port };
      if (!known.has(from.port)) issues.push(issue('UNKNOWN_PORT', { edgeId, nodeId, path: ['from', 'port'], params }));
      else if (taken.has(from.port) && !forking.has(from.port)) {
        issues.push(issue('PORT_HAS_TWO_EDGES', { edgeId, nodeId, path: ['from', 'port'], params }));
      }
      taken.add(from.port);
    }
    for (const { id: port, isRequired } of ports) {
      if (isRequired && !taken.has(port))
        issues.push(issue('UNCONNECTED_PORT', { nodeId, path: [], params: { port } }));
    }
    return issues;
  });
}

function targetsOf(edges: readonly FlowEdge[]): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const own = targets.get(from.node) ?? [];
    own.push(to.node);
    targets.set(from.node, own);
  }
  return targets;
}

function withoutWaits(
  targets: ReadonlyMap<string, readonly string[]>,
  kinds: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  return new Map([...targets].filter(([from]) => kinds.get(from) !== WAIT_KIND));
}

function unreachable(
  nodeIds: readonly string[],
  triggerIds: readonly string[],
  targets: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const reached = reachedFrom(triggerIds, targets);
  return nodeIds.filter((id) => !reached.has(id));
}

/** The given nodes and every node some way leads to from them. */
function reachedFrom(
  startIds: readonly string[],
  targets: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set(startIds);
  // A set can grow while it is walked; what is added is walked too.
  for (const id of reached) {
    for (const target of targets.get(id) ?? []) reached.add(target);
  }
  return reached;
}

/**
 * The knots of nodes that lead back to themselves, each sorted by id: strongly connected components of more than one
 * node or with an edge to itself. Nodes off every cycle are peeled away first, so flows without one cost linear time.
 */
function cycles(nodeIds: readonly string[], targets: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const remaining = peel(nodeIds, targets);
  const within = new Map([...remaining].map((id) => [id, (targets.get(id) ?? []).filter((to) => remaining.has(to))]));
  const found: string[][] = [];
  const placed = new Set<string>();
  for (const id of [...remaining].sort()) {
    if (placed.has(id)) continue;
    const after = reachedFrom(within.get(id) ?? [], within);
    // A node between two circles leads to one, but not back to itself.
    if (!after.has(id)) continue;
    const knot = [...after].filter((other) => other === id || reachedFrom(within.get(other) ?? [], within).has(id));
    for (const member of knot) placed.add(member);
    found.push(knot.sort());
  }
  return found;
}

/** What is left after nodes that nothing leads to, or that lead nowhere, are taken away again and again. */
function peel(nodeIds: readonly string[], targets: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const sources = new Map<string, string[]>();
  for (const [from, tos] of targets) for (const to of tos) sources.set(to, [...(sources.get(to) ?? []), from]);
  const remaining = new Set(nodeIds);
  for (const [forward, backward] of [
    [targets, sources],
    [sources, targets],
  ] as const) {
    const counts = new Map(
      nodeIds.map((id) => [id, (backward.get(id) ?? []).filter((from) => remaining.has(from)).length]),
    );
    const free = [...remaining].filter((id) => counts.get(id) === 0);
    for (let id = free.pop(); id !== undefined; id = free.pop()) {
      remaining.delete(id);
      for (const next of forward.get(id) ?? []) {
        const count = (counts.get(next) ?? 0) - 1;
        counts.set(next, count);
        if (count === 0 && remaining.has(next)) free.push(next);
      }
    }
  }
  return remaining;
}
