import { type Issue, issueText, type Locale, type Names, type ProgramIssue } from '@alur/engine';
import type { FlowIssueObject } from './flow.object.ts';

/** GraphQL's view of an issue, with its text in one language. */
export function issueToObject(issue: Issue | ProgramIssue, locale: Locale, names?: Names): FlowIssueObject {
  const { code, severity, nodeId = null, edgeId = null, path, params } = issue;
  return {
    code,
    severity,
    flowId: ('flowId' in issue && issue.flowId) || null,
    otherFlowId: ('otherFlowId' in issue && issue.otherFlowId) || null,
    nodeId,
    edgeId,
    params,
    path: path.map(String),
    message: issueText(issue, locale, names),
  };
}
