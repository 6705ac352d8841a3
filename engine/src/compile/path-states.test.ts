import { describe, expect, it } from 'vitest';
import { canBeBoth, NOTHING_KNOWN } from '../conditions/reasoning/knowledge.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { writesOf } from './after-writes.ts';
import { ask, choose, type Drawn, drawn, onCreated, set, stop, tag } from './drawn-flow.test-support.ts';
import { type PathOptions, type PathState, pathKnowledge } from './path-knowledge.ts';
import { readFlow } from './read-flow.ts';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const ANY = PRIORITIES.join(' ');

/**
 * What is known at places of a flow (`node` before it, `node.port` behind it): the priorities a ticket may have there,
 * `exactly` where all of those get there, and what was written since the run began.
 */
function states(options: PathOptions, nodes: readonly Drawn[], ...edges: readonly string[]) {
  const flow = drawn(nodes, ...edges);
  const read = readFlow(flow, flowCatalogue(flow, workspace));
  const paths = pathKnowledge(read, options);
  const told = ({ known, isExact, overwritten }: PathState) => {
    const may = (value: string) =>
      canBeBoth(known, read.knowledgeOf({ fact: 'ticket.priority', op: 'is', value }) ?? NOTHING_KNOWN);
    const written = overwritten === null ? 'all' : [...overwritten].sort().join(' ');
    const parts = [isExact && 'exactly', PRIORITIES.filter(may).join(' ') || 'none', written && `wrote ${written}`];
    return parts.filter(Boolean).join(', ');
  };
  return (place: string): string | undefined => {
    const [node = '', port] = place.split('.');
    const state = port === undefined ? paths?.before.get(node) : paths?.after.get(node)?.get(port);
    return state && told(state);
  };
}

/** What is known behind a step that only urgent and high tickets get to. */
function behind(step: Drawn, options: PathOptions = {}, ...edges: readonly string[]) {
  const nodes = [onCreated, ask('f', 'ticket.priority', 'isOneOf', ['high', 'urgent']), step, stop];
  return states(options, nodes, 't.then>f', 'f.yes>x', ...edges);
}

const low = set('x', { 'ticket.priority': 'low' });
const wait: Drawn = ['x', 'control.wait', { until: { type: 'duration', ms: 1000, clock: 'calendar' } }];
const inner = (kind: string, config: object) => ({ kind, config });
const setLow = inner('action.setFields', { fields: { 'ticket.priority': 'low' } });

describe('behind a filter', () => {
  const isHigh = { fact: 'ticket.priority', op: 'is', value: 'high' };
  it('is known what it asked, by each of its ports', () => {
    const at = states({}, [onCreated, ask('f', 'ticket.priority', 'is', 'high'), stop], 't.then>f', 'f.yes>s');
    expect(at('f')).toBe(`exactly, ${ANY}`);
    expect([at('f.yes'), at('f.no'), at('s')]).toEqual([
      'exactly, high',
      'exactly, low normal urgent',
      'exactly, high',
    ]);
  });

  it('is known of cases that those before did not hold', () => {
    const at = states(
      {},
      [onCreated, choose('c', ['ticket.priority', 'is', 'high'], ['ticket.priority', 'isNot', 'low'])],
      't.then>c',
    );
    expect([at('c.c0'), at('c.c1'), at('c.otherwise')]).toEqual([
      'exactly, high',
      'exactly, normal urgent',
      'exactly, low',
    ]);
  });

  it('is known nothing more, and not exactly, of what there is no telling', () => {
    const at = states({}, [onCreated, ask('f', 'ticket.nothing', 'is', 'x')], 't.then>f');
    expect([at('f.yes'), at('f.no')]).toEqual([ANY, ANY]);
    const split: Drawn = [
      'x',
      'filter.split',
      {
        shares: [
          { id: 'one', percent: 40 },
          { id: 'two', percent: 60 },
        ],
      },
    ];
    expect([behind(split)('x.one'), behind(split)('x.two')]).toEqual(['exactly, high urgent', 'exactly, high urgent']);
    const some: Drawn = ['x', 'filter.condition', { condition: { any: [isHigh, { fact: 'gone', op: 'isEmpty' }] } }];
    expect(behind(some)('x.yes')).toBe('high urgent');
  });
});

