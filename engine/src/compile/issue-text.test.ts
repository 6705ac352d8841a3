import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW } from '../flow/flow.ts';
import { ISSUE_CODES, type Issue } from '../flow/issue.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { namesOf } from '../nodes/names-of.ts';
import { issueText } from './issue-text.ts';
import { ISSUE_VARIANTS } from './issue-variants.test-support.ts';

const params = {
  kind: 'queue',
  id: 'q-gone',
  key: 'colour',
  fact: 'ticket.priority',
  op: 'lessThan',
  type: 'option',
  port: 'then',
  pattern: '(',
  reason: 'missing )',
  limit: 'nodes',
  most: 500,
  format: 2,
  expected: 'valid',
  nodes: 'a, b',
};

describe('issueText', () => {
  it.each(ISSUE_CODES)('%s says what and how to mend it, in both languages', (code) => {
    const issue: Issue = { code, severity: 'error', path: ['config', 'fields'], params };
    const english = issueText(issue, 'en');
    const indonesian = issueText(issue, 'id');
    expect(english).not.toBe(indonesian);
    for (const text of [english, indonesian]) {
      expect(text).toMatch(/^\S.+[.] \S.+[.]$/);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });

  it('has a text of its own for every code', () => {
    const texts = ISSUE_CODES.map((code) => issueText({ code, severity: 'error', path: [], params }, 'en'));
    expect(new Set(texts).size).toBe(ISSUE_CODES.length);
  });

  it('says where by the node’s label or kind, where names are given', () => {
    const node = { id: 'n1', kind: 'action.route', position: { x: 0, y: 0 }, config: {} };
    const names = namesOf(workspace, { ...EMPTY_FLOW, nodes: [node, { ...node, id: 'n2', label: 'To Surabaya' }] });
    const issue: Issue = {
      code: 'MISSING_CONFIG',
      severity: 'error',
      nodeId: 'n1',
      path: ['config', 'queueId'],
      params: {},
    };
    expect(issueText(issue, 'en', names)).toBe('Route to queue: The queue is not filled in yet. Fill it in.');
    expect(issueText(issue, 'id', names)).toBe('Arahkan ke antrean: Antrean belum diisi. Isilah.');
    expect(issueText({ ...issue, nodeId: 'n2' }, 'en', names)).toMatch(/^To Surabaya: /);
    expect(issueText(issue, 'en')).toMatch(/^n1: /);
  });

  it.each(ISSUE_VARIANTS)('says “$en”', ({ issue, en, id }) => {
    const names = namesOf(workspace, EMPTY_FLOW);
    const whole: Issue = { severity: 'error', ...issue };
    expect({ en: issueText(whole, 'en', names), id: issueText(whole, 'id', names) }).toEqual({ en, id });
  });

  it('calls fields, steps and things by key or id where no names are given', () => {
    const issue = { severity: 'error', path: [] } as const;
    const writes = {
      code: 'CONFLICTING_WRITES',
      params: { fact: 'ticket.priority', node: 'n1', otherNode: 'n2' },
    } as const;
    expect(issueText({ ...issue, ...writes }, 'en')).toContain('both write ticket.priority: “n1” and “n2”');
    expect(issueText({ ...issue, ...writes }, 'id')).toContain('menulis ticket.priority: “n1” dan “n2”');
    const policy = { code: 'SLA_WITHOUT_ESCALATION', params: { policyId: 'sla-gold' } } as const;
    expect(issueText({ ...issue, ...policy }, 'en')).toContain('“sla-gold”');
    const operator = { code: 'UNKNOWN_OPERATOR', params: { fact: 'ticket.age', op: 'resembles' } } as const;
    expect(issueText({ ...issue, ...operator }, 'id')).toContain('pada ticket.age.');
  });
});
