import { describe, expect, it } from 'vitest';
import { CASCADE_DEPTH } from './cascade.ts';
import { created, ifFact, onCreated, onUpdated, pipeline, run, set } from './pipeline.test-support.ts';
import type { RunOutcome } from './run-outcome.ts';

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
    expect(outcome.runs[0]).toMatchObject({ outcome: 'stopped', acted: true });
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
    expect(outcome.stops).toEqual([{ cause: 'depthReached', eventType: 'ticketUpdated', flowIds: ['f11'] }]);
    const last = outcome.considerations.filter(({ eventIndex }) => eventIndex === CASCADE_DEPTH + 1);
    expect(last.filter((one) => one.outcome !== 'triggerDidNotMatch')).toMatchObject([
      { flowId: 'f11', outcome: 'depthReached' },
    ]);
  });

  it('do not begin with automated messages', () => {
    const outcome = run([pipeline([onCreated, ['action.note', { text: 'x' }]])], {}, { ...created, isAutomated: true });
    expect(outcome.considerations).toEqual([]);
    expect(outcome.effects).toEqual([]);
    expect(outcome.events).toHaveLength(1);
  });
});