describe('behind an action', () => {
  it('is known what it wrote where it is done, and nothing of it elsewhere', () => {
    expect(behind(low)('x.done')).toBe('exactly, low, wrote ticket.priority');
    expect(behind(tag('x', 'y'))('x.done')).toBe('exactly, high urgent, wrote ticket.tags');
    expect(behind(['x', 'action.note', { text: 'y' }])('x.done')).toBe('exactly, high urgent');
    const copied = set('x', { 'ticket.priority': 'low', 'ticket.language': { fact: 'contact.language' } });
    const both = behind(copied);
    expect(both('x.done')).toBe('exactly, low, wrote ticket.language ticket.priority');
    expect(both('x.failed')).toBe(`exactly, ${ANY}, wrote ticket.language ticket.priority`);
  });

  it('is known nothing where its answer is awaited', () => {
    expect(behind(['x', 'action.lookupContact', {}])('x.done')).toBe(`exactly, ${ANY}, wrote all`);
    const reply: Drawn = ['x', 'action.reply', { text: 'y' }];
    expect(behind(reply)('x.done')).toBe('exactly, high urgent');
    expect(behind(reply, {}, 'x.failed>s')('x.done')).toBe(`exactly, ${ANY}, wrote all`);
    expect(behind(tag('x', 'y'), {}, 'x.failed>s')('x.done')).toBe('exactly, high urgent, wrote ticket.tags');
  });

  it('is known nothing of a step that cannot run', () => {
    expect(behind(['x', 'action.reply', {}])('x.done')).toBe(`exactly, ${ANY}, wrote all`);
    expect(behind(['x', 'action.gone', {}])('x.done')).toBeUndefined();
    expect(behind(stop)('s.done')).toBeUndefined();
  });
});

describe('behind a list of actions', () => {
  const list = (kind: string, onError: string | undefined, ...actions: readonly object[]): Drawn => [
    'x',
    kind,
    onError ? { actions, onError } : { actions },
  ];
  const note = inner('action.note', { text: 'y' });
  const WROTE = 'wrote ticket.priority';

  it('is known what was written where all of it is done', () => {
    expect(behind(list('control.parallel', undefined, setLow, note))('x.done')).toBe(`exactly, low, ${WROTE}`);
    expect(behind(list('control.sequence', 'stop', setLow, note))('x.done')).toBe(`exactly, low, ${WROTE}`);
    expect(behind(list('control.sequence', 'continue', setLow, note))('x.done')).toBe(`exactly, ${ANY}, ${WROTE}`);
    expect(behind(list('control.parallel', undefined))('x.done')).toBe('exactly, high urgent');
    const copying = inner('action.setFields', { fields: { 'ticket.language': { fact: 'contact.language' } } });
    const failed = behind(list('control.sequence', 'stop', setLow, copying))('x.failed');
    expect(failed).toBe(`exactly, ${ANY}, wrote ticket.language ticket.priority`);
  });

  it('is known nothing where one of them is awaited', () => {
    const awaited = inner('action.lookupContact', {});
    for (const kind of ['control.parallel', 'control.sequence']) {
      const onError = kind === 'control.sequence' ? 'stop' : undefined;
      expect(behind(list(kind, onError, note, awaited))('x.done')).toBe(`exactly, ${ANY}, wrote all`);
    }
  });
});

describe('behind a wait', () => {
  it('is known nothing, however long ago it began', () => {
    expect([behind(wait)('x'), behind(wait)('x.elapsed')]).toEqual(['exactly, high urgent', `${ANY}, wrote all`]);
  });

  it('goes on in a circle', () => {
    const nodes = [onCreated, low, ['w', 'control.wait', wait[2]] as const];
    const at = states({}, nodes, 't.then>x', 'x.done>w', 'w.elapsed>x');
    expect([at('x'), at('w')]).toEqual([`${ANY}, wrote all`, 'low, wrote all']);
  });
});

it('is known nothing at all in a circle without a wait', () => {
  const nodes = [onCreated, low, ['n', 'action.note', { text: 'y' }] as const];
  const at = states({}, nodes, 't.then>x', 'x.done>n', 'n.done>x');
  expect(at('x')).toBeUndefined();
});

