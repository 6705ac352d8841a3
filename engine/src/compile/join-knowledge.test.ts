import { describe, expect, it } from 'vitest';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkFlow } from './check-flow.ts';
import { checkProgram } from './check-program.ts';
import { ask, type Drawn, drawn, onCreated, set, stop, tag } from './drawn-flow.test-support.ts';
import { flows, world } from './program-flows.test-support.ts';

const NEVER = ['CONDITION_NEVER_HOLDS g'];
const note = (id: string): Drawn => [id, 'action.note', { text: 'x' }];
const wait: Drawn = ['b', 'control.wait', { until: { type: 'duration', ms: 1000, clock: 'calendar' } }];

/**
 * What is said of a condition behind a join of two branches, before which only urgent tickets of VIPs get to the fork;
 * a third branch never joins.
 */
function behind(asked: Drawn, a: Drawn, b: Drawn, { waitsFor = 'all', c = note('c') } = {}): readonly string[] {
  const urgent = { fact: 'ticket.priority', op: 'is', value: 'urgent' };
  const nodes: readonly Drawn[] = [
    onCreated,
    ['f', 'filter.condition', { condition: { all: [urgent, { fact: 'contact.isVip', op: 'is', value: true }] } }],
    ['p', 'control.parallel', { actions: [] }],
    ...[a, b, c],
    ['j', 'control.join', { waitsFor }],
    asked,
    stop,
  ];
  const out = b[1] === 'control.wait' ? 'elapsed' : b[1].startsWith('filter.') ? 'yes' : 'done';
  const forked = ['p.done>a', 'p.done>b', 'p.done>c'];
  const edges = ['t.then>f', 'f.yes>p', ...forked, 'a.done>j', `b.${out}>j`, 'j.then>g', 'g.yes>s'];
  return checkFlow(drawn(nodes, ...edges), workspace).map(({ code, nodeId }) => `${code} ${nodeId}`);
}

const isLow = ask('g', 'ticket.priority', 'is', 'low');
const isNoVip = ask('g', 'contact.isVip', 'is', false);

describe('behind a join', () => {
  it('is known what was known at the fork, whichever branch came', () => {
    for (const waitsFor of ['all', 'any']) {
      expect(behind(isLow, tag('a', 'x'), note('b'), { waitsFor })).toEqual(NEVER);
      expect(behind(isNoVip, tag('a', 'x'), note('b'), { waitsFor })).toEqual(NEVER);
    }
  });

  it('is known what each branch asked of its own token, where all of them asked it', () => {
    const isLate = ask('g', 'ticket.custom.amount', 'lessThan', 1);
    expect(behind(isLate, note('a'), ask('b', 'ticket.custom.amount', 'atLeast', 2))).toEqual([]);
    expect(behind(isLow, note('a'), ask('b', 'ticket.custom.amount', 'atLeast', 2))).toEqual(NEVER);
  });

  it('is not known what a branch wrote, and nothing where one of them takes its time', () => {
    const low = set('b', { 'ticket.priority': 'low' });
    expect(behind(isLow, note('a'), low)).toEqual([]);
    expect(behind(isNoVip, note('a'), low)).toEqual(NEVER);
    for (const slow of [wait, ['b', 'action.lookupContact', {}] as const]) {
      expect(behind(isNoVip, note('a'), slow)).toEqual([]);
      expect(behind(isNoVip, note('a'), slow, { waitsFor: 'any' })).toEqual([]);
    }
  });

  it('is not known what a branch wrote that never joins, nor anything where it starts another flow', () => {
    const c = set('c', { 'ticket.priority': 'low' });
    expect(behind(isLow, note('a'), note('b'), { c })).toEqual([]);
    expect(behind(isNoVip, note('a'), note('b'), { c })).toEqual(NEVER);
    const started: Drawn = ['c', 'action.startFlow', { flowId: 'f-follow-up' }];
    expect(behind(isNoVip, note('a'), note('b'), { c: started })).toEqual([]);
    expect(behind(isNoVip, note('a'), note('b'), { c: ['c', wait[1], wait[2]] })).toEqual(NEVER);
  });

  it('is still the moment of the event, so that other flows can be compared with what is written there', () => {
    const [first, second] = flows([onCreated, set('a', { 'ticket.priority': 'low' })], [onCreated, stop]);
    const joined = (b: Drawn, beside: Drawn) =>
      drawn(
        [
          onCreated,
          ['p', 'control.parallel', { actions: [] }],
          note('a'),
          b,
          beside,
          ['j', 'control.join', { waitsFor: 'all' }],
          set('c', { 'ticket.priority': 'high' }),
        ],
        't.then>p',
        'p.done>a',
        'p.done>b',
        'p.done>s',
        'a.done>j',
        `b.${b[1] === 'control.wait' ? 'elapsed' : 'done'}>j`,
        'j.then>c',
      );
    const said = (b: Drawn, beside = note('s')) => {
      const given = first && second ? [first, { ...second, flow: joined(b, beside) }] : [];
      return checkProgram(given, world).map(({ code, nodeId }) => `${code} ${nodeId}`);
    };
    expect(said(tag('b', 'x'))).toEqual(['FLOWS_SET_SAME_FIELD c']);
    expect(said(wait)).toEqual([]);
    // It ends the run before the others join.
    expect(said(tag('b', 'x'), stop)).toEqual([]);
  });
});
