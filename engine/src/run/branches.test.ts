import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact-value.ts';
import { type Sketch, sketched } from './flow.test-support.ts';
import { LiveTicket } from './live-ticket.test-support.ts';
import { run } from './pipeline.test-support.ts';

const set = (fields: Record<string, unknown>, ...to: string[]): Sketch[string] => [
  'action.setFields',
  { fields },
  ...to.map((id) => `done>${id}`),
];
const note = (text: string, ...to: string[]): Sketch[string] => [
  'action.note',
  { text },
  ...to.map((id) => `done>${id}`),
];
const wait = (ms: number, ...to: string[]): Sketch[string] => [
  'control.wait',
  { until: { type: 'duration', ms, clock: 'calendar' } },
  ...to.map((id) => `elapsed>${id}`),
];
const start: Sketch = {
  start: ['trigger.ticketCreated', {}, 'then>fork'],
  fork: ['control.parallel', { actions: [] }, 'done>a', 'done>b'],
};
const join = (waitsFor: 'all' | 'any', ...to: string[]): Sketch[string] => [
  'control.join',
  { waitsFor },
  ...to.map((id) => `then>${id}`),
];

function path(sketch: Sketch, facts: Facts = {}): string | undefined {
  return run([sketched(sketch)], facts)
    .runs[0]?.steps.map(({ nodeId }) => nodeId)
    .join(' ');
}

describe('branches', () => {
  it('read one snapshot and what they write themselves, not what their sisters write', () => {
    const outcome = run(
      [
        sketched({
          ...start,
          a: set({ 'ticket.level': 3 }, 'ownNote'),
          ownNote: note('a sees level {{ ticket.level }}'),
          b: note('b sees level {{ ticket.level }}'),
        }),
      ],
      { 'ticket.level': 1 },
    );
    expect(outcome.effects.flatMap((effect) => (effect.type === 'addNote' ? [effect.text] : []))).toEqual([
      'a sees level 3',
      'b sees level 1',
    ]);
    expect(outcome.facts['ticket.level']).toBe(3);
  });

  it('may both change the tags, and none is lost', () => {
    const tags = (tag: string): Sketch[string] => ['action.tags', { add: [tag], remove: [] }];
    const outcome = run([sketched({ ...start, a: tags('x'), b: tags('y') })], { 'ticket.tags': ['old'] });
    expect(outcome.facts['ticket.tags']).toEqual(['old', 'x', 'y']);
  });

  it('carry the edges that forked in each of their steps', () => {
    const outcome = run([sketched({ ...start, a: note('a'), b: note('b') })]);
    expect(outcome.runs[0]?.steps.map(({ branch }) => branch)).toEqual([
      undefined,
      undefined,
      'fork.done>a',
      'fork.done>b',
    ]);
    expect(outcome.runs[0]?.edgeIds).toEqual(['start.then>fork', 'fork.done>a', 'fork.done>b']);
  });

  it('become one at a join, which sees what all of them wrote', () => {
    const outcome = run([
      sketched({
        ...start,
        a: set({ 'ticket.level': 3 }, 'join'),
        b: set({ 'ticket.priority': 'high' }, 'join'),
        join: join('all', 'after'),
        after: note('{{ ticket.level }} {{ ticket.priority }}'),
      }),
    ]);
    expect(outcome.effects.at(-1)).toMatchObject({ text: '3 high' });
    expect(outcome.runs[0]?.steps.filter(({ nodeId }) => nodeId === 'after')).toHaveLength(1);
    expect(outcome.runs[0]?.steps.at(-1)?.branch).toBeUndefined();
  });

  it('that end on their way are not waited for', () => {
    const never = { condition: { fact: 'ticket.tags', op: 'containsAnyOf', value: ['never'] } };
    const sketch: Sketch = {
      ...start,
      a: note('a', 'join'),
      b: ['filter.condition', never, 'yes>join'],
      join: join('all', 'after'),
      after: note('after'),
    };
    expect(path(sketch)).toBe('start fork a b join after');
  });

  it('inside branches meet first among themselves', () => {
    const sketch: Sketch = {
      ...start,
      a: note('a', 'outer'),
      b: ['control.parallel', { actions: [] }, 'done>c', 'done>d'],
      c: note('c', 'inner'),
      d: note('d', 'inner'),
      inner: join('all', 'e'),
      e: note('e', 'outer'),
      outer: join('all', 'after'),
      after: note('after'),
    };
    expect(path(sketch)).toBe('start fork a b c d inner e outer after');
  });

  it('of several forks may meet at one join, which lets one go on', () => {
    const sketch: Sketch = {
      ...start,
      a: note('a', 'join'),
      b: ['control.parallel', { actions: [] }, 'done>c', 'done>d'],
      c: note('c', 'join'),
      d: note('d', 'join'),
      join: join('all', 'after'),
      after: note('after'),
    };
    expect(path(sketch)).toBe('start fork a b c d join after');
  });

  it('are all done up to their first rest, even where one of them stops or fails', () => {
    const failing: Sketch[string] = ['action.lookupContact', {}];
    expect(path({ ...start, a: failing, b: note('b', 'c'), c: wait(1_000, 'd'), d: note('d') })).toBe(
      'start fork a b c',
    );
    const stopping: Sketch[string] = ['control.stop', { laterFlows: false }];
    const outcome = run([sketched({ ...start, a: stopping, b: note('b', 'c'), c: wait(1_000) })]);
    expect(outcome.runs[0]?.outcome).toBe('stopped');
    expect(outcome.effects).toHaveLength(1);
    expect(outcome.waiting).toEqual([]);
  });
});

