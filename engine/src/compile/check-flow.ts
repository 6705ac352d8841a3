import { type FactDefinition, referencesOfKind } from '../facts/fact-catalogue.ts';
import type { ReferenceKind } from '../facts/names.ts';
import { FLOW_LIMITS, type Flow, type FlowNode } from '../flow/flow.ts';
import { structureIssues } from '../flow/flow-structure.ts';
import type { Issue } from '../flow/issue.ts';
import { plainJson } from '../flow/plain-json.ts';
import type { References } from '../flow/references.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { checkBranches } from './check-branches.ts';
import { checkConditions } from './check-conditions.ts';
import { checkGraph } from './check-graph.ts';
import { checkRoutes } from './check-routes.ts';
import { compareText } from './compile-flow.ts';
import { pathKnowledge } from './path-knowledge.ts';
import { readFlow } from './read-flow.ts';

/**
 * Everything wrong with a flow in this workspace. Errors block publishing, warnings do not.
 * Order: errors first, then by node, edge, path and code, whatever the order in the document. Never throws on a parsed
 * flow. Cost: linear in the document, times the facts of the workspace.
 */
export function checkFlow(flow: Flow, references: References): readonly Issue[] {
  const catalogue = flowCatalogue(flow, references);
  const known = knownIds(references);
  const ofNodes = flow.nodes.flatMap((node) => checkNode(node, catalogue, known));
  const issues = [
    ...structureIssues(flow),
    ...sizeIssues(flow),
    ...ofNodes,
    ...checkGraph(flow),
    ...checkReasons(flow, catalogue, ofNodes),
  ];
  return issues.sort(compareIssues);
}

/** Whether any of the issues blocks publishing. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

type KnownIds = Readonly<Record<ReferenceKind, ReadonlySet<string>>>;

function knownIds(references: References): KnownIds {
  const ids = (kind: ReferenceKind) => new Set(referencesOfKind(references, kind).map(({ id }) => id));
  return {
    queue: ids('queue'),
    team: ids('team'),
    agent: ids('agent'),
    skill: ids('skill'),
    channel: ids('channel'),
    calendar: ids('calendar'),
    credential: ids('credential'),
    slaPolicy: ids('slaPolicy'),
    flow: ids('flow'),
  };
}

/** What only shows by reasoning about what is known where. A node with errors of its own is not reasoned about. */
function checkReasons(flow: Flow, catalogue: readonly FactDefinition[], ofNodes: readonly Issue[]): readonly Issue[] {
  const read = readFlow(flow, catalogue);
  const paths = pathKnowledge(read);
  const branches = checkBranches(read, paths);
  if (!paths) return branches;
  const broken = new Set(ofNodes.filter(({ severity }) => severity === 'error').map(({ nodeId = '' }) => nodeId));
  return [...branches, ...checkConditions(read, paths, broken), ...(broken.size === 0 ? checkRoutes(read) : [])];
}

function checkNode(node: FlowNode, catalogue: readonly FactDefinition[], known: KnownIds): readonly Issue[] {
  const nodeId = node.id;
  const definition = nodeDefinition(node.kind);
  if (!definition) {
    return [{ code: 'UNKNOWN_KIND', severity: 'error', nodeId, path: ['kind'], params: { kind: node.kind } }];
  }
  const own = definition.check(node.config, catalogue);
  const dangling = definition
    .references(node.config)
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(({ kind, id, path }): Issue => {
      const code = kind === 'credential' ? 'CREDENTIAL_MISSING' : 'UNKNOWN_REFERENCE';
      return { code, severity: 'error', path, params: { kind, id } };
    });
  return [...own, ...dangling].map((issue) => ({ ...issue, nodeId, path: ['config', ...issue.path] }));
}

/** A flow put together in memory has not been measured yet. */
function sizeIssues(flow: Flow): readonly Issue[] {
  const plain = plainJson(flow, { depth: Number.POSITIVE_INFINITY, bytes: FLOW_LIMITS.bytes });
  if (plain.ok || plain.cause !== 'bytes') return [];
  const params = { limit: 'bytes', most: FLOW_LIMITS.bytes };
  return [{ code: 'OVER_LIMIT', severity: 'error', path: [], params }];
}

function compareIssues(a: Issue, b: Issue): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  return compareText(orderKey(a), orderKey(b));
}

function orderKey({ nodeId = '', edgeId = '', path, code, params }: Issue): string {
  return JSON.stringify([nodeId, edgeId, path, code, params]);
}
