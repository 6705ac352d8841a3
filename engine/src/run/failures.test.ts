import { describe, expect, it } from 'vitest';
import { type Sketch, sketched } from './flow.test-support.ts';
import { LiveTicket } from './live-ticket.test-support.ts';
import type { Step } from './trace.ts';

const note = (text: string, ...ways: string[]): Sketch[string] => ['action.note', { text }, ...ways];
const onCreated = (to: string): Sketch[string] => ['trigger.ticketCreated', {}, `then>${to}`];
const lookup = { kind: 'action.lookupContact', config: {} };
const noted = (text: string) => ({ kind: 'action.note', config: { text } });

function created(sketch: Sketch, context: ConstructorParameters<typeof LiveTicket>[2] = {}, facts = {}) {
  const ticket = new LiveTicket([sketched(sketch)], facts, context);
  ticket.happens('ticketCreated');
  return ticket;
}

function told({ last }: LiveTicket): readonly string[] {
  const text = ({ nodeId, item, port, failure, waits }: Step) =>
    [nodeId, item, port, failure, waits && `waits for ${waits.for}`].filter((part) => part != null).join(' ');
  return last?.runs[0]?.steps.map(text) ?? [];
}

describe('a step that fails', () => {
  const providers = new Set<never>();

  it('leaves by its port “failed” where that is drawn, and the run has not failed', () => {
    const ticket = created(
      { start: onCreated('ask'), ask: ['action.lookupContact', {}, 'failed>sorry'], sorry: note('sorry') },
      { providers },
    );
    expect(told(ticket)).toEqual(['start then', 'ask failed noProvider', 'sorry done']);
    expect(ticket.last?.runs[0]?.outcome).toBe('done');
  });

  it('else fails its run, which a person must see', () => {
    const ticket = created(
      { start: onCreated('ask'), ask: ['action.lookupContact', {}, 'done>sorry'], sorry: note('') },
      { providers },
    );
    expect(told(ticket)).toEqual(['start then', 'ask noProvider']);
    expect(ticket.last?.effects).toEqual([{ runIndex: 0, nodeId: 'ask', type: 'failRun', reason: 'noProvider' }]);
  });

  it('sends a ticket nobody is responsible for to the fallback queue, and no other', () => {
    const sketch: Sketch = { start: onCreated('ask'), ask: ['action.lookupContact', {}] };
    const context = { providers, fallbackQueueId: 'q-rest' };
    const lost = created(sketch, context);
    expect(lost.last?.effects.at(-1)).toEqual({
      runIndex: 0,
      nodeId: 'ask',
      type: 'enqueue',
      queueId: 'q-rest',
      requirement: { skills: [] },
      priority: null,
    });
    expect(lost.facts['ticket.queue']).toBe('q-rest');
    expect(lost.last?.events.at(-1)?.event).toMatchObject({ type: 'ticketUpdated', actor: { kind: 'flow', id: 'f' } });
    for (const owner of ['ticket.assignee', 'ticket.team', 'ticket.queue']) {
      expect(created(sketch, context, { [owner]: 'x' }).last?.effects).toHaveLength(1);
    }
  });
});

describe('an effect that is waited for', () => {
  const calling: Sketch = {
    start: onCreated('call'),
    call: ['action.lookupContact', {}, 'done>ok', 'failed>sorry'],
    ok: note('plan {{ result.call.plan }}'),
    sorry: note('sorry'),
  };

  it('names the place in the run that stays for it', () => {
    const ticket = created(calling);
    expect(ticket.last?.effects).toEqual([{ runIndex: 0, nodeId: 'call', type: 'lookupContact', awaitedBy: '00001' }]);
    expect(told(ticket)).toEqual(['start then', 'call waits for outcome']);
  });

  it('goes on with its results, which only this run sees', () => {
    const ticket = created(calling);
    expect(ticket.answers({ results: { plan: 'Gold' } })).toEqual(['call', 'ok']);
    expect(ticket.last?.effects).toMatchObject([{ text: 'plan Gold' }]);
    expect(Object.keys(ticket.facts)).toEqual(['time.now']);
  });

  it('goes on by “failed” where it was refused, or fails the run', () => {
    const ticket = created(calling);
    expect(ticket.answers({ failure: 'timedOut' })).toEqual(['call', 'sorry']);
    expect(told(ticket)[0]).toBe('call failed timedOut');
    const undrawn = created({ start: onCreated('call'), call: ['action.lookupContact', {}] });
    undrawn.answers({ failure: 'refused' });
    expect(undrawn.last?.effects).toMatchObject([{ type: 'failRun', reason: 'refused' }]);
  });

  it('is heard once, and only by the one who waits', () => {
    const ticket = created(calling);
    expect(ticket.wakes({ type: 'outcome', tokenId: 'somebody else' })).toEqual([]);
    expect(ticket.passes(1_000_000)).toEqual([]);
    ticket.answers();
    expect(ticket.answers()).toEqual([]);
  });

  it('is not waited for where nobody would do anything else after its failure', () => {
    const reply = ['action.reply', { text: 'Hello' }, 'done>ok'] as const;
    const loose = created({ start: onCreated('reply'), reply: [...reply], ok: note('ok') });
    expect(told(loose)).toEqual(['start then', 'reply done', 'ok done']);
    expect(loose.last?.effects[0]).not.toHaveProperty('awaitedBy');
    const drawn = created({ start: onCreated('reply'), reply: [...reply, 'failed>ok'], ok: note('ok') });
    expect(told(drawn)).toEqual(['start then', 'reply waits for outcome']);
  });
});