describe('a join', () => {
  const waits = (waitsFor: 'all' | 'any'): Sketch => ({
    ...start,
    a: wait(1_000, 'join'),
    b: wait(5_000, 'note'),
    note: note('b came', 'join'),
    join: join(waitsFor, 'after'),
    after: note('after'),
  });

  it('for all stays until the last branch is there', () => {
    const ticket = new LiveTicket([sketched(waits('all'))]);
    ticket.happens('ticketCreated');
    expect(ticket.passes(1_000)).toEqual(['a', 'join']);
    expect(ticket.tokens).toEqual(['b time', 'join branches']);
    expect(ticket.passes(4_000)).toEqual(['b', 'note', 'join', 'after']);
    expect(ticket.tokens).toEqual([]);
  });

  it('for any goes on with the first, and what the others waited for is called off', () => {
    const ticket = new LiveTicket([sketched(waits('any'))]);
    ticket.happens('ticketCreated');
    expect(ticket.passes(1_000)).toEqual(['a', 'join', 'after']);
    expect(ticket.tokens).toEqual([]);
    expect(ticket.passes(10_000)).toEqual([]);
  });

  it('for any lets those of one moment come together, however late the clock is', () => {
    const both = { ...waits('any'), b: wait(1_000, 'note') };
    const ticket = new LiveTicket([sketched(both)]);
    ticket.happens('ticketCreated');
    expect(ticket.passes(60_000)).toEqual(['a', 'b', 'note', 'join', 'after']);
    const apart = new LiveTicket([sketched(waits('any'))]);
    apart.happens('ticketCreated');
    expect(apart.passes(60_000)).toEqual(['a', 'join', 'after']);
  });

  it('in a circle through a wait lets go each time round', () => {
    const ticket = new LiveTicket([
      sketched({
        ...start,
        a: note('a', 'join'),
        b: note('b', 'join'),
        join: join('all', 'again'),
        again: wait(1_000, 'fork'),
      }),
    ]);
    ticket.happens('ticketCreated');
    for (let round = 0; round < 3; round += 1)
      expect(ticket.passes(1_000)).toEqual(['again', 'fork', 'a', 'b', 'join', 'again']);
    expect(ticket.tokens).toEqual(['again time']);
  });

  it('in a circle whose wait is over at once fails it, as its branches came by the fork before', () => {
    const outcome = run([
      sketched({
        ...start,
        a: note('a', 'join'),
        b: note('b', 'join'),
        join: join('all', 'again'),
        again: ['control.wait', { until: { type: 'instant', fact: 'ticket.createdAt' } }, 'elapsed>fork'],
      }),
    ]);
    expect(outcome.runs[0]?.steps.map(({ nodeId }) => nodeId)).toEqual('start fork a b join again fork'.split(' '));
    expect(outcome.runs[0]?.steps.at(-1)?.failure).toBe('cycle');
  });
});