describe('where ways meet', () => {
  const isVip = ask('v', 'contact.isVip', 'is', true);
  const isHigh = ask('f', 'ticket.priority', 'is', 'high');

  it('is known what may be on either, once all of them were walked', () => {
    const nodes = [onCreated, isVip, isHigh, low, tag('y', 'z'), stop];
    const at = states({}, nodes, 't.then>v', 'v.no>y', 'v.yes>f', 'f.yes>x', 'x.done>y', 'y.done>s');
    expect(at('y')).toBe(`exactly, ${ANY}, wrote ticket.priority`);
    expect(at('s')).toBe(`exactly, ${ANY}, wrote ticket.priority ticket.tags`);
    const narrowed = states({}, nodes, 't.then>f', 'f.yes>y', 'f.no>x', 'x.done>y', 'y.done>s');
    expect(narrowed('s')).toBe('exactly, low high, wrote ticket.priority ticket.tags');
  });

  it('is not exact where one of them is not, whichever comes first', () => {
    const unknown = ask('u', 'ticket.nothing', 'is', 'x');
    const nodes = [onCreated, isVip, unknown, isHigh, stop];
    expect(states({}, nodes, 't.then>v', 'v.yes>u', 'v.no>f', 'u.yes>s', 'f.yes>s')('s')).toBe(ANY);
    expect(states({}, nodes, 't.then>v', 'v.no>u', 'v.yes>f', 'u.yes>s', 'f.yes>s')('s')).toBe(ANY);
    expect(states({}, nodes, 't.then>v', 'v.no>f', 'f.yes>s', 'v.yes>s')('s')).toBe(`exactly, ${ANY}`);
  });

  it('is known nothing of what was written where one of them waited', () => {
    const nodes = [onCreated, isVip, wait, stop];
    expect(states({}, nodes, 't.then>v', 'v.yes>x', 'v.no>s', 'x.elapsed>s')('s')).toBe(`${ANY}, wrote all`);
  });

  it('is known nothing past eight ways that have nothing in common', () => {
    const ways = (count: number) => {
      const numbers = Array.from({ length: count }, (_, index) => index);
      const steps = numbers.flatMap((amount): Drawn[] => [
        [`t${amount}`, 'trigger.ticketCreated'],
        set(`a${amount}`, { 'ticket.priority': 'high', 'ticket.custom.amount': amount }),
        tag(`b${amount}`, `${amount}`),
      ]);
      const edges = numbers.flatMap((at) => [`t${at}.then>a${at}`, `a${at}.done>b${at}`, `b${at}.done>s`]);
      return states({}, [...steps, stop], ...edges)('s')?.replace(/, wrote .*/, '');
    };
    expect(ways(8)).toBe('exactly, high');
    expect(ways(9)).toBe(ANY);
  });

  it('a way that leaves by no port of its step leads nowhere', () => {
    const at = states({}, [onCreated, isHigh, stop], 't.then>f', 'f.yes>s', 'f.maybe>s');
    expect(at('s')).toBe('exactly, high');
  });
});

describe('ways', () => {
  it('end where asked', () => {
    const endsAt: PathOptions['endsAt'] = ({ nodeId }) => nodeId === 'x';
    for (const [step, port] of [
      [low, 'done'],
      [wait, 'elapsed'],
    ] as const) {
      const nodes = [onCreated, step, ask('f', 'ticket.priority', 'is', 'high'), stop];
      const at = states({ endsAt }, nodes, 't.then>x', `x.${port}>f`, 'f.yes>s');
      expect(at('x')).toBe(`exactly, ${ANY}`);
      expect([at(`x.${port}`), at('f'), at('f.yes'), at('s')]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it('begin at the triggers given, with what those imply', () => {
    const toHigh: Drawn = ['u', 'trigger.ticketUpdated', { fields: ['ticket.priority'], to: 'high' }];
    const flow = drawn([onCreated, toHigh, low, stop], 't.then>s', 'u.then>x', 'x.done>s');
    const read = readFlow(flow, flowCatalogue(flow, workspace));
    const [first, second] = read.pipeline.triggers;
    const reached = (triggers: PathOptions['triggers']) => [
      ...(pathKnowledge(read, triggers ? { triggers } : {})?.before.keys() ?? []),
    ];
    expect(reached(undefined)).toEqual(['s', 'x']);
    expect(reached(first && [first])).toEqual(['s']);
    expect(reached(second && [second])).toEqual(['x', 's']);
    expect(states({}, [toHigh, stop], 'u.then>s')('s')).toBe('exactly, high');
  });

  it('from a trigger that tells of no change are not taken where one is asked for, however deep', () => {
    const changed = { fact: 'ticket.priority', op: 'changedTo', value: 'high' };
    const vip = { fact: 'contact.isVip', op: 'is', value: true };
    for (const condition of [changed, { all: [vip, changed] }, { any: [changed, { all: [changed, vip] }] }]) {
      const filter: Drawn = ['f', 'filter.condition', { condition }];
      expect(states({}, [onCreated, filter], 't.then>f')('f.yes')).toBe('exactly, none');
      expect(states({}, [['t', 'trigger.manual', {}], filter], 't.then>f')('f.yes')).not.toContain('none');
    }
    const unchanged: Drawn = ['f', 'filter.condition', { condition: { not: changed } }];
    expect(states({}, [onCreated, unchanged], 't.then>f')('f.no')).toBe('exactly, none');
  });
});

it('a node writes what its kind says, and nothing where that is unknown', () => {
  const node = (kind: string) => drawn([['n', kind, low[2] ?? {}]]).nodes[0];
  expect(writesOf(node('action.setFields'))).toEqual([{ fact: 'ticket.priority', to: 'low' }]);
  expect([writesOf(node('action.gone')), writesOf(undefined)]).toEqual([[], []]);
});
