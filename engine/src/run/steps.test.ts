import { describe, expect, it } from 'vitest';
import { compileFlow } from '../compile/compile-flow.ts';
import type { Facts } from '../facts/fact-value.ts';
import { EMPTY_FLOW, type FlowNode } from '../flow/flow.ts';
import { ifFact, onCreated, pipeline, run, set } from './pipeline.test-support.ts';

describe('steps', () => {
  it('record the port, the edges, the conditions with what they saw, and the changes', () => {
    const outcome = run(
      [pipeline([onCreated, ifFact('ticket.category', 'is', 'billing'), set({ 'ticket.priority': 'high' })])],
      { 'ticket.category': 'Billing' },
    );
    expect(outcome.runs[0]).toEqual({
      flowId: 'f',
      versionId: 'fv1',
      eventIndex: 0,
      triggerNodeId: 'n0',
      outcome: 'done',
      acted: true,
      edgeIds: ['e0', 'e1'],
      steps: [
        { nodeId: 'n0', kind: 'trigger.ticketCreated', port: 'then' },
        {
          nodeId: 'n1',
          kind: 'filter.condition',
          port: 'yes',
          conditions: [
            {
              trace: {
                type: 'comparison',
                fact: 'ticket.category',
                op: 'is',
                expected: 'billing',
                seen: 'Billing',
                holds: true,
              },
            },
          ],
        },
        {
          nodeId: 'n2',
          kind: 'action.setFields',
          port: 'done',
          effectCount: 1,
          changes: { 'ticket.priority': { from: null, to: 'high' } },
        },
      ],
    });
  });

  it('a switch asks its cases in order up to the one that decides', () => {
    const cases = ['low', 'high', 'urgent'].map((value) => ({
      id: `case-${value}`,
      condition: { fact: 'ticket.priority', op: 'is', value },
    }));
    const switching = pipeline([onCreated, ['filter.switch', { cases }]]);
    const asked = (facts: Facts) => {
      const step = run([switching], facts).runs[0]?.steps[1];
      return [step?.port, step?.conditions?.map(({ caseId }) => caseId)];
    };
    expect(asked({ 'ticket.priority': 'high' })).toEqual(['case-high', ['case-low', 'case-high']]);
    expect(asked({})).toEqual(['otherwise', ['case-low', 'case-high', 'case-urgent']]);
  });

  it('routes ask for the queue and what agents need, the ticket’s own language where so told', () => {
    const requirement = {
      skills: [
        { skillId: 's2', level: 1 },
        { skillId: 's1', level: 3 },
      ],
      language: 'ticket',
      teamId: 't1',
    };
    const routing = pipeline([onCreated, ['action.route', { queueId: 'q1', requirement, priority: 'urgent' }]]);
    const outcome = run([routing], { 'ticket.language': 'id' });
    expect(outcome.effects).toEqual([
      {
        runIndex: 0,
        nodeId: 'n1',
        type: 'enqueue',
        queueId: 'q1',
        requirement: {
          skills: [
            { skillId: 's1', level: 3 },
            { skillId: 's2', level: 1 },
          ],
          language: 'id',
          teamId: 't1',
        },
        priority: 'urgent',
      },
    ]);
    expect(outcome.facts['ticket.queue']).toBe('q1');
    expect(outcome.events.map(({ event }) => event.type)).toEqual(['ticketCreated', 'ticketUpdated']);
    const unknown = run([routing], {}).effects[0];
    expect(unknown?.type === 'enqueue' && unknown.requirement.language).toBeUndefined();
  });

  it('notes and notices fill in facts as they are at that step', () => {
    const outcome = run([
      pipeline([
        onCreated,
        set({ 'ticket.priority': 'high' }),
        ['action.notify', { recipients: [{ kind: 'supervisors' }], text: 'Now {{ ticket.priority }}' }],
      ]),
    ]);
    expect(outcome.effects[1]).toEqual({
      runIndex: 0,
      nodeId: 'n2',
      type: 'notify',
      recipients: [{ kind: 'supervisors' }],
      text: 'Now high',
    });
  });

  it('that cannot be run fail the run and keep what came before', () => {
    const broken = pipeline([onCreated, set({ 'ticket.priority': 'high' }), ['action.fromTheFuture']]);
    expect(broken.brokenNodeIds).toEqual(['n2']);
    const outcome = run([broken]);
    expect(outcome.runs[0]).toMatchObject({ outcome: 'failed', acted: true });
    expect(outcome.runs[0]?.steps.at(-1)).toEqual({
      nodeId: 'n2',
      kind: 'action.fromTheFuture',
      port: null,
      failure: 'notRunnable',
    });
    expect(outcome.effects.map(({ type }) => type)).toEqual(['setField', 'failRun']);
  });

  it('that lead back to themselves fail the run instead of never ending', () => {
    const note = { kind: 'action.note', position: { x: 0, y: 0 }, config: { text: 'x' } };
    const nodes: FlowNode[] = [
      { id: 't', kind: 'trigger.ticketCreated', position: { x: 0, y: 0 }, config: {} },
      { ...note, id: 'a' },
      { ...note, id: 'b' },
    ];
    const edges = [
      { id: '1', from: { node: 't', port: 'then' }, to: { node: 'a' } },
      { id: '2', from: { node: 'a', port: 'done' }, to: { node: 'b' } },
      { id: '3', from: { node: 'b', port: 'done' }, to: { node: 'a' } },
    ];
    const circle = compileFlow(
      { ...EMPTY_FLOW, nodes, edges },
      { flowId: 'f', versionId: 'v', position: 1, stopOnMatch: false },
    );
    const outcome = run([circle]);
    expect(outcome.runs[0]?.outcome).toBe('failed');
    expect(outcome.effects.map(({ type }) => type)).toEqual(['addNote', 'addNote', 'failRun']);
    expect(outcome.effects.at(-1)).toMatchObject({ nodeId: 'a', reason: 'cycle' });
  });
});

describe('tags', () => {
  it('are added and removed whatever their case, and come out sorted', () => {
    const outcome = run([pipeline([onCreated, ['action.tags', { add: ['zeta', 'VIP', 'beta'], remove: ['BUG'] }]])], {
      'ticket.tags': ['vip', 'bug'],
    });
    expect(outcome.effects).toEqual([
      { runIndex: 0, nodeId: 'n1', type: 'setTags', added: ['beta', 'zeta'], removed: ['bug'] },
    ]);
    expect(outcome.facts['ticket.tags']).toEqual(['beta', 'vip', 'zeta']);
  });
});
