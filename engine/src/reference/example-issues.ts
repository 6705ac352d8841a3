import { type Issue, type IssueCode, WARNING_CODES } from '../flow/issue.ts';

/** What issues are about in the examples of the reference; each text takes what it needs of it. */
const PARAMS: Issue['params'] = {
  kind: 'queue',
  id: 'billing',
  key: 'colour',
  fact: 'ticket.priority',
  op: 'lessThan',
  type: 'option',
  port: 'no',
  portEn: 'No',
  portId: 'Tidak',
  pattern: '(',
  reason: 'missing )',
  limit: 'nodes',
  most: 500,
  format: '2',
  cause: 'newer',
  newest: 1,
  expected: 'valid',
  value: 'highest',
  nodes: 'a, b',
  metric: 'firstReply',
  policyId: 'gold',
  timerMs: 7_200_000,
  targetMs: 3_600_000,
  afterMs: 300_000,
  earliestMs: 900_000,
  otherFlow: 'follow-up',
  otherFlowId: 'follow-up',
  otherName: 'Follow-up',
  node: 'step-1',
  otherNode: 'step-2',
  otherStepEn: 'Set fields',
  otherStepId: 'Isi bidang',
};

/** An issue of a code as it might come up. */
export function exampleIssue(code: IssueCode): Issue {
  const params = code === 'UNKNOWN_KIND' ? { ...PARAMS, kind: 'action.sned' } : PARAMS;
  const severity = WARNING_CODES.has(code) ? 'warning' : 'error';
  return { code, severity, path: ['config', 'text'], params };
}
