import { describe, expect, it } from 'vitest';
import type { TicketEventType } from '../facts/event.ts';
import { compileFlow } from './compile-flow.ts';
import { ask, choose, type Drawn, drawn, onCreated, stop, tag } from './drawn-flow.test-support.ts';
import { pathsOf } from './paths-of.ts';

type Asked = object;

const a = { fact: 'a', op: 'isEmpty' };
const b = { fact: 'b', op: 'isEmpty' };
const c = { fact: 'c', op: 'isEmpty' };
const on = (id: string, condition: Asked): Drawn => [id, 'filter.condition', { condition }];
const oneOf = (id: string, ...facts: readonly string[]) =>
  choose(id, ...facts.map((fact) => [fact, 'isEmpty'] as const));
const fork = (id: string): Drawn => [id, 'control.parallel', { actions: [] }];
/** As many comparisons, each of a fact of its own. */
const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => ({ fact: `${name}${index}`, op: 'isEmpty' }));

/** From each trigger the ways to consequences, as `a & !b | c`; `~` behind them where they are necessary only. */
function pathsTo(type: TicketEventType, nodes: readonly Drawn[], ...edges: readonly string[]): readonly string[] {
  const pipeline = compileFlow(drawn(nodes, ...edges), {
    flowId: 'f',
    versionId: 'v',
    position: 0,
    stopOnMatch: false,
  });
  return pathsOf(pipeline, type).map(({ trigger, conjunctions, isExact }) => {
    const texts = conjunctions.map((literals) =>
      literals
        .map(
          ({ comparison, isNegated, isOfEvent }) =>
            `${isNegated ? '!' : ''}${isOfEvent ? 'event:' : ''}${comparison.fact}`,
        )
        .join(' & '),
    );
    return `${trigger.nodeId}: ${texts.map((text) => text || 'always').join(' | ') || 'never'}${isExact ? '' : ' ~'}`;
  });
}

function paths(nodes: readonly Drawn[], ...edges: readonly string[]): string {
  return pathsTo('ticketCreated', [onCreated, ...nodes], ...edges).join();
}

/** When a condition right behind the trigger leads on by its port `yes`. */
const holds = (condition: Asked) => paths([on('f', condition), tag('x', 'y')], 't.then>f', 'f.yes>x');

