import { describe, expect, it } from 'vitest';
import { linkProgram } from '../compile/link-program.ts';
import type { TicketEvent } from '../facts/event.ts';
import { type Sketch, sketched } from '../run/flow.test-support.ts';
import { PLAY_LIMIT, type Play, playTicket } from './virtual-clock.ts';

const MINUTE_MS = 60_000;
const note = (text: string, ...ways: string[]): Sketch[string] => ['action.note', { text }, ...ways];
const event = (type: TicketEvent['type']): TicketEvent => ({ type, ticketId: 'k1', actor: { kind: 'customer' } });

function play(sketch: Sketch, more: Partial<Play> = {}) {
  const { moments, effects, facts, waiting, isCutShort } = playTicket({
    program: linkProgram([sketched(sketch)]),
    ticketId: 'k1',
    facts: { 'ticket.status': 'open' },
    script: [{ atMs: 0, events: [event('ticketCreated')] }],
    untilMs: 100 * MINUTE_MS,
    context: { seed: 's', timeZone: 'UTC', providers: new Set(['crm', 'reply']) },
    ...more,
  });
  const told = effects.map(
    ({ atMs, effect }) => `${atMs / MINUTE_MS} ${effect.type === 'addNote' ? effect.text : effect.type}`,
  );
  return { causes: moments.map(({ atMs, cause }) => `${atMs / MINUTE_MS} ${cause}`), told, facts, waiting, isCutShort };
}

const wait = (minutes: number, ...ways: string[]): Sketch[string] => [
  'control.wait',
  { until: { type: 'duration', ms: minutes * MINUTE_MS, clock: 'calendar' }, ends: [{ type: 'ticketReplied' }] },
  ...ways,
];

