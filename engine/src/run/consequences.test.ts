import { describe, expect, it } from 'vitest';
import type { PipelineIdentity } from '../compile/compile-flow.ts';
import { linkProgram } from '../compile/link-program.ts';
import type { Facts } from '../facts/fact-value.ts';
import { type Sketch, sketched } from './flow.test-support.ts';
import { LiveTicket } from './live-ticket.test-support.ts';
import { created as creation, ifFact, onCreated, onUpdated, pipeline, run, set } from './pipeline.test-support.ts';
import { runEvent } from './run-event.ts';
import type { RunContext, SentMessage } from './run-outcome.ts';

const context: RunContext = { nowMs: 3_600_000, seed: 's', timeZone: 'UTC', providers: new Set(['reply']) };
const note = (text: string, ...ways: string[]): Sketch[string] => ['action.note', { text }, ...ways];

describe('a run without consequences', () => {
  const idle = [onCreated, ifFact('ticket.tags', 'containsAnyOf', ['x']), set({ 'ticket.level': 2 })] as const;

  it('comes after those that acted, and keeps nothing from running', () => {
    const outcome = run([
      pipeline([...idle], { flowId: 'a', stopOnMatch: true }),
      pipeline([onCreated, set({ 'ticket.level': 3 })], { flowId: 'b' }),
    ]);
    expect(outcome.runs.map(({ flowId, acted }) => [flowId, acted])).toEqual([
      ['b', true],
      ['a', false],
    ]);
    expect(outcome.considerations).toMatchObject([
      { flowId: 'a', runIndex: 1 },
      { flowId: 'b', runIndex: 0 },
    ]);
    expect(outcome.effects).toMatchObject([{ runIndex: 0 }]);
  });

  it('leaves its flow free to act later in the same cascade', () => {
    const late = [onUpdated('ticket.level', 'ticket.priority'), ifFact('ticket.priority', 'is', 'high')] as const;
    const outcome = run(
      [
        pipeline([onCreated, set({ 'ticket.level': 3 }), set({ 'ticket.priority': 'high' })], { flowId: 'a' }),
        pipeline([...late, set({ 'ticket.severity': 'major' })], { flowId: 'b', position: 2 }),
      ],
      { 'ticket.priority': 'low' },
    );
    expect(outcome.facts['ticket.severity']).toBe('major');
    expect(outcome.considerations.filter(({ flowId }) => flowId === 'b').map((one) => one.outcome)).toContain('ran');
  });

  it('is not told of where only what acts is considered', () => {
    const program = linkProgram([
      pipeline([...idle], { flowId: 'a' }),
      pipeline([onCreated, set({ 'ticket.level': 3 })], { flowId: 'b' }),
    ]);
    const outcome = runEvent(program, creation, {}, { ...context, considerations: 'acting' });
    expect(outcome.considerations).toMatchObject([{ flowId: 'b', outcome: 'ran', runIndex: 0 }]);
    expect(outcome.runs).toHaveLength(1);
  });
});

describe('events given together', () => {
  it('happened at once: all have depth 0, and each runs its flows', () => {
    const program = linkProgram([
      pipeline([['trigger.ticketReplied', { by: 'any' }], set({ 'ticket.level': 2 })], { flowId: 'a' }),
      pipeline([['trigger.ticketReopened'], set({ 'ticket.priority': 'high' })], { flowId: 'b' }),
    ]);
    const events = [{ ...creation, type: 'ticketReplied' } as const, { ...creation, type: 'ticketReopened' } as const];
    const outcome = runEvent(program, events, {}, context);
    expect(outcome.events.map(({ depth, event }) => `${depth} ${event.type}`)).toEqual([
      '0 ticketReplied',
      '0 ticketReopened',
      '1 ticketUpdated',
      '1 ticketUpdated',
    ]);
    expect(outcome.runs.map(({ flowId, eventIndex }) => `${flowId}@${eventIndex}`)).toEqual(['a@0', 'b@1']);
  });
});

describe('a started flow', () => {
  const starting = (flowId: string, more: Partial<PipelineIdentity> = {}) =>
    sketched(
      {
        start: ['trigger.ticketCreated', {}, 'then>go'],
        go: ['action.startFlow', { flowId }, 'done>ok', 'failed>no'],
        ok: note('ok'),
        no: note('no'),
      },
      { flowId: 'parent', ...more },
    );
  const child = (sketch: Sketch = { step: note('child') }) =>
    sketched(
      {
        a: ['trigger.ticketSolved', {}, 'then>other'],
        other: note('other'),
        m: ['trigger.manual', {}, 'then>step'],
        ...sketch,
      },
      { flowId: 'child' },
    );
  const texts = (ticket: LiveTicket) =>
    ticket.last?.effects.map((effect) => (effect.type === 'addNote' ? effect.text : effect.type));

  it('begins at its button, as a run of its own, and the starting one goes on', () => {
    const ticket = new LiveTicket([starting('child'), child()]);
    const { runs } = ticket.happens('ticketCreated');
    expect(texts(ticket)).toEqual(['child', 'ok']);
    expect(runs).toMatchObject([
      { flowId: 'parent', outcome: 'done' },
      { flowId: 'child', triggerNodeId: 'm', startedByRun: 0 },
    ]);
    expect(runs[0]?.steps.find(({ nodeId }) => nodeId === 'go')).toMatchObject({ port: 'done', startedRun: 1 });
  });

  it('may wait, and does not keep the starting one', () => {
    const wait: Sketch[string] = ['control.wait', { until: { type: 'duration', ms: 1, clock: 'calendar' } }];
    const ticket = new LiveTicket([starting('child'), child({ step: wait })]);
    expect(ticket.happens('ticketCreated').waiting).toMatchObject([{ runIndex: 1 }]);
    expect(texts(ticket)).toEqual(['ok']);
  });

  it('fails the step where it is not live, already ran, fails itself, or starts whoever started it', () => {
    expect(texts(life([starting('child')]))).toEqual(['no']);
    const early = sketched(
      { start: ['trigger.ticketCreated', {}, 'then>n'], n: note('n') },
      { flowId: 'child', position: 0 },
    );
    expect(texts(life([early, starting('child')]))).toEqual(['n', 'no']);
    expect(texts(life([starting('child'), child({ step: ['action.fromTheFuture', {}] })]))).toEqual(['failRun', 'no']);
    expect(texts(life([starting('child'), child({ step: ['action.startFlow', { flowId: 'parent' }] })]))).toEqual([
      'failRun',
      'no',
    ]);
    expect(texts(life([starting('parent')]))).toEqual(['no']);
  });

  function life(pipelines: ConstructorParameters<typeof LiveTicket>[0]): LiveTicket {
    const ticket = new LiveTicket(pipelines);
    ticket.happens('ticketCreated');
    return ticket;
  }
});