describe('paths to consequences', () => {
  it('are always there, or never, where no condition is on the way', () => {
    const wait: Drawn = ['x', 'control.wait', { until: { type: 'duration', ms: 1000, clock: 'calendar' } }];
    for (const step of [
      tag('x', 'y'),
      wait,
      ['x', 'control.stop', { laterFlows: true }],
      ['x', 'action.gone'],
    ] as const) {
      expect(paths([step], 't.then>x')).toBe('t: always');
    }
    expect(paths([stop], 't.then>s')).toBe('t: never');
    expect(paths([])).toBe('t: never');
    expect(paths([on('f', a)], 't.then>f')).toBe('t: never');
  });

  it('begin at each trigger that hears of the event, with what it needs', () => {
    const nodes: readonly Drawn[] = [
      ['u', 'trigger.ticketReplied', { by: 'customer', firstOnly: true }],
      ['v', 'trigger.ticketReplied', { by: 'any' }],
      onCreated,
      ['w', 'trigger.ticketUpdated', { fields: [] }],
      ['z', 'trigger.ticketUpdated', { fields: ['ticket.priority', 'ticket.level'], to: 3 }],
      on('f', { fact: 'event.place', op: 'isEmpty' }),
      tag('x', 'y'),
    ];
    const edges = ['u.then>f', 'f.yes>x', 'w.then>x', 'z.then>x'];
    expect(pathsTo('ticketReplied', nodes, ...edges)).toEqual([
      'u: event:event.actor & event:event.isFirstReply & event.place',
      'v: never',
    ]);
    expect(pathsTo('ticketUpdated', nodes, ...edges)).toEqual([
      'w: never',
      'z: ticket.priority & ticket.priority | ticket.level & ticket.level',
    ]);
  });

  it('hold what conditions and their negations say', () => {
    expect(holds(a)).toBe('t: a');
    expect(holds({ not: a })).toBe('t: !a');
    expect(holds({ not: { not: a } })).toBe('t: a');
    expect(holds({ all: [a, b] })).toBe('t: a & b');
    expect(holds({ any: [a, b] })).toBe('t: a | b');
    expect(holds({ not: { all: [a, b] } })).toBe('t: !a | !b');
    expect(holds({ not: { any: [a, { not: b }] } })).toBe('t: !a & b');
    expect(holds({ all: [{ any: [a, b] }, c] })).toBe('t: c & a | c & b');
    expect(paths([on('f', { any: [a, b] }), tag('x', 'y')], 't.then>f', 'f.no>x')).toBe('t: !a & !b');
  });

  it('hold why the cases before did not decide, where those lead to none', () => {
    const nodes = [oneOf('f', 'a', 'b', 'c'), tag('x', 'y'), stop];
    expect(paths(nodes, 't.then>f', 'f.c1>x')).toBe('t: !a & b');
    expect(paths(nodes, 't.then>f', 'f.c0>s', 'f.c2>x')).toBe('t: !a & !b & c');
    expect(paths(nodes, 't.then>f', 'f.c0>x', 'f.c2>x')).toBe('t: a | !b & c');
    expect(paths(nodes, 't.then>f', 'f.c0>x', 'f.otherwise>x')).toBe('t: a | !b & !c');
    expect(paths(nodes, 't.then>f', 'f.c0>x', 'f.c1>x', 'f.c2>x', 'f.otherwise>x')).toBe('t: always');
  });

  it('go on through further conditions, and both sides of one that lead on make it no condition', () => {
    const nodes = [on('f', a), on('g', b), tag('x', 'y')];
    expect(paths(nodes, 't.then>f', 'f.yes>g', 'g.yes>x')).toBe('t: a & b');
    expect(paths(nodes, 't.then>f', 'f.no>g', 'g.no>x')).toBe('t: !a & !b');
    expect(paths(nodes, 't.then>f', 'f.yes>g', 'f.no>g', 'g.yes>x')).toBe('t: a & b | !a & b');
  });

  it('are only necessary past forks and splits, of which it is not known where they lead', () => {
    const nodes = [fork('p'), on('f', a), on('g', b), tag('x', 'y')];
    expect(paths(nodes, 't.then>p', 'p.done>f', 'p.done>g', 'f.yes>x', 'g.yes>x')).toBe('t: a | b ~');
    const split: Drawn = [
      'p',
      'filter.split',
      {
        shares: [
          { id: 'one', percent: 50 },
          { id: 'two', percent: 50 },
        ],
      },
    ];
    expect(paths([split, ...nodes.slice(1)], 't.then>p', 'p.one>f', 'p.two>g', 'f.yes>x', 'g.no>x')).toBe(
      't: a | !b ~',
    );
    expect(
      paths([on('f', a), ['j', 'control.join', { waitsFor: 'all' }], tag('x', 'y')], 't.then>f', 'f.yes>j', 'j.then>x'),
    ).toBe('t: a ~');
  });

  it('stay exact where what is not exact leads to none, or to some in any case', () => {
    const nodes = [oneOf('f', 'a', 'b'), fork('p'), tag('x', 'y')];
    expect(paths(nodes, 't.then>f', 'f.c0>p', 'f.c1>x')).toBe('t: !a & b');
    expect(paths(nodes, 't.then>f', 'f.c0>p', 'f.c1>x', 'p.done>x')).toBe('t: a | !a & b ~');
  });

  it('count a circle as a consequence, since it fails the run, and end', () => {
    const nodes = [on('f', a), on('g', b), on('h', c)];
    expect(paths(nodes, 't.then>f', 'f.yes>g', 'g.yes>f')).toBe('t: a & b ~');
    expect(paths(nodes, 't.then>f', 'f.yes>g', 'g.yes>h', 'h.no>g')).toBe('t: a & b & !c ~');
  });

  it('are found quickly where ways part and meet a thousand times', () => {
    const row = many(1000, 'n').map((condition, index) => on(`n${index}`, condition));
    const edges = row.flatMap(([id], index) => [`${id}.yes>n${index + 1}`, `${id}.no>n${index + 1}`]);
    expect(paths([...row, tag('n1000', 'y')], 't.then>n0', ...edges)).toBe('t: always');
  }, 2000);
});

