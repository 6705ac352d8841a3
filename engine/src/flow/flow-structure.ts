import { FLOW_LIMITS, type Flow } from './flow.ts';
import type { Issue } from './issue.ts';

/** What is wrong with a flow as a document: ids used twice (DUPLICATE_ID), too many nodes (OVER_LIMIT). */
export function structureIssues(flow: Flow): readonly Issue[] {
  const issues: Issue[] = [];
  if (flow.nodes.length > FLOW_LIMITS.nodes) {
    const params = { limit: 'nodes', most: FLOW_LIMITS.nodes, actual: flow.nodes.length };
    issues.push({ code: 'OVER_LIMIT', severity: 'error', path: ['nodes'], params });
  }
  for (const part of ['nodes', 'edges', 'notes'] as const) {
    const seen = new Set<string>();
    for (const [index, { id }] of flow[part].entries()) {
      if (seen.has(id)) {
        const path = [part, index, 'id'];
        issues.push({ code: 'DUPLICATE_ID', severity: 'error', path, params: { id } });
      }
      seen.add(id);
    }
  }
  return issues;
}