describe('message budgets', () => {
  const sent = (count: number, minutesAgo: number): readonly SentMessage[] =>
    Array.from({ length: count }, () => ({ recipient: 'contact', atMs: context.nowMs - minutesAgo * 60_000 }));
  const replying = (count: number) =>
    pipeline([onCreated, ...Array.from({ length: count }, () => ['action.reply', { text: 'Hi' }] as const)]);
  const reasons = (count: number, before: readonly SentMessage[]) => {
    const { effects, stops } = runEvent(linkProgram([replying(count)]), creation, {}, { ...context, sent: before });
    return [effects.map((effect) => (effect.type === 'failRun' ? effect.reason : effect.type)), stops.length];
  };

  it('allow 10 messages in 10 minutes, 15 in 30 and 25 in 60 to one recipient', () => {
    expect(reasons(1, sent(9, 9))).toEqual([['sendReply'], 0]);
    expect(reasons(1, sent(10, 9))).toEqual([['messageBudget'], 1]);
    expect(reasons(1, sent(10, 10))).toEqual([['sendReply'], 0]);
    expect(reasons(1, sent(15, 29))).toEqual([['messageBudget'], 1]);
    expect(reasons(1, sent(15, 30))).toEqual([['sendReply'], 0]);
    expect(reasons(1, sent(25, 59))).toEqual([['messageBudget'], 1]);
  });

  it('count what the cascade itself sent, each recipient apart', () => {
    expect(reasons(11, [])[0]).toHaveLength(11);
    expect((reasons(11, [])[0] as string[]).at(-1)).toBe('messageBudget');
    const notify = [
      'action.notify',
      { recipients: [{ kind: 'assignee' }, { kind: 'supervisors' }], text: 'Look' },
    ] as const;
    const telling = linkProgram([pipeline([onCreated, ...Array.from({ length: 10 }, () => notify)])]);
    const facts: Facts = { 'ticket.assignee': 'a1' };
    const { stops } = runEvent(telling, creation, facts, { ...context, sent: sent(10, 1) });
    expect(stops).toEqual([]);
    const more = [{ recipient: 'agent:a1', atMs: context.nowMs }];
    expect(runEvent(telling, creation, facts, { ...context, sent: more }).stops).toEqual([
      { cause: 'messageBudget', eventType: 'ticketCreated', flowIds: ['f'] },
    ]);
  });
});

describe('responsibility', () => {
  const owned: Facts = { 'ticket.assignee': 'a1', 'ticket.team': 't1', 'ticket.queue': 'q1' };
  const route = (queueId: string) => ['action.route', { queueId, requirement: { skills: [] } }] as const;
  const after = (told: readonly [string, Record<string, unknown>]) => {
    const { facts, events } = run([pipeline([onCreated, told])], owned);
    return [
      facts['ticket.assignee'],
      facts['ticket.team'],
      facts['ticket.queue'],
      ...events.slice(1).map(({ event }) => event.type),
    ];
  };

  it('ends for the agent when the ticket goes to another queue or team', () => {
    expect(after(route('q2'))).toEqual([null, 't1', 'q2', 'ticketUpdated', 'ticketAssigned']);
    expect(after(route('q1'))).toEqual(['a1', 't1', 'q1']);
    expect(after(['action.transfer', { teamId: 't2', reason: 'x' }])).toEqual([
      null,
      't2',
      'q1',
      'ticketAssigned',
      'ticketTransferred',
    ]);
    expect(after(['action.transfer', { agentId: 'a2', reason: 'x' }])).toEqual([
      'a2',
      't1',
      'q1',
      'ticketAssigned',
      'ticketTransferred',
    ]);
    expect(after(['action.unassign', { from: 'both' }])).toEqual([null, null, 'q1', 'ticketAssigned']);
  });

  it('and the status: each move is an event of its own', () => {
    const moved = (from: string, to: string) =>
      run([pipeline([onCreated, set({ 'ticket.status': to })])], { 'ticket.status': from })
        .events.slice(1)
        .map(({ event }) => event.type);
    expect(moved('open', 'solved')).toEqual(['ticketUpdated', 'ticketSolved']);
    expect(moved('solved', 'closed')).toEqual(['ticketUpdated', 'ticketClosed']);
    expect(moved('closed', 'open')).toEqual(['ticketUpdated', 'ticketReopened']);
    expect(moved('open', 'pending')).toEqual(['ticketUpdated']);
  });
});
