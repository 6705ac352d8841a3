import { describe, expect, it } from 'vitest';
import { compileFlow, type Pipeline, type PipelineIdentity } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { EMPTY_FLOW, type FlowNode } from '../flow/flow.ts';
import { CASCADE_DEPTH, runEvent } from './run-event.ts';
import type { RunOutcome } from './run-outcome.ts';

const context = { nowMs: 1_000, seed: 's', timeZone: 'UTC' };
const created: TicketEvent = { type: 'ticketCreated', ticketId: 'k1', actor: { kind: 'customer' } };

type Told = readonly [kind: string, config?: Record<string, unknown>];

/** A flow whose steps follow each other in a row: by `done`, `then` or `yes`. */
function pipeline(steps: readonly Told[], identity: Partial<PipelineIdentity> = {}): Pipeline {
  const nodes: FlowNode[] = steps.map(([kind, config = {}], index) => ({
    id: `n${index}`,
    kind,
    position: { x: 0, y: 0 },
    config,
  }));
  const edges = nodes.slice(1).map((node, index) => {
    const kind = nodes[index]?.kind ?? '';
    const port = kind.startsWith('trigger.') ? 'then' : kind.startsWith('filter.') ? 'yes' : 'done';
    return { id: `e${index}`, from: { node: `n${index}`, port }, to: { node: node.id } };
  });
  const { flowId = 'f', position = 1, stopOnMatch = false } = identity;
  const versionId = identity.versionId ?? `${flowId}v1`;
  return compileFlow({ ...EMPTY_FLOW, nodes, edges }, { flowId, versionId, position, stopOnMatch });
}

function run(pipelines: readonly Pipeline[], facts: Facts = {}, event: TicketEvent = created): RunOutcome {
  return runEvent(linkProgram(pipelines), event, facts, context);
}

const onCreated: Told = ['trigger.ticketCreated'];
const set = (fields: Record<string, unknown>): Told => ['action.setFields', { fields }];
const onUpdated = (...fields: string[]): Told => ['trigger.ticketUpdated', { fields }];
const ifFact = (fact: string, op: string, value?: unknown): Told => [
  'filter.condition',
  { condition: { fact, op, value } },
];

function eventTexts({ events }: RunOutcome): readonly string[] {
  return events.map(({ depth, event, raisedByRun }) => `${depth} ${event.type} by ${raisedByRun ?? '-'}`);
}

function ranFlows({ runs }: RunOutcome): readonly string[] {
  return runs.map(({ flowId, eventIndex }) => `${flowId}@${eventIndex}`);
}

describe('order of flows', () => {
  it('is their explicit position, then the flow id, and each sees what earlier ones wrote', () => {
    const outcome = run([
      pipeline([onCreated, ifFact('ticket.priority', 'is', 'high'), set({ 'ticket.level': 2 })], {
        flowId: 'c',
        position: 2,
      }),
      pipeline([onCreated, set({ 'ticket.priority': 'high' })], { flowId: 'b', position: 1 }),
      pipeline([onCreated, set({ 'ticket.priority': 'low' })], { flowId: 'a', position: 1 }),
    ]);
    expect(ranFlows(outcome)).toEqual(['a@0', 'b@0', 'c@0']);
    expect(outcome.facts).toEqual({ 'ticket.priority': 'high', 'ticket.level': 2, 'time.now': 1_000 });
  });

  it('stops after a flow that acted and is set to stop on match', () => {
    const later = pipeline([onCreated], { flowId: 'z', position: 9 });
    const acting = pipeline([onCreated, ['action.note', { text: 'x' }]], { flowId: 'a', stopOnMatch: true });
    expect(run([acting, later]).considerations.map(({ outcome }) => outcome)).toEqual(['ran', 'stoppedByEarlierFlow']);
    const idle = pipeline([onCreated, ifFact('ticket.tags', 'containsAnyOf', ['x']), ['action.note', { text: 'x' }]], {
      flowId: 'a',
      stopOnMatch: true,
    });
    expect(run([idle, later]).considerations.map(({ outcome }) => outcome)).toEqual(['ran', 'ran']);
  });

  it('stops on match also where the action found nothing left to change', () => {
    const acting = pipeline([onCreated, set({ 'ticket.priority': 'high' })], { flowId: 'a', stopOnMatch: true });
    const later = pipeline([onCreated], { flowId: 'z', position: 9 });
    const outcome = run([acting, later], { 'ticket.priority': 'high' });
    expect(outcome.effects).toEqual([]);
    expect(outcome.considerations.map((one) => one.outcome)).toEqual(['ran', 'stoppedByEarlierFlow']);
  });

  it('stops at control.stop for later flows only where it says so, and only for this event', () => {
    const later = pipeline([onCreated], { flowId: 'z', position: 9 });
    const stopping = (laterFlows: boolean) => pipeline([onCreated, ['control.stop', { laterFlows }]], { flowId: 'a' });
    expect(ranFlows(run([stopping(false), later]))).toEqual(['a@0', 'z@0']);
    const outcome = run([stopping(true), later]);
    expect(ranFlows(outcome)).toEqual(['a@0']);
    expect(outcome.runs[0]).toMatchObject({ outcome: 'stopped', acted: false });
  });
});

