import { describe, expect, it } from 'vitest';
import { linkProgram } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import { dueTriggers } from './due-triggers.ts';
import { type Sketch, sketched } from './flow.test-support.ts';
import { runEvent } from './run-event.ts';
import type { RunContext } from './run-outcome.ts';

const HOUR_MS = 3_600_000;
const note: Sketch[string] = ['action.note', { text: 'x' }];
const idle = (policy: string, forMs = HOUR_MS): Sketch => ({
  t: ['trigger.ticketIdle', { waitingOn: 'agent', forMs, clock: 'calendar', refire: { policy } }, 'then>note'],
  note,
});
const scheduled: Sketch = {
  t: [
    'trigger.schedule',
    {
      cron: '0 9 * * *',
      condition: { fact: 'ticket.priority', op: 'is', value: 'high' },
      refire: { policy: 'oncePerEpisode' },
    },
    'then>note',
  ],
  note,
};
const waitingSince: Facts = { 'ticket.status': 'open', 'ticket.lastCustomerMessageAt': 1_000 };

function context(nowMs: number, firings: RunContext['firings'] = {}): RunContext {
  return { nowMs, seed: 's', timeZone: 'UTC', firings };
}

describe('dueTriggers', () => {
  it('tells the earliest first, and nothing that is not waited for', () => {
    const program = linkProgram([
      sketched(idle('oncePerEpisode', 2 * HOUR_MS), { flowId: 'a' }),
      sketched(idle('oncePerEpisode'), { flowId: 'b' }),
    ]);
    expect(dueTriggers(program, waitingSince, context(2_000))).toEqual([
      { dueAtMs: 1_000 + HOUR_MS, eventType: 'ticketIdle', due: { flowId: 'b', nodeId: 't', episode: '1000' } },
      { dueAtMs: 1_000 + 2 * HOUR_MS, eventType: 'ticketIdle', due: { flowId: 'a', nodeId: 't', episode: '1000' } },
    ]);
    expect(dueTriggers(program, { ...waitingSince, 'ticket.status': 'solved' }, context(2_000))).toEqual([]);
    const fired = { 'b/t': { count: 1, episode: '1000' } };
    expect(dueTriggers(program, waitingSince, context(2 * HOUR_MS, fired)).map(({ due }) => due.flowId)).toEqual(['a']);
  });
});

describe('an event of a trigger that is due', () => {
  const due = (flowId: string): TicketEvent => ({
    type: 'ticketIdle',
    ticketId: 'k1',
    actor: { kind: 'timer' },
    due: { flowId, nodeId: 't', episode: '1000' },
  });
  const program = linkProgram([
    sketched(idle('oncePerEpisode'), { flowId: 'a' }),
    sketched(idle('oncePerEpisode'), { flowId: 'b' }),
  ]);

  it('fires that trigger of that flow and no other, and is remembered', () => {
    const outcome = runEvent(program, due('b'), waitingSince, context(2 * HOUR_MS));
    expect(outcome.considerations).toMatchObject([{ flowId: 'b', outcome: 'ran' }]);
    expect(outcome.effects).toMatchObject([
      { type: 'addNote' },
      {
        runIndex: 0,
        nodeId: 't',
        type: 'setFiring',
        flowId: 'b',
        triggerNodeId: 't',
        firing: { count: 1, episode: '1000' },
      },
    ]);
  });

  it('does not fire again in its episode, nor once for good where that is its policy', () => {
    const firings = { 'b/t': { count: 1, episode: '1000' } };
    const again = runEvent(program, due('b'), waitingSince, context(2 * HOUR_MS, firings));
    expect(again.considerations).toMatchObject([{ outcome: 'triggerDidNotMatch', reason: 'alreadyFired' }]);
    expect(again.effects).toEqual([]);
    const later: Facts = { ...waitingSince, 'ticket.lastCustomerMessageAt': 2_000 };
    expect(runEvent(program, due('b'), later, context(2 * HOUR_MS, firings)).runs).toHaveLength(1);
    const once = linkProgram([sketched(idle('oncePerTicket'), { flowId: 'b' })]);
    expect(runEvent(once, due('b'), later, context(2 * HOUR_MS, firings)).runs).toEqual([]);
  });

  it('does not fire where it is not so any more', () => {
    const answered: Facts = { ...waitingSince, 'ticket.lastAgentMessageAt': 5_000 };
    const outcome = runEvent(program, due('b'), answered, context(2 * HOUR_MS));
    expect(outcome.considerations).toMatchObject([{ reason: 'conditionDoesNotHold' }]);
  });

  it('ends the episode of a schedule whose condition does not hold, so that it may fire again', () => {
    const daily = linkProgram([sketched(scheduled)]);
    const event: TicketEvent = { ...due('f'), type: 'schedule', due: { flowId: 'f', nodeId: 't', episode: 'holds' } };
    const high: Facts = { 'ticket.priority': 'high' };
    const firstTime = runEvent(daily, event, high, context(9 * HOUR_MS));
    const first = firstTime.effects.at(-1);
    expect(first).toMatchObject({ type: 'setFiring', runIndex: 0, firing: { count: 1 } });
    const firing = first?.type === 'setFiring' ? first.firing : { count: 0, episode: null };
    expect(runEvent(daily, event, high, context(33 * HOUR_MS, { 'f/t': firing })).runs).toEqual([]);
    const ended = runEvent(daily, event, { 'ticket.priority': 'low' }, context(57 * HOUR_MS, { 'f/t': firing }));
    expect(ended.effects).toEqual([
      {
        runIndex: -1,
        nodeId: 't',
        type: 'setFiring',
        flowId: 'f',
        triggerNodeId: 't',
        firing: { count: 1, episode: null },
      },
    ]);
    const anew = { 'f/t': { count: 1, episode: null } };
    expect(runEvent(daily, event, high, context(81 * HOUR_MS, anew)).runs).toHaveLength(1);
  });
});

describe('a pressed button', () => {
  it('starts its own flow only', () => {
    const manual: Sketch = { t: ['trigger.manual', {}, 'then>note'], note };
    const program = linkProgram([sketched(manual, { flowId: 'a' }), sketched(manual, { flowId: 'b' })]);
    const event: TicketEvent = { type: 'manual', ticketId: 'k1', actor: { kind: 'agent', id: 'x' }, flowId: 'b' };
    expect(runEvent(program, event, {}, context(0)).runs.map(({ flowId }) => flowId)).toEqual(['b']);
  });
});
