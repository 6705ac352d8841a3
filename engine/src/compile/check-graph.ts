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

/** The nodes that no way leads to from a trigger. */
function unreachable(
  nodeIds: readonly string[],
  triggerIds: readonly string[],
  targets: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const reached = new Set(triggerIds);
  // A set can grow while it is walked; what is added is walked too.
  for (const id of reached) {
    for (const target of targets.get(id) ?? []) reached.add(target);
  }
  return nodeIds.filter((id) => !reached.has(id));
}

/**
 * The knots of nodes that lead back to themselves, each sorted by id: strongly connected components (Tarjan's) of more
 * than one node or with an edge to itself.
 */
function cycles(nodeIds: readonly string[], targets: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const found: string[][] = [];
  const places = new Map<string, number>();
  const open: string[] = [];
  /** The earliest open node that some way from this one leads back to, by the order in which they were first seen. */
  const visit = (id: string): number => {
    const place = places.size;
    places.set(id, place);
    open.push(id);
    const own = targets.get(id) ?? [];
    const earliest = Math.min(place, ...own.map((to) => places.get(to) ?? visit(to)));
    if (earliest === place) {
      const knot = open.splice(open.indexOf(id));
      for (const member of knot) places.set(member, Number.POSITIVE_INFINITY);
      if (knot.length > 1 || own.includes(id)) found.push(knot.sort());
    }
    return earliest;
  };
  for (const id of nodeIds) if (!places.has(id)) visit(id);
  return found;
}