describe('cascades', () => {
  it('handle raised events breadth first, after the flows of the event itself', () => {
    const outcome = run([
      pipeline([onCreated, set({ 'ticket.priority': 'high' })], { flowId: 'a', position: 1 }),
      pipeline([onCreated, set({ 'ticket.level': 2 })], { flowId: 'b', position: 2 }),
      pipeline([onUpdated('ticket.priority'), ['action.tags', { add: ['hot'], remove: [] }]], {
        flowId: 'c',
        position: 3,
      }),
      pipeline([onUpdated('ticket.level'), ['action.note', { text: 'level' }]], { flowId: 'd', position: 4 }),
    ]);
    expect(eventTexts(outcome)).toEqual([
      '0 ticketCreated by -',
      '1 ticketUpdated by 0',
      '1 ticketUpdated by 1',
      '2 ticketUpdated by 2',
    ]);
    expect(ranFlows(outcome)).toEqual(['a@0', 'b@0', 'c@1', 'd@2']);
  });

  it('raise one update per action with all its changes, and solved when the status became it', () => {
    const outcome = run([pipeline([onCreated, set({ 'ticket.status': 'solved', 'ticket.priority': 'low' })])], {
      'ticket.status': 'open',
    });
    const changes = {
      'ticket.priority': { from: null, to: 'low' },
      'ticket.status': { from: 'open', to: 'solved' },
    };
    const actor = { kind: 'flow', id: 'f' };
    expect(outcome.events.slice(1).map(({ event }) => event)).toEqual([
      { type: 'ticketUpdated', ticketId: 'k1', actor, changes },
      { type: 'ticketSolved', ticketId: 'k1', actor, changes },
    ]);
  });

  it('raise nothing where nothing changed', () => {
    const outcome = run(
      [
        pipeline([
          onCreated,
          set({ 'ticket.priority': 'high', 'ticket.category': null }),
          ['action.tags', { add: ['VIP'], remove: ['bug'] }],
          ['action.assign', { agentId: 'a1' }],
        ]),
      ],
      { 'ticket.priority': 'high', 'ticket.tags': ['vip'], 'ticket.assignee': 'a1' },
    );
    expect(eventTexts(outcome)).toEqual(['0 ticketCreated by -']);
    expect(outcome.effects).toEqual([]);
    expect(outcome.runs[0]?.steps.slice(1).map(({ effectCount }) => effectCount)).toEqual([0, 0, 0]);
  });

  it('raise an assignment where responsibility changed, which update triggers hear too', () => {
    const outcome = run([
      pipeline([onCreated, ['action.assign', { agentId: 'a1', teamId: 't1' }]], { flowId: 'a' }),
      pipeline([['trigger.ticketAssigned', { scope: 'team' }]], { flowId: 'b' }),
      pipeline([onUpdated('ticket.assignee')], { flowId: 'c' }),
    ]);
    expect(eventTexts(outcome)).toEqual(['0 ticketCreated by -', '1 ticketAssigned by 0']);
    expect(ranFlows(outcome)).toEqual(['a@0', 'b@1', 'c@1']);
    expect(outcome.effects).toEqual([{ runIndex: 0, nodeId: 'n1', type: 'assign', agentId: 'a1', teamId: 't1' }]);
    expect(outcome.facts).toMatchObject({ 'ticket.assignee': 'a1', 'ticket.team': 't1' });
  });

  it('run each flow version at most once', () => {
    const outcome = run([
      pipeline([onCreated, set({ 'ticket.level': 1 })], { flowId: 'a' }),
      pipeline([onUpdated('ticket.level'), set({ 'ticket.level': 2 })], { flowId: 'b' }),
    ]);
    expect(outcome.considerations.map((one) => `${one.flowId}@${one.eventIndex} ${one.outcome}`)).toEqual([
      'a@0 ran',
      'b@1 ran',
      'b@2 alreadyRan',
    ]);
  });

  it('end at the depth cap, which is recorded', () => {
    const chain = Array.from({ length: CASCADE_DEPTH + 3 }, (_, index) =>
      pipeline(
        [index === 0 ? onCreated : onUpdated(`ticket.custom.c${index}`), set({ [`ticket.custom.c${index + 1}`]: 1 })],
        {
          flowId: `f${String(index).padStart(2, '0')}`,
        },
      ),
    );
    const outcome = run(chain);
    expect(outcome.runs).toHaveLength(CASCADE_DEPTH + 1);
    expect(outcome.events.at(-1)?.depth).toBe(CASCADE_DEPTH + 1);
    expect(outcome.stops).toEqual([{ cause: 'depthReached', eventType: 'ticketUpdated', flowIds: ['f11', 'f12'] }]);
    expect(outcome.considerations.slice(-2).map((one) => `${one.flowId} ${one.outcome}`)).toEqual([
      'f11 depthReached',
      'f12 depthReached',
    ]);
  });

  it('do not begin with automated messages', () => {
    const outcome = run([pipeline([onCreated, ['action.note', { text: 'x' }]])], {}, { ...created, isAutomated: true });
    expect(outcome.considerations).toEqual([]);
    expect(outcome.effects).toEqual([]);
    expect(outcome.events).toHaveLength(1);
  });
});

