import { describe, expect, it } from 'vitest';
import { FLOW_LIMITS, type Flow } from '../flow/flow.ts';
import { ISSUE_CODES, type Issue, type IssueCode } from '../flow/issue.ts';
import { parseFlow } from '../flow/parse-flow.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { namesOf } from '../nodes/names-of.ts';
import { checkFlow } from './check-flow.ts';
import { checkProgram } from './check-program.ts';
import { ask, choose, type Drawn, drawn, onCreated, route, set, stop, tag } from './drawn-flow.test-support.ts';
import { ISSUE_SENTENCES } from './issue-sentences.test-support.ts';
import { issueText } from './issue-text.ts';
import type { ProgramWorld } from './program-world.ts';

interface Found {
  readonly issues: readonly Issue[];
  readonly flow?: Flow;
}

/** What an import of this document says. */
function imported(document: unknown): Found {
  const parsed = parseFlow(document);
  return { issues: parsed.ok ? [] : parsed.issues };
}

/** What the check of this flow says. */
function checked(nodes: readonly Drawn[], ...edges: readonly string[]): Found {
  const flow = drawn(nodes, ...edges);
  return { issues: checkFlow(flow, workspace), flow };
}

/** What is said of one node behind a trigger. */
function node(kind: string, config: Readonly<Record<string, unknown>>): Found {
  return checked([onCreated, ['n', kind, config]], 't.then>n');
}

/** What is said of live flows, in the order given. */
function live(world: Partial<ProgramWorld>, ...flows: readonly Flow[]): Found {
  const given = flows.map((flow, index) => ({
    flowId: `f${index}`,
    name: `Flow ${index}`,
    flow,
    position: index,
    stopOnMatch: false,
  }));
  const references = { ...workspace, slaPolicies: world.slaPolicies ? workspace.slaPolicies : [] };
  const [flow] = flows;
  return { issues: checkProgram(given, { references, ...world }), ...(flow ? { flow } : {}) };
}

const condition = (given: unknown) => node('filter.condition', { condition: given });
const updated = (field: string): Drawn => ['t', 'trigger.ticketUpdated', { fields: [field] }];
const fork: Drawn = ['p', 'control.parallel', { actions: [] }];
const HOUR = 3_600_000;
const policy = {
  id: 'sla-gold',
  targets: [{ metric: 'firstReply', byPriority: { high: HOUR }, calendarId: null }],
} as const;

