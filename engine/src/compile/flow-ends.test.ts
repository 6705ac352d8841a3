import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { ask, choose, type Drawn, drawn, onCreated, set, tag } from './drawn-flow.test-support.ts';
import { flowEnds } from './flow-ends.ts';
import { pathKnowledge } from './path-knowledge.ts';
import { readFlow } from './read-flow.ts';

/** How a flow ends: what was written by then, `exactly` where all that fit end so, `stopping` the flows after it. */
function ends(nodes: readonly Drawn[], ...edges: readonly string[]): readonly string[] {
  const flow = drawn([onCreated, ...nodes], ...edges);
  const read = readFlow(flow, flowCatalogue(flow, workspace));
  const paths = pathKnowledge(read);
  return (paths ? flowEnds(read, paths) : []).map(({ state: { isExact, overwritten }, stopsLater }) =>
    [isExact && 'exactly', stopsLater && 'stopping', ...[...(overwritten ?? ['?'])].sort()].filter(Boolean).join(' '),
  );
}

/** How it ends with this step right behind one that writes the priority, and before one that writes the tags. */
const endsWith = (step: Drawn, ...edges: readonly string[]) =>
  ends([set('a', { 'ticket.priority': 'low' }), step, tag('z', 'y')], 't.then>a', 'a.done>x', ...edges);

const wait = { until: { type: 'duration', ms: 1000, clock: 'calendar' } };
const BEFORE = 'ticket.priority';
const WHOLE = `exactly ${BEFORE} ticket.tags`;
const note = { kind: 'action.note', config: { text: 'y' } };
const lookup = { kind: 'action.lookupContact', config: {} };

describe('a run ends', () => {
  it('where a port leads nowhere, with what was written by then', () => {
    expect(endsWith(['x', 'action.note', { text: 'y' }])).toEqual([`exactly ${BEFORE}`]);
    expect(endsWith(['x', 'action.note', { text: 'y' }], 'x.done>z')).toEqual([WHOLE]);
    expect(endsWith(set('x', { 'ticket.language': { fact: 'contact.language' } }))).toEqual([
      'exactly ticket.language ticket.priority',
    ]);
    expect(endsWith(ask('x', 'contact.isVip', 'is', true), 'x.yes>z')).toEqual([`exactly ${BEFORE}`, WHOLE]);
    expect(endsWith(choose('x', ['contact.isVip', 'is', true], ['ticket.age', 'is', 1]), 'x.c1>z')).toEqual([
      `exactly ${BEFORE}`,
      `exactly ${BEFORE}`,
      WHOLE,
    ]);
    expect(ends([])).toEqual([]);
  });

  it('at a stop, which may stop the flows after it', () => {
    expect(endsWith(['x', 'control.stop', { laterFlows: false }])).toEqual([`exactly ${BEFORE}`]);
    expect(endsWith(['x', 'control.stop', { laterFlows: true }])).toEqual([`exactly stopping ${BEFORE}`]);
  });

  it('at a step that cannot run', () => {
    expect(endsWith(['x', 'action.gone', {}], 'x.done>z')).toEqual([`exactly ${BEFORE}`]);
  });

  it('for the moment at a wait and at an answer it awaits, and not again at what comes behind', () => {
    expect(endsWith(['x', 'control.wait', wait], 'x.elapsed>z')).toEqual([`exactly ${BEFORE}`]);
    expect(endsWith(['x', 'action.lookupContact', {}], 'x.done>z')).toEqual([`exactly ${BEFORE}`]);
    const reply: Drawn = ['x', 'action.reply', { text: 'y' }];
    expect(endsWith(reply, 'x.done>z')).toEqual([WHOLE]);
    expect(endsWith(reply, 'x.failed>z')).toEqual([`exactly ${BEFORE}`]);
  });

  it('nobody knows how, at another flow and in a list that waits, but at a join nobody has to wait for', () => {
    expect(endsWith(['x', 'action.startFlow', { flowId: 'f-follow-up' }], 'x.done>z')).toEqual([BEFORE]);
    expect(endsWith(['x', 'control.join', { waitsFor: 'all' }], 'x.then>z')).toEqual([WHOLE]);
    for (const more of [{ kind: 'control.parallel' }, { kind: 'control.sequence', onError: 'stop' }]) {
      const { kind, ...given } = more;
      const list = (...actions: readonly object[]): Drawn => ['x', kind, { ...given, actions }];
      expect(endsWith(list(note, lookup), 'x.done>z')).toEqual([BEFORE]);
      expect(endsWith(list(note, note), 'x.done>z')).toEqual([WHOLE]);
    }
  });

  it('behind a join that nobody waits at, and at one where somebody may', () => {
    const joined = (step: Drawn, ...edges: readonly string[]) =>
      ends(
        [
          set('a', { 'ticket.priority': 'low' }),
          ['p', 'control.parallel', { actions: [] }],
          step,
          ['n', 'action.note', { text: 'y' }],
          ['j', 'control.join', { waitsFor: 'all' }],
          tag('z', 'y'),
        ],
        't.then>a',
        'a.done>p',
        'p.done>x',
        'p.done>n',
        'n.done>j',
        ...edges,
      );
    expect(joined(['x', 'action.note', { text: 'y' }], 'x.done>j', 'j.then>z')).toEqual([WHOLE]);
    expect(joined(['x', 'action.note', { text: 'y' }], 'x.done>j')).toEqual([`exactly ${BEFORE}`]);
    expect(joined(['x', 'control.wait', wait], 'x.elapsed>j', 'j.then>z')).toEqual([`exactly ${BEFORE}`]);
  });
});
