import { describe, expect, it } from 'vitest';
import { edge, flowOf, node } from '../edit/flow.test-support.ts';
import { eventsOf, type TrialEvent, tryFlow } from './try-flow.ts';

const flow = flowOf(
  [
    node('start', 'trigger.ticketCreated'),
    node('if', 'filter.condition', { condition: { fact: 'ticket.category', op: 'is', value: 'Billing' } }),
    node('route', 'action.route', { queueId: 'q1', requirement: { skills: [] } }),
  ],
  [edge('start', 'then', 'if'), edge('if', 'yes', 'route')],
);
const created: TrialEvent = {
  type: 'ticketCreated',
  author: 'customer',
  isFirstReply: true,
  changedFact: '',
  valueBefore: null,
};
const at = { nowMs: 0, timeZone: 'Asia/Jakarta' };

describe('a trial', () => {
  it('takes the way that the condition decides, and asks for the effect without sending it', () => {
    const { runs, effects } = tryFlow({ flow, event: created, facts: { 'ticket.category': 'billing' }, ...at });
    expect(runs[0]?.edgeIds).toEqual(['start.then', 'if.yes']);
    expect(effects.map(({ type }) => type)).toEqual(['enqueue']);
  });

  it('shows the value seen where the other way was taken', () => {
    const { runs } = tryFlow({ flow, event: created, facts: { 'ticket.category': 'Network' }, ...at });
    const step = runs[0]?.steps.find(({ nodeId }) => nodeId === 'if');
    expect(step?.port).toBe('no');
    expect(step?.conditions?.[0]?.trace).toMatchObject({ seen: 'Network', holds: false });
  });

  it('offers the events that the flow listens to', () => {
    expect(eventsOf(flow)).toEqual(['ticketCreated']);
    expect(eventsOf(flowOf([]))).toEqual(['ticketCreated']);
  });
});
