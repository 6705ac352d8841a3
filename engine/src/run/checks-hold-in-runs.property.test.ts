import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../compile/check-flow.ts';
import { compileFlow } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import { flowsAbout, forbiddenBy, type Told, ticketsOf, told } from '../compile/small-flow.test-support.ts';
import type { TicketEventType } from '../facts/event.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { runEvent } from './run-event.ts';

const FACTS = ['ticket.assignee', 'ticket.team', 'ticket.queue', 'ticket.level', 'ticket.tags'];

const RUNS = 1200;

const action = (kind: string, config: object) => ({ kind, config });
const LISTS = [
  action('action.tags', { add: ['vip'], remove: ['x'] }),
  action('action.setFields', { fields: { 'ticket.priority': 'low' } }),
];

/** Actions of every kind that writes fields, alone and in lists. */
const ACTIONS: readonly Told[] = [
  told('action.route', { queueId: 'q-gen', requirement: { skills: [] } }, 'done'),
  told('action.assign', { agentId: 'a-dewi', teamId: 't-1' }, 'done'),
  told('action.unassign', { from: 'agent' }, 'done'),
  told('action.unassign', { from: 'both' }, 'done'),
  told('action.transfer', { teamId: 't-1', reason: 'x' }, 'done'),
  told('action.transfer', { queueId: 'q-pay', reason: 'x' }, 'done'),
  told('action.escalate', {}, 'done'),
  told('action.escalate', { level: 3 }, 'done'),
  told(
    'control.sequence',
    { actions: [...LISTS, action('action.tags', { add: ['x'], remove: [] })], onError: 'stop' },
    'done',
    'failed',
  ),
  told('control.sequence', { actions: LISTS, onError: 'continue' }, 'done', 'failed'),
  told('control.parallel', { actions: LISTS }, 'done', 'failed'),
];

/** Branches that fork and meet again, beside actions that they do. */
const BRANCHING: readonly Told[] = [
  told('control.parallel', { actions: [] }, 'done', 'done'),
  told('control.parallel', { actions: [] }, 'done', 'done', 'done'),
  told('control.join', { waitsFor: 'all' }, 'then'),
  told('control.join', { waitsFor: 'any' }, 'then'),
  told('action.tags', { add: ['vip'], remove: [] }, 'done'),
  told('action.escalate', { level: 3 }, 'done'),
  told('action.assign', { agentId: 'a-dewi' }, 'done'),
];

/** How often something was said that no run may do; each time it is held against all tickets of a small world. */
function saidOf(actions: readonly Told[]): number {
  let said = 0;
  fc.assert(
    fc.property(flowsAbout(FACTS, actions), (flow) => {
      const forbidden = checkFlow(flow, workspace).flatMap((issue) => forbiddenBy(issue, flow) ?? []);
      if (forbidden.length === 0) return;
      said += forbidden.length;
      const identity = { flowId: 'f', versionId: 'v', position: 0, stopOnMatch: false };
      const program = linkProgram([compileFlow(flow, identity)]);
      const type = (flow.nodes[0]?.kind.replace('trigger.', '') ?? '') as TicketEventType;
      for (const { facts, changes, nowMs, timeZone } of ticketsOf(flow)) {
        const event = { type, ticketId: 'k', actor: { kind: 'customer' }, ...(changes ? { changes } : {}) } as const;
        const [run] = runEvent(program, event, facts, { nowMs, timeZone, seed: 's' }).runs;
        const places = run?.steps.map(({ nodeId, port }) => `${nodeId}/${port}`) ?? [];
        expect(places.filter((place) => forbidden.includes(place))).toEqual([]);
      }
    }),
    { seed: PROPERTY_SEED, numRuns: propertyRuns(RUNS) },
  );
  return said;
}

describe('what checkFlow says nobody does', () => {
  it('no run ever does: whatever the ticket and whatever its steps write', { timeout: 60_000 }, () => {
    expect(saidOf(ACTIONS)).toBeGreaterThan(propertyRuns(RUNS) / 4);
  });

  it('no run with branches ever does, before a join or behind it', { timeout: 60_000 }, () => {
    expect(saidOf(BRANCHING)).toBeGreaterThan(propertyRuns(RUNS) / 8);
  });
});
