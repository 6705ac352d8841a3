import { describe, expect, it } from 'vitest';
import { type Sketch, sketched } from './flow.test-support.ts';
import { LiveTicket } from './live-ticket.test-support.ts';
import { STEP_LIMIT } from './run-record.ts';

const MINUTE_MS = 60_000;
const note = (text: string, ...ways: string[]): Sketch[string] => ['action.note', { text }, ...ways];
const wait = (ms: number, ends: readonly Record<string, string>[], ...ways: string[]): Sketch[string] => [
  'control.wait',
  { until: { type: 'duration', ms, clock: 'calendar' }, ...(ends.length > 0 ? { ends } : {}) },
  ...ways,
];
const onCreated: Sketch[string] = ['trigger.ticketCreated', {}, 'then>wait'];
const reminding: Sketch = {
  start: onCreated,
  wait: wait(MINUTE_MS, [{ type: 'ticketReplied', by: 'customer' }], 'elapsed>late', 'happened>thanks'),
  late: note('late at priority {{ ticket.priority }}'),
  thanks: note('thanks'),
};

describe('a wait', () => {
  it('is stored small and plain, with the version it began with', () => {
    const ticket = new LiveTicket([sketched(reminding)]);
    const outcome = ticket.happens('ticketCreated');
    expect(outcome.runs[0]).toMatchObject({ outcome: 'waiting', acted: true });
    expect(outcome.runs[0]?.steps.at(-1)).toEqual({
      nodeId: 'wait',
      kind: 'control.wait',
      port: null,
      waits: { untilMs: MINUTE_MS, for: 'time' },
    });
    expect(outcome.waiting).toEqual([
      {
        runIndex: 0,
        state: {
          format: 1,
          flowId: 'f',
          versionId: 'fv1',
          ticketId: 'k1',
          triggerNodeId: 'start',
          tokens: [
            {
              id: '00001',
              nodeId: 'wait',
              branch: '',
              for: 'time',
              dueAtMs: MINUTE_MS,
              ends: [{ type: 'ticketReplied', by: 'customer' }],
            },
          ],
          results: {},
          stepCount: 2,
        },
      },
    ]);
  });

  it('goes on when its time has come, never before, and reads the ticket anew', () => {
    const ticket = new LiveTicket([sketched(reminding)], { 'ticket.priority': 'low' });
    ticket.happens('ticketCreated');
    expect(ticket.passes(MINUTE_MS - 1)).toEqual([]);
    expect(ticket.last).toMatchObject({ runs: [], effects: [], waiting: [] });
    ticket.facts = { ...ticket.facts, 'ticket.priority': 'urgent' };
    expect(ticket.passes(1)).toEqual(['wait', 'late']);
    expect(ticket.last?.runs[0]).toMatchObject({ continues: 'r1', eventIndex: -1, outcome: 'done', acted: true });
    expect(ticket.last?.effects).toMatchObject([{ runIndex: 0, text: 'late at priority urgent' }]);
  });

  it('ends early by what it names, by whom it names', () => {
    const ticket = new LiveTicket([sketched(reminding)]);
    ticket.happens('ticketCreated');
    expect(ticket.happens('ticketReplied', { actor: { kind: 'agent' } }).runs).toEqual([]);
    const { runs } = ticket.happens('ticketReplied');
    expect(runs[0]).toMatchObject({ continues: 'r1', eventIndex: 0, outcome: 'done' });
    expect(runs[0]?.steps.map(({ nodeId, port }) => `${nodeId} ${port}`)).toEqual(['wait happened', 'thanks done']);
    expect(ticket.tokens).toEqual([]);
  });

  it('is called off with its run when the ticket is closed, or a person says so', () => {
    const closed = new LiveTicket([sketched(reminding)]);
    closed.happens('ticketCreated');
    expect(closed.happens('ticketClosed').runs).toMatchObject([{ continues: 'r1', outcome: 'cancelled', steps: [] }]);
    expect(closed.passes(MINUTE_MS)).toEqual([]);
    const called = new LiveTicket([sketched(reminding)]);
    called.happens('ticketCreated');
    called.wakes({ type: 'cancel' });
    expect(called.last?.runs).toMatchObject([{ continues: 'r1', outcome: 'cancelled', eventIndex: -1 }]);
    expect(called.tokens).toEqual([]);
  });

  it('is not ended by what its own run did before it, but by what others do after', () => {
    const own: Sketch = {
      start: ['trigger.ticketCreated', {}, 'then>set'],
      set: ['action.setFields', { fields: { 'ticket.level': 2 } }, 'done>wait'],
      wait: wait(MINUTE_MS, [{ type: 'ticketUpdated' }], 'happened>thanks'),
      thanks: note('thanks'),
    };
    expect(new LiveTicket([sketched(own)]).happens('ticketCreated').runs[0]?.outcome).toBe('waiting');
    const other: Sketch = {
      start: ['trigger.ticketUpdated', { fields: ['ticket.level'] }, 'then>set'],
      set: ['action.setFields', { fields: { 'ticket.priority': 'high' } }],
    };
    const both = new LiveTicket([sketched(own), sketched(other, { flowId: 'g', position: 2 })]);
    const { runs } = both.happens('ticketCreated');
    expect(runs.map(({ flowId, outcome }) => `${flowId} ${outcome}`)).toEqual(['f done', 'g done']);
    expect(runs[0]?.steps.map(({ nodeId }) => nodeId)).toEqual(['start', 'set', 'wait', 'wait', 'thanks']);
  });

  it('comes before the live flows of the event that ends it, which may begin anew with the same flow', () => {
    const again: Sketch = {
      start: ['trigger.ticketReplied', { by: 'any' }, 'then>wait'],
      wait: wait(MINUTE_MS, [{ type: 'ticketReplied' }], 'happened>set'),
      set: ['action.setFields', { fields: { 'ticket.level': 2 } }],
    };
    const ticket = new LiveTicket([sketched(again)]);
    ticket.happens('ticketReplied');
    expect(ticket.happens('ticketReplied').runs.map(({ outcome, continues }) => [outcome, continues])).toEqual([
      ['done', 'r1'],
      ['waiting', undefined],
    ]);
  });

  it('that went on does not set off its own flow by what it does', () => {
    const self: Sketch = {
      start: ['trigger.ticketUpdated', { fields: ['ticket.level'] }, 'then>wait'],
      wait: wait(MINUTE_MS, [], 'elapsed>set'),
      set: ['action.setFields', { fields: { 'ticket.level': 2 } }],
    };
    const ticket = new LiveTicket([sketched(self)], { 'ticket.level': 1 });
    ticket.happens('ticketUpdated', { changes: { 'ticket.level': { from: 3, to: 1 } } });
    expect(ticket.passes(MINUTE_MS)).toEqual(['wait', 'set']);
    expect(ticket.last?.considerations).toMatchObject([{ outcome: 'alreadyRan', eventIndex: 0 }]);
    expect(ticket.last?.events).toMatchObject([{ depth: 1, raisedByRun: 0 }]);
  });

  it('that nothing would ever end fails, so that a person sees it', () => {
    const until = { type: 'businessHours', calendarId: 'shut' };
    const shut = { timeZone: 'UTC', weekly: [], holidays: [], exceptions: [] };
    const created = (sketch: Sketch) =>
      new LiveTicket([sketched(sketch)], {}, { calendars: { shut } }).happens('ticketCreated');
    const never: Sketch = { start: onCreated, wait: ['control.wait', { until }] };
    const { runs, effects } = created(never);
    expect(runs[0]).toMatchObject({ outcome: 'failed' });
    expect(effects).toMatchObject([{ type: 'failRun', reason: 'missing' }]);
    const ends = [{ type: 'ticketReplied' }];
    const ended: Sketch = { start: onCreated, wait: ['control.wait', { until, ends }] };
    expect(created(ended).waiting[0]?.state.tokens[0]?.dueAtMs).toBeNull();
  });

  it('inside a circle may come again and again, until the run has taken too many steps', () => {
    const circle: Sketch = { start: onCreated, wait: wait(1_000, [], 'elapsed>note'), note: note('x', 'done>wait') };
    const ticket = new LiveTicket([sketched(circle)]);
    ticket.happens('ticketCreated');
    let rounds = 0;
    while (ticket.tokens.length > 0 && rounds < STEP_LIMIT) {
      ticket.passes(1_000);
      rounds += 1;
    }
    expect(ticket.last?.runs[0]).toMatchObject({ outcome: 'failed' });
    expect(ticket.last?.effects.at(-1)).toMatchObject({ type: 'failRun', reason: 'cycle' });
    expect(rounds).toBeGreaterThan(STEP_LIMIT / 4);
  });

  it('whose node is gone fails its run, so that a person sees it', () => {
    const ticket = new LiveTicket([sketched(reminding)]);
    ticket.happens('ticketCreated');
    const other = new LiveTicket([sketched({ start: reminding.start ?? onCreated })]);
    other.adopt(ticket);
    other.passes(MINUTE_MS);
    expect(other.last?.effects).toMatchObject([{ type: 'failRun', reason: 'notRunnable', nodeId: 'wait' }]);
  });
});