describe('more than 64 paths', () => {
  it('are held up to 64 alternatives, past which only what all have in common is asked', () => {
    const any = (count: number) => holds({ any: many(count, 'n') });
    expect(any(64).split(' | ')).toHaveLength(64);
    expect(any(64)).toMatch(/n63$/);
    expect(any(65)).toBe('t: always ~');
  });

  it('keep what is common to each of them, and not what is negated in some', () => {
    const nodes = (rest: Asked): readonly Drawn[] => [on('e', c), on('f', a), on('g', rest), tag('x', 'y')];
    const some = { any: many(32, 'n') };
    const edges = ['t.then>e', 'e.yes>f', 'f.yes>g', 'f.no>g', 'g.yes>x'];
    expect(paths(nodes(some), ...edges).split(' | ')).toHaveLength(64);
    const forked = (count: number): readonly Drawn[] => [
      fork('p'),
      on('f', { any: many(count, 'm') }),
      on('g', { any: many(count, 'n') }),
      on('e', c),
      on('h', a),
      tag('x', 'y'),
    ];
    const common = ['t.then>p', 'p.done>f', 'f.yes>e', 'e.yes>x', 'p.done>g', 'g.yes>e'];
    expect(paths(forked(40), ...common)).toBe('t: c ~');
    const negated = ['t.then>p', 'p.done>f', 'f.yes>e', 'p.done>g', 'g.yes>e', 'e.yes>h', 'e.no>h', 'h.yes>x'];
    expect(paths(forked(20), ...negated)).toBe('t: a ~');
  });

  it('of two conditions together are those of the one with fewer', () => {
    const product = (one: number, other: number) =>
      holds({ all: [{ any: many(one, 'm') }, { any: many(other, 'n') }] });
    expect(product(8, 8).split(' | ')).toHaveLength(64);
    expect(product(8, 8).endsWith('~')).toBe(false);
    const named = (name: string, count: number) =>
      many(count, name)
        .map(({ fact }) => fact)
        .join(' | ');
    expect(product(8, 9)).toBe(`t: ${named('m', 8)} ~`);
    expect(product(9, 8)).toBe(`t: ${named('n', 8)} ~`);
    expect(product(9, 9)).toBe(`t: ${named('m', 9)} ~`);
    const row = [on('f', { any: many(9, 'm') }), on('g', { any: many(8, 'n') }), tag('x', 'y')];
    expect(paths(row, 't.then>f', 'f.yes>g', 'g.yes>x')).toBe(`t: ${named('n', 8)} ~`);
  });

  it('are counted from the narrowest condition on', () => {
    const widest = { any: many(9, 'm') };
    const wide = { any: many(8, 'n') };
    expect(holds({ all: [widest, wide, a] })).toBe(
      `t: ${many(8, 'n')
        .map(({ fact }) => `a & ${fact}`)
        .join(' | ')} ~`,
    );
  });
});

it('asks nothing of an event that no trigger hears of', () => {
  expect(pathsTo('ticketClosed', [onCreated, ask('f', 'a', 'isEmpty'), tag('x', 'y')], 't.then>f', 'f.yes>x')).toEqual(
    [],
  );
});
