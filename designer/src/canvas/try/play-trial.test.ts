import type { Flow } from '@alur/engine';
import { describe, expect, it } from 'vitest';
import { edge, flowOf, node } from '../edit/flow.test-support.ts';
import { litPath, nodeLight } from './lit-path.ts';
import { openQuestions, playTrial, type Trial } from './play-trial.ts';
import { eventsOf, happeningOf, startingEvent, type TrialEvent } from './trial-event.ts';

const HOUR_MS = 3_600_000;
const place = { timeZone: 'Asia/Jakarta', calendars: {}, defaultCalendarId: null };

function trialOf(flow: Flow, facts: Trial['facts'], event: Partial<TrialEvent> = {}): Trial {
  const happening = happeningOf({ ...startingEvent(flow), ...event }, facts, 0, flow);
  return { flow, others: [], facts, script: [{ atMs: 0, ...happening }], answers: {}, startMs: 0, nowMs: 0, place };
}

const routing = flowOf(
  [
    node('start', 'trigger.ticketCreated'),
    node('if', 'filter.condition', { condition: { fact: 'ticket.category', op: 'is', value: 'Billing' } }),
    node('route', 'action.route', { queueId: 'q1', requirement: { skills: [] } }),
  ],
  [edge('start', 'then', 'if'), edge('if', 'yes', 'route')],
);

const waiting = flowOf(
  [
    node('start', 'trigger.ticketCreated'),
    node('wait', 'control.wait', {
      until: { type: 'duration', ms: HOUR_MS, clock: 'calendar' },
      ends: [{ type: 'ticketReplied', by: 'customer' }],
    }),
    node('late', 'action.note', { text: 'late' }),
    node('early', 'action.note', { text: 'early' }),
  ],
  [edge('start', 'then', 'wait'), edge('wait', 'elapsed', 'late'), edge('wait', 'happened', 'early')],
);

describe('a trial', () => {
  it('takes the way that the condition decides, and asks for the effect without sending it', () => {
    const { moments, effects } = playTrial(trialOf(routing, { 'ticket.category': 'billing' }));
    expect(moments[0]?.outcome.runs[0]?.edgeIds).toEqual(['start.then', 'if.yes']);
    expect(effects.map(({ effect }) => effect.type)).toEqual(['enqueue']);
  });

  it('shows the value seen where the other way was taken', () => {
    const { moments } = playTrial(trialOf(routing, { 'ticket.category': 'Network' }));
    const step = moments[0]?.outcome.runs[0]?.steps.find(({ nodeId }) => nodeId === 'if');
    expect(step?.port).toBe('no');
    expect(step?.conditions?.[0]?.trace).toMatchObject({ seen: 'Network', holds: false });
  });

  it('stays at a wait, tells until when, and goes on from there when the clock does', () => {
    const trial = trialOf(waiting, {});
    const first = playTrial(trial);
    expect(first.nextAtMs).toBe(HOUR_MS);
    expect(first.effects).toEqual([]);
    const later = playTrial({ ...trial, nowMs: HOUR_MS });
    expect(later.effects.map(({ effect }) => 'text' in effect && effect.text)).toEqual(['late']);
  });

  it('ends the wait early where what it also waits for happens', () => {
    const trial = trialOf(waiting, {});
    const replied: TrialEvent = { ...startingEvent(waiting), type: 'ticketReplied' };
    const script = [...trial.script, { atMs: 60_000, ...happeningOf(replied, {}, 60_000, waiting) }];
    const { effects, waiting: still } = playTrial({ ...trial, script, nowMs: 60_000 });
    expect(effects.map(({ effect }) => 'text' in effect && effect.text)).toEqual(['early']);
    expect(still).toEqual([]);
  });

  it('asks how a call went, and goes on by the answer with its values', () => {
    const answers = [{ name: 'plan', path: 'plan', type: 'text' }];
    const config = { url: 'https://crm.example/ask', method: 'POST', body: '{}', answers };
    const flow = flowOf(
      [
        node('start', 'trigger.ticketCreated'),
        node('call', 'action.webhook', config),
        node('ok', 'action.note', { text: '{{ result.call.plan }}' }),
        node('no', 'action.note', { text: 'no answer' }),
      ],
      [edge('start', 'then', 'call'), edge('call', 'done', 'ok'), edge('call', 'failed', 'no')],
    );
    const trial = trialOf(flow, {});
    const [question] = openQuestions(playTrial(trial));
    expect(question?.nodeId).toBe('call');
    const key = question?.key ?? '';
    const notes = (answer: Trial['answers'][string]) =>
      playTrial({ ...trial, answers: { [key]: answer } }).effects.flatMap(({ effect }) =>
        effect.type === 'addNote' ? [effect.text] : [],
      );
    expect(notes({ atMs: 0, results: { plan: 'Gold' } })).toEqual(['Gold']);
    expect(notes({ atMs: 0, failure: 'refused' })).toEqual(['no answer']);
  });

  it('lets a time trigger come due by itself', () => {
    const refire = { policy: 'oncePerEpisode' };
    const idle = { waitingOn: 'customer', forMs: HOUR_MS, clock: 'calendar', refire };
    const flow = flowOf(
      [node('start', 'trigger.ticketIdle', idle), node('note', 'action.note', { text: 'hello?' })],
      [edge('start', 'then', 'note')],
    );
    const trial = trialOf(flow, { 'ticket.status': 'open' });
    expect(playTrial(trial).nextAtMs).toBe(HOUR_MS);
    expect(playTrial({ ...trial, nowMs: HOUR_MS }).moments.map(({ cause }) => cause)).toEqual(['script', 'due']);
  });

  it('offers the events that the flow listens to', () => {
    expect(eventsOf(routing)).toEqual(['ticketCreated']);
    expect(eventsOf(flowOf([]))).toEqual(['ticketCreated']);
  });
});

describe('the lit way', () => {
  it('lights edges with the step they lead to, and marks where a run stays', () => {
    const run = playTrial(trialOf(waiting, {})).moments[0]?.outcome.runs[0];
    const path = litPath(run ? [run] : [], waiting.edges, ['wait']);
    expect(path.edgeAt).toEqual({ 'start.then': 2 });
    expect([nodeLight(path, 'start'), nodeLight(path, 'wait'), nodeLight(path, 'late')]).toEqual([
      'on',
      'waits',
      'off',
    ]);
  });
});
