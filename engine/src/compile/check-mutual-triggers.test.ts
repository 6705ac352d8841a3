import { describe, expect, it } from 'vitest';
import { checkProgram } from './check-program.ts';
import { ask, type Drawn, drawn, onCreated, set, tag } from './drawn-flow.test-support.ts';
import { flows, said, world } from './program-flows.test-support.ts';

const updated = (fact: string): Drawn => ['t', 'trigger.ticketUpdated', { fields: [fact] }];
const on = (kind: string, config: object = {}): Drawn => ['t', `trigger.${kind}`, { ...config }];
const fields = (id: string, fact: string, value: unknown) => set(id, { [fact]: value });
const high = fields('a', 'ticket.priority', 'high');
const onPriority = updated('ticket.priority');

/** Whether a flow that does this when the priority changes, and one that sets the priority then, go round. */
const goesRound = (first: Drawn, second: Drawn) =>
  said(flows([onPriority, first], [second, high])).includes(`FLOWS_TRIGGER_EACH_OTHER f0/${first[0]} f1`);

describe('what a step writes', () => {
  const status = (value: string) => fields('b', 'ticket.status', value);
  const agent: Drawn = ['b', 'action.assign', { agentId: 'a-dewi' }];
  const team: Drawn = ['b', 'action.assign', { teamId: 't-1' }];
  const unassign = (from: string): Drawn => ['b', 'action.unassign', { from }];
  const [anyone, handedOver] = [on('ticketAssigned', { scope: 'any' }), on('ticketTransferred')];

  it.each([
    [status('solved'), on('ticketSolved'), true],
    [status('solved'), updated('ticket.status'), true],
    [status('solved'), on('ticketClosed'), false],
    [status('closed'), on('ticketClosed'), true],
    [status('closed'), updated('ticket.status'), true],
    [status('closed'), on('ticketSolved'), false],
    [status('closed'), on('ticketReopened'), false],
    [status('open'), updated('ticket.status'), true],
    [status('open'), on('ticketSolved'), false],
    [agent, anyone, true],
    [agent, handedOver, true],
    [agent, on('ticketAssigned', { scope: 'team' }), false],
    [agent, updated('ticket.assignee'), true],
    [agent, updated('ticket.team'), false],
    [team, anyone, true],
    [team, handedOver, true],
    [team, updated('ticket.team'), true],
    [unassign('agent'), handedOver, false],
    [unassign('team'), handedOver, false],
    [unassign('agent'), updated('ticket.assignee'), true],
    [unassign('team'), updated('ticket.team'), true],
    [tag('b', 'x'), updated('ticket.tags'), true],
    [tag('b', 'x'), updated('ticket.severity'), false],
    [fields('b', 'ticket.severity', 'major'), updated('ticket.severity'), true],
    [fields('b', 'ticket.severity', 'major'), on('ticketSolved'), false],
  ])('starts what hears of it: %j, %j, %s', (first, second, isRound) => {
    expect(goesRound(first, second)).toBe(isRound);
  });
});

describe('flows that set each other off', () => {
  const major = fields('b', 'ticket.severity', 'major');
  const onSeverity = updated('ticket.severity');

  it('are told with the steps of both, by label or kind', () => {
    const [one, other] = flows([onPriority, tag('n', 'x'), major], [onSeverity, tag('m', 'y'), high]);
    const named = other && {
      ...other,
      flow: {
        ...other.flow,
        nodes: other.flow.nodes.map((node) => (node.id === 'a' ? { ...node, label: 'Up' } : node)),
      },
    };
    const issue = {
      code: 'FLOWS_TRIGGER_EACH_OTHER',
      severity: 'warning',
      flowId: 'f0',
      otherFlowId: 'f1',
      nodeId: 'b',
      path: [],
      params: { otherName: 'Flow 1', otherNode: 'a', otherStepEn: 'Set fields', otherStepId: 'Isi bidang' },
    };
    const params = { ...issue.params, otherStepEn: 'Up', otherStepId: 'Up' };
    expect(one && other && checkProgram([one, other], world)).toEqual([issue]);
    expect(one && named && checkProgram([one, named], world)).toEqual([{ ...issue, params }]);
  });

  it('need both ways, by conditions that hold where they get to', () => {
    expect(said(flows([onPriority, major], [onSeverity, high]))).toHaveLength(1);
    expect(said(flows([onCreated, major], [onSeverity, high]))).toEqual([]);
    expect(said(flows([onPriority, major], [onSeverity, tag('a', 'x')]))).toEqual([]);
    const notHigh = ask('f', 'ticket.priority', 'isNot', 'high');
    expect(said(flows([onPriority, major], [onSeverity, notHigh, high]))).toHaveLength(1);
    expect(said(flows([onPriority, notHigh, major], [onSeverity, high]))).toEqual([]);
  });

  it('are not where nobody knows: behind what cannot be read, before what runs another flow', () => {
    const unknown = ask('f', 'ticket.nothing', 'is', 'x');
    expect(said(flows([onPriority, unknown, major], [onSeverity, high]))).toEqual([]);
    expect(said(flows([onPriority, major], [onSeverity, unknown, high]))).toEqual([]);
    const start: Drawn = ['s', 'action.startFlow', { flowId: 'f-follow-up' }];
    expect(said(flows([onPriority, major, start], [onSeverity, high]))).toEqual([]);
  });

  it('are not where one asks what branches of the other write', () => {
    const [one, other] = flows([onPriority], [onSeverity, ask('f', 'ticket.level', 'is', 2), high]);
    const forked = (step: Drawn) =>
      drawn(
        [onPriority, ['p', 'control.parallel', { actions: [] }], major, ['n', 'action.note', { text: 'x' }], step],
        't.then>p',
        'p.done>b',
        'p.done>n',
        'n.done>w',
      );
    const found = (step: Drawn) => one && other && said([{ ...one, flow: forked(step) }, other]);
    expect(found(fields('w', 'ticket.level', 3))).toEqual([]);
    expect(found(fields('w', 'ticket.category', 'Billing'))).toEqual(['FLOWS_TRIGGER_EACH_OTHER f0/b f1']);
  });
});
