import { describe, expect, it } from 'vitest';
import { compileFlow } from '../compile/compile-flow.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { EMPTY_FLOW, type FlowNode } from '../flow/flow.ts';
import { created, pipeline, run, type Told } from './pipeline.test-support.ts';

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
