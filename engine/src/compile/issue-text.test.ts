import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW } from '../flow/flow.ts';
import { ISSUE_CODES, type Issue } from '../flow/issue.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { namesOf } from '../nodes/names-of.ts';
import { issueText } from './issue-text.ts';

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

  it('says where malformed JSON breaks off', () => {
    const issue: Issue = { code: 'NOT_A_FLOW', severity: 'error', path: [], params: { line: 3, column: 7 } };
    expect(issueText(issue, 'en')).toContain('line 3, column 7');
    expect(issueText(issue, 'id')).toContain('baris 3, kolom 7');
  });

  it.each(['skillOnce', 'oneTarget', 'url', 'email', 'json', 'wayToAddress', 'noAuthor', 'timeZone', 'sum100', 'cron'])(
    'has words of its own for a value where %s was expected',
    (expected) => {
      const issue: Issue = { code: 'INVALID_VALUE', severity: 'error', path: ['config', 'x'], params: { expected } };
      for (const locale of ['en', 'id'] as const) {
        expect(issueText(issue, locale)).toMatch(/^\S.+[.] \S.+[.]$/);
        expect(issueText(issue, locale)).not.toContain(`${expected}.`);
      }
    },
  );

  it('tells a flow from a newer Alur from one of no format known', () => {
    const params = { format: '2', newest: 1 };
    const issue: Issue = { code: 'UNKNOWN_FORMAT', severity: 'error', path: ['format'], params };
    const newer = { ...issue, params: { ...params, cause: 'newer' } };
    expect(issueText(newer, 'en')).toContain('comes from a newer version of Alur');
    expect(issueText(newer, 'id')).toContain('Perbarui Alur');
    expect(issueText(issue, 'en')).toContain('not known');
  });
});