describe('a sequence', () => {
  const sequence = (onError: 'stop' | 'continue'): Sketch => ({
    start: onCreated('list'),
    list: ['control.sequence', { actions: [noted('one'), lookup, noted('three')], onError }, 'done>ok', 'failed>sorry'],
    ok: note('ok'),
    sorry: note('sorry'),
  });

  it('goes on with the next action when the outcome of one is known', () => {
    const ticket = created(sequence('stop'));
    expect(told(ticket)).toEqual(['start then', 'list 0 done', 'list 1 waits for outcome']);
    ticket.answers();
    expect(told(ticket)).toEqual(['list 1 done', 'list 2 done', 'list done', 'ok done']);
  });

  it('stops at a failure, or goes on and leaves by “failed” in the end', () => {
    const stopping = created(sequence('stop'));
    stopping.answers({ failure: 'refused' });
    expect(told(stopping)).toEqual(['list 1 refused', 'list failed innerStep', 'sorry done']);
    const going = created(sequence('continue'));
    going.answers({ failure: 'refused' });
    expect(told(going)).toEqual(['list 1 refused', 'list 2 done', 'list failed innerStep', 'sorry done']);
  });

  it('lets each action see what those before it wrote', () => {
    const actions = [
      { kind: 'action.setFields', config: { fields: { 'ticket.level': 4 } } },
      noted('{{ ticket.level }}'),
    ];
    const ticket = created(
      { start: onCreated('list'), list: ['control.sequence', { actions, onError: 'stop' }] },
      {},
      { 'ticket.level': 1 },
    );
    expect(ticket.last?.effects[1]).toMatchObject({ text: '4' });
  });
});

describe('actions side by side', () => {
  const both: Sketch = {
    start: onCreated('list'),
    list: [
      'control.parallel',
      { actions: [lookup, noted('two'), { kind: 'action.survey', config: { question: 'How was it?' } }] },
      'done>ok',
      'failed>sorry',
    ],
    ok: note('ok'),
    sorry: note('sorry'),
  };

  it('all see what was before the first', () => {
    const actions = [
      { kind: 'action.setFields', config: { fields: { 'ticket.level': 4 } } },
      noted('{{ ticket.level }}'),
    ];
    const ticket = created(
      { start: onCreated('list'), list: ['control.parallel', { actions }] },
      {},
      { 'ticket.level': 1 },
    );
    expect(ticket.last?.effects[1]).toMatchObject({ text: '1' });
    expect(ticket.facts['ticket.level']).toBe(4);
  });

  it('are left when all outcomes are known, in whatever order they come', () => {
    const ticket = created(both);
    expect(told(ticket)).toEqual(['start then', 'list 0 waits for outcome', 'list 1 done', 'list 2 waits for outcome']);
    ticket.answers();
    expect(told(ticket)).toEqual(['list 0 done']);
    ticket.answers();
    expect(told(ticket)).toEqual(['list 2 done', 'list done', 'ok done']);
  });

  it('are left by “failed” where one failed, though others went well after it', () => {
    const ticket = created(both);
    ticket.answers({ failure: 'refused' });
    expect(ticket.tokens).toEqual(['list outcome', 'list branches']);
    ticket.answers();
    expect(told(ticket)).toEqual(['list 2 done', 'list failed innerStep', 'sorry done']);
    expect(ticket.tokens).toEqual([]);
  });
});