describe('playTicket', () => {
  it('leaps from one instant to the next at which anything happens', () => {
    const sketch: Sketch = {
      t: ['trigger.ticketCreated', {}, 'then>wait'],
      wait: wait(10, 'elapsed>late', 'happened>early'),
      late: note('late'),
      early: note('early'),
    };
    expect(play(sketch)).toMatchObject({ causes: ['0 script', '10 wait'], told: ['10 late'], waiting: [] });
    const replied = [
      { atMs: 4 * MINUTE_MS, events: [event('ticketReplied')] },
      { atMs: 0, events: [event('ticketCreated')] },
    ];
    expect(play(sketch, { script: replied })).toMatchObject({ causes: ['0 script', '4 script'], told: ['4 early'] });
    expect(play(sketch, { untilMs: 5 * MINUTE_MS }).waiting).toHaveLength(1);
  });

  it('tells when something would happen next, were it to go on', () => {
    const sketch: Sketch = { t: ['trigger.ticketCreated', {}, 'then>wait'], wait: wait(10, 'elapsed>n'), n: note('n') };
    const played = { program: linkProgram([sketched(sketch)]), ticketId: 'k1', facts: {} };
    const context = { seed: 's', timeZone: 'UTC' };
    const script = [{ atMs: 0, events: [event('ticketCreated')] }];
    const until = (minutes: number) => playTicket({ ...played, script, context, untilMs: minutes * MINUTE_MS });
    expect(until(9).nextAtMs).toBe(10 * MINUTE_MS);
    expect(until(10).nextAtMs).toBeNull();
  });

  it('answers what runs wait for, as it is told to', () => {
    const sketch: Sketch = {
      t: ['trigger.ticketCreated', {}, 'then>call'],
      call: ['action.lookupContact', {}, 'done>ok', 'failed>no'],
      ok: note('{{ result.call.plan }}'),
      no: note('no'),
    };
    const answer = () => ({ afterMs: 2 * MINUTE_MS, results: { plan: 'Gold' } });
    expect(play(sketch, { answer }).told).toEqual(['0 lookupContact', '2 Gold']);
    expect(play(sketch, { answer: () => ({ afterMs: 0, failure: 'refused' }) }).told).toEqual([
      '0 lookupContact',
      '0 no',
    ]);
    expect(play(sketch, { answer: () => null }).waiting).toHaveLength(1);
  });

  it('fires time triggers at the second they are due, once per episode', () => {
    const sketch: Sketch = {
      t: [
        'trigger.ticketIdle',
        { waitingOn: 'agent', forMs: 30 * MINUTE_MS, clock: 'calendar', refire: { policy: 'oncePerEpisode' } },
        'then>late',
      ],
      late: note('nobody answered'),
    };
    const message = (minute: number) => ({
      atMs: minute * MINUTE_MS,
      facts: { 'ticket.lastCustomerMessageAt': minute * MINUTE_MS },
      events: [event('ticketReplied')],
    });
    expect(play(sketch, { script: [message(0), message(20), message(60)] })).toMatchObject({
      causes: ['0 script', '20 script', '50 due', '60 script', '90 due'],
      // At 60 the episode that fired has ended, which is remembered too.
      told: ['50 nobody answered', '50 setFiring', '60 setFiring', '90 nobody answered', '90 setFiring'],
    });
  });

  it('keeps the message budget over the hour, and ends what goes on and on', () => {
    const sketch: Sketch = {
      t: ['trigger.ticketCreated', {}, 'then>reply'],
      reply: ['action.reply', { text: 'Are you there?' }, 'done>wait'],
      wait: wait(1 / 60, 'elapsed>reply'),
    };
    const { told, isCutShort } = play(sketch, { untilMs: 1_000 * MINUTE_MS });
    expect(told.filter((text) => text.endsWith('sendReply'))).toHaveLength(10);
    expect(told.at(-1)).toContain('failRun');
    expect(isCutShort).toBe(false);
    const silent: Sketch = { ...sketch, reply: note('x', 'done>wait') };
    expect(play(silent, { untilMs: 1_000 * MINUTE_MS }).told.at(-1)).toContain('failRun');
  });

  it('gives the same bytes again', () => {
    const sketch: Sketch = { t: ['trigger.ticketCreated', {}, 'then>wait'], wait: wait(10, 'elapsed>n'), n: note('n') };
    expect(JSON.stringify(play(sketch))).toBe(JSON.stringify(play(sketch)));
  });

  it('plays what is scripted first, then answers, then waits, then what is due, where all come at one instant', () => {
    const tenMinutes = 10 * MINUTE_MS;
    const refire = { policy: 'oncePerEpisode' };
    const sketch: Sketch = {
      t: ['trigger.ticketCreated', {}, 'then>fork'],
      fork: ['control.parallel', { actions: [] }, 'done>wait', 'done>call'],
      wait: wait(10),
      call: ['action.lookupContact', {}],
      idle: ['trigger.ticketIdle', { waitingOn: 'agent', forMs: tenMinutes, clock: 'calendar', refire }, 'then>late'],
      late: note('late'),
    };
    const script = [
      { atMs: tenMinutes, events: [event('ticketOpened')] },
      { atMs: 0, facts: { 'ticket.lastCustomerMessageAt': 0 }, events: [event('ticketCreated')] },
    ];
    expect(play(sketch, { script, answer: () => ({ afterMs: tenMinutes }) }).causes).toEqual([
      '0 script',
      '10 script',
      '10 answer',
      '10 wait',
      '10 due',
    ]);
  });

  it('gives each run the answer that is meant for it, and goes on well where no answers are told', () => {
    const call = (flowId: string) =>
      sketched(
        {
          t: ['trigger.ticketCreated', {}, 'then>call'],
          call: ['action.lookupContact', {}, 'done>n'],
          n: note(`${flowId} {{ result.call.plan }}`),
        },
        { flowId },
      );
    const program = linkProgram([call('a'), call('b')]);
    let count = 0;
    const answer = () => {
      count += 1;
      return { afterMs: (3 - count) * MINUTE_MS, results: { plan: `answer ${count}` } };
    };
    expect(play({}, { program, answer }).told.filter((text) => !text.endsWith('lookupContact'))).toEqual([
      '1 b answer 2',
      '2 a answer 1',
    ]);
    expect(play({}, { program }).told.filter((text) => !text.endsWith('lookupContact'))).toEqual(['0 a ', '0 b ']);
  });

  it('keeps every run that waits, each until its own time, though one waits again', () => {
    const program = linkProgram([
      sketched(
        {
          t: ['trigger.ticketCreated', {}, 'then>w'],
          w: wait(5, 'elapsed>n'),
          n: note('short', 'done>v'),
          v: wait(90),
        },
        { flowId: 'a' },
      ),
      sketched(
        { t: ['trigger.ticketCreated', {}, 'then>w'], w: wait(9, 'elapsed>n'), n: note('long') },
        { flowId: 'b' },
      ),
    ]);
    const { told, waiting } = play({}, { program, untilMs: 20 * MINUTE_MS });
    expect(told).toEqual(['5 short', '9 long']);
    expect(waiting.map(({ pipeline, state }) => [pipeline.flowId, state.flowId])).toEqual([['a', 'a']]);
  });

  it('hears no answer for a run that is no more', () => {
    const sketch: Sketch = {
      t: ['trigger.ticketCreated', {}, 'then>call'],
      call: ['action.lookupContact', {}, 'done>n'],
      n: note('too late'),
    };
    const script = [
      { atMs: 0, events: [event('ticketCreated')] },
      { atMs: MINUTE_MS, events: [event('ticketClosed')] },
    ];
    const answer = () => ({ afterMs: 5 * MINUTE_MS });
    expect(play(sketch, { script, answer })).toMatchObject({
      causes: ['0 script', '1 script', '5 answer'],
      told: ['0 lookupContact'],
      waiting: [],
    });
  });

  it('lets no time come before anything happened, and says that a clock raised what was due', () => {
    const sketch: Sketch = {
      t: ['trigger.schedule', { cron: '*/10 * * * *', refire: { policy: 'atMost', times: 2 } }, 'then>n'],
      n: note('again'),
    };
    const played = {
      program: linkProgram([sketched(sketch)]),
      ticketId: 'k1',
      facts: {},
      untilMs: 100 * MINUTE_MS,
      context: { seed: 's', timeZone: 'UTC' },
    };
    expect(playTicket({ ...played, script: [] })).toMatchObject({ moments: [], nextAtMs: null, isCutShort: false });
    const script = [{ atMs: 25 * MINUTE_MS, events: [event('ticketCreated')] }];
    const { moments } = playTicket({ ...played, script });
    expect(moments.map(({ atMs, cause }) => `${atMs / MINUTE_MS} ${cause}`)).toEqual(['25 script', '30 due', '40 due']);
    expect(moments[1]?.outcome.events[0]?.event).toMatchObject({ ticketId: 'k1', actor: { kind: 'timer' } });
  });

  it('asks once, and no more, what was due and did not fire', () => {
    const condition = { fact: 'ticket.status', op: 'is', value: 'solved' };
    const sketch: Sketch = {
      t: ['trigger.schedule', { cron: '*/30 * * * *', condition, refire: { policy: 'oncePerEpisode' } }, 'then>n'],
      n: note('solved'),
    };
    expect(play(sketch)).toMatchObject({ causes: ['0 script', '30 due', '60 due', '90 due'], told: [] });
  });

  it('ends after so many moments, and says so', () => {
    const script = Array.from({ length: PLAY_LIMIT + 1 }, (_, atMs) => ({ atMs, events: [event('ticketOpened')] }));
    const { causes, isCutShort } = play({}, { script });
    expect(causes).toHaveLength(PLAY_LIMIT);
    expect(isCutShort).toBe(true);
  });
});