/** One document or flow for every code, smallest first; the type asks for the one of a new code. */
const EXAMPLES: Readonly<Record<IssueCode, () => Found>> = {
  NOT_A_FLOW: () => imported('flow'),
  UNKNOWN_FORMAT: () => imported({ format: 9, nodes: [], edges: [] }),
  UNKNOWN_KEY: () => imported({ format: 1, nodes: [], edges: [], colour: 'red' }),
  INVALID_VALUE: () => node('action.setFields', { fields: { 'ticket.priority': 'highest' } }),
  DUPLICATE_ID: () => checked([onCreated, stop, stop], 't.then>s'),
  OVER_LIMIT: () =>
    checked(
      Array.from({ length: FLOW_LIMITS.nodes + 1 }, (_, index): Drawn => [`n${index}`, 'action.note', { text: 'x' }]),
    ),
  UNKNOWN_KIND: () => node('action.sned', {}),
  UNKNOWN_PORT: () => checked([onCreated, stop], 't.else>s'),
  UNKNOWN_NODE: () => checked([onCreated], 't.then>gone'),
  UNKNOWN_FACT: () => node('action.note', { text: '{{ ticket.colour }}' }),
  UNKNOWN_OPERATOR: () => condition({ fact: 'ticket.age', op: 'resembles', value: 1 }),
  UNKNOWN_REFERENCE: () => node('action.assign', { agentId: 'a-gone' }),
  TYPE_MISMATCH: () => condition({ fact: 'ticket.priority', op: 'moreThan', value: 'low' }),
  EMPTY_CONDITION: () => condition({ all: [] }),
  INVALID_PATTERN: () => condition({ fact: 'message.text', op: 'matches', value: '(' }),
  MISSING_CONFIG: () => node('action.route', { queueId: '', requirement: { skills: [] } }),
  UNCONNECTED_PORT: () => checked([onCreated]),
  NO_TRIGGER: () => checked([stop]),
  EDGE_INTO_TRIGGER: () => checked([onCreated, tag('a', 'x')], 't.then>a', 'a.done>t'),
  CYCLE: () => checked([onCreated, tag('a', 'x'), tag('b', 'y')], 't.then>a', 'a.done>b', 'b.done>a'),
  PORT_HAS_TWO_EDGES: () => checked([onCreated, tag('a', 'x'), tag('b', 'y')], 't.then>a', 't.then>b'),
  UNREACHABLE_NODE: () => checked([onCreated, tag('a', 'x'), stop], 't.then>a'),
  CONFLICTING_WRITES: () =>
    checked([onCreated, fork, tag('a', 'x'), tag('b', 'y')], 't.then>p', 'p.done>a', 'p.done>b'),
  JOIN_WITHOUT_BRANCHES: () => checked([onCreated, ['j', 'control.join', { waitsFor: 'all' }]], 't.then>j'),
  CONDITION_NEVER_HOLDS: () =>
    checked(
      [onCreated, set('a', { 'ticket.priority': 'low' }), ask('f', 'ticket.priority', 'is', 'high'), stop],
      't.then>a',
      'a.done>f',
      'f.yes>s',
    ),
  CONDITION_ALWAYS_HOLDS: () => condition({ fact: 'ticket.level', op: 'atLeast', value: 1 }),
  SHADOWED_CASE: () =>
    checked(
      [onCreated, choose('c', ['ticket.age', 'atLeast', 5], ['ticket.age', 'atLeast', 9]), stop],
      't.then>c',
      'c.c1>s',
    ),
  UNROUTED_TICKETS: () =>
    checked([onCreated, choose('c', ['contact.isVip', 'is', true]), route('r')], 't.then>c', 'c.c0>r'),
  ROUTE_WITHOUT_AGENT: () => live({ routingAgents: [] }, drawn([onCreated, route('r')], 't.then>r')),
  TIMER_LONGER_THAN_SLA: () =>
    live(
      { slaPolicies: [policy] },
      drawn(
        [
          [
            't',
            'trigger.ticketIdle',
            { waitingOn: 'agent', forMs: 2 * HOUR, clock: 'calendar', refire: { policy: 'oncePerEpisode' } },
          ],
          stop,
        ],
        't.then>s',
      ),
    ),
  SLA_WITHOUT_ESCALATION: () => live({ slaPolicies: [policy] }),
  FLOWS_SET_SAME_FIELD: () =>
    live(
      {},
      drawn([onCreated, set('a', { 'ticket.priority': 'low' })], 't.then>a'),
      drawn([onCreated, set('a', { 'ticket.priority': 'high' })], 't.then>a'),
    ),
  FLOWS_TRIGGER_EACH_OTHER: () =>
    live(
      {},
      drawn([updated('ticket.priority'), set('a', { 'ticket.severity': 'major' })], 't.then>a'),
      drawn([updated('ticket.severity'), set('a', { 'ticket.priority': 'high' })], 't.then>a'),
    ),
  CREDENTIAL_MISSING: () =>
    node('action.webhook', {
      url: 'https://example.com',
      method: 'POST',
      body: '{}',
      credentialId: 'cred-gone',
      answers: [],
    }),
  LADDER_RELAXES_EARLY: () => {
    const skills = [{ skillId: 's-refund', level: 3, drop: 1 }];
    return node('action.route', { queueId: 'q-pay', requirement: { skills }, timeoutMs: 1000 });
  },
};

describe('every code', () => {
  it.each(ISSUE_CODES)('%s is found in its example, and said in both languages', (code) => {
    const { issues, flow } = EXAMPLES[code]();
    const found = issues.find((issue) => issue.code === code);
    expect(issues.map((issue) => issue.code)).toContain(code);
    if (!found) return;
    const names = namesOf(workspace, flow);
    expect({ en: issueText(found, 'en', names), id: issueText(found, 'id', names) }).toEqual(ISSUE_SENTENCES[code]);
  });
});