describe('triggers', () => {
  function consider(told: Told, event: Partial<TicketEvent>, facts: Facts = {}) {
    const [one] = run([pipeline([told])], facts, { ...created, ...event }).considerations;
    return one?.outcome === 'triggerDidNotMatch' ? [one.reason, one.seen] : one?.outcome;
  }

  it('are not even considered on events they do not listen to', () => {
    expect(consider(['trigger.ticketSolved'], {})).toBeUndefined();
    expect(consider(['trigger.ticketSolved'], { type: 'ticketSolved' })).toBe('ran');
  });

  it('ticketCreated keeps to its channels', () => {
    const told: Told = ['trigger.ticketCreated', { channels: ['c1'] }];
    expect(consider(told, {}, { 'ticket.channel': 'c1' })).toBe('ran');
    expect(consider(told, {}, { 'ticket.channel': 'c2' })).toEqual(['otherChannel', 'c2']);
    expect(consider(told, {})).toEqual(['otherChannel', null]);
    expect(consider(['trigger.ticketCreated', { channels: [] }], {})).toBe('ran');
  });

  it('ticketUpdated asks for a field, and for the values before and after', () => {
    const type = 'ticketUpdated';
    const changes = { 'ticket.priority': { from: 'low', to: 'High' } };
    const told = (config: Record<string, unknown>): Told => ['trigger.ticketUpdated', config];
    const fields = ['ticket.level', 'ticket.priority'];
    expect(consider(told({ fields, from: 'low', to: 'high' }), { type, changes })).toBe('ran');
    expect(consider(told({ fields: ['ticket.level'] }), { type, changes })).toEqual([
      'otherFields',
      ['ticket.priority'],
    ]);
    expect(consider(told({ fields, from: 'high' }), { type, changes })).toEqual(['otherValueBefore', 'low']);
    expect(consider(told({ fields, to: 'urgent' }), { type, changes })).toEqual(['otherValueAfter', 'High']);
    expect(consider(told({ fields }), { type })).toEqual(['otherFields', []]);
  });

  it('ticketReplied asks for the author, and for the first reply', () => {
    const type = 'ticketReplied';
    const agent = { kind: 'agent' } as const;
    expect(consider(['trigger.ticketReplied', { by: 'customer' }], { type })).toBe('ran');
    expect(consider(['trigger.ticketReplied', { by: 'customer' }], { type, actor: agent })).toEqual([
      'otherAuthor',
      'agent',
    ]);
    expect(consider(['trigger.ticketReplied', { by: 'any', firstOnly: true }], { type, actor: agent })).toEqual([
      'notFirstReply',
      false,
    ]);
    expect(consider(['trigger.ticketReplied', { by: 'any', firstOnly: true }], { type, isFirstReply: true })).toBe(
      'ran',
    );
  });

  it('ticketAssigned asks who became responsible, and giving up is no assignment', () => {
    const type = 'ticketAssigned';
    const toAgent = { 'ticket.assignee': { from: null, to: 'a1' } };
    const givenUp = { 'ticket.assignee': { from: 'a1', to: null } };
    const told = (scope: string): Told => ['trigger.ticketAssigned', { scope }];
    expect(consider(told('agent'), { type, changes: toAgent })).toBe('ran');
    expect(consider(told('any'), { type, changes: toAgent })).toBe('ran');
    expect(consider(told('team'), { type, changes: toAgent })).toEqual(['otherScope', 'a1']);
    expect(consider(told('any'), { type, changes: givenUp })).toEqual(['otherScope', null]);
  });

  it('several in one flow: the first that fires by node id begins the run, and misses are told only if none does', () => {
    const nodes: FlowNode[] = [
      { id: 'b', kind: 'trigger.ticketReplied', position: { x: 0, y: 0 }, config: { by: 'any' } },
      { id: 'a', kind: 'trigger.ticketReplied', position: { x: 0, y: 0 }, config: { by: 'agent' } },
    ];
    const two = compileFlow({ ...EMPTY_FLOW, nodes }, { flowId: 'f', versionId: 'v', position: 1, stopOnMatch: false });
    expect(run([two], {}, { ...created, type: 'ticketReplied' }).runs[0]?.triggerNodeId).toBe('b');
    const byAgent = { ...created, type: 'ticketReplied', actor: { kind: 'agent' } } as const;
    expect(run([two], {}, byAgent).runs[0]?.triggerNodeId).toBe('a');
    expect(run([two], {}, byAgent).considerations).toHaveLength(1);
  });
});

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
    expect(eventTexts(outcome)).toEqual(['0 ticketCreated by -', '1 ticketUpdated by 0']);
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
    expect(outcome.runs[0]?.steps.at(-1)).toEqual({ nodeId: 'n2', kind: 'action.fromTheFuture', port: null });
    expect(outcome.effects).toHaveLength(1);
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
    expect(outcome.effects).toHaveLength(2);
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
