import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { Pipeline } from '../compile-flow.ts';
import { ask, choose, type Drawn, drawn, onCreated, stop, tag } from '../drawn-flow.test-support.ts';
import { CLOCK, CREATED, eventOf, pipelineOf } from './pipelines.test-support.ts';
import { searchInput } from './verify.ts';
import { wouldAct } from './would-act.ts';

const fork: Drawn = ['p', 'control.parallel', { actions: [] }];
const join: Drawn = ['j', 'control.join', { waitsFor: 'all' }];
const act = tag('x', 'y');

function acts(pipeline: Pipeline, facts: Facts = {}, event: TicketEvent = CREATED): boolean {
  return wouldAct(pipeline, searchInput(event, facts, CLOCK));
}

function flow(nodes: readonly Drawn[], ...edges: readonly string[]): Pipeline {
  return pipelineOf('f', drawn([onCreated, ...nodes], ...edges));
}

describe('wouldAct', () => {
  it('tells what the first step does', () => {
    const first = (kind: string, config: Readonly<Record<string, unknown>> = {}) =>
      acts(flow([['s', kind, config]], 't.then>s'));
    expect(first('action.tags', { add: ['y'], remove: [] })).toBe(true);
    expect(first('action.gone')).toBe(true);
    expect(first('control.stop', { laterFlows: true })).toBe(true);
    expect(first('control.stop', { laterFlows: false })).toBe(false);
    expect(first('control.parallel', { actions: [] })).toBe(false);
    const note = { kind: 'action.note', config: { text: 'x' } };
    expect(first('control.parallel', { actions: [note] })).toBe(true);
    expect(first('control.join', { waitsFor: 'all' })).toBe(false);
    expect(acts(flow([act]))).toBe(false);
  });

  it('follows the port a filter chooses, and no other', () => {
    const asks = flow([ask('f', 'a', 'is', 1), act, stop], 't.then>f', 'f.yes>x', 'f.no>s');
    expect([acts(asks, { a: 1 }), acts(asks, { a: 2 })]).toEqual([true, false]);
    const forks = flow([choose('f', ['a', 'is', 1], ['a', 'is', 2]), act], 't.then>f', 'f.c1>x');
    expect([1, 2, 3].map((a) => acts(forks, { a }))).toEqual([false, true, false]);
  });

  it('follows every branch of a fork, through joins', () => {
    const nodes = [fork, join, ask('f', 'a', 'is', 1), act, stop];
    const first = flow(nodes, 't.then>p', 'p.done>f', 'p.done>s', 'f.yes>x');
    const last = flow(nodes, 't.then>p', 'p.done>s', 'p.done>j', 'j.done>f', 'f.yes>x');
    for (const pipeline of [first, last]) {
      expect([acts(pipeline, { a: 1 }), acts(pipeline, { a: 2 })]).toEqual([true, false]);
    }
  });

  it('takes a circle for a consequence, as the run fails there, but not a step two branches lead to', () => {
    const nodes = [ask('f', 'a', 'is', 1), ask('g', 'b', 'is', 1), fork, join];
    const circle = flow(nodes, 't.then>f', 'f.yes>g', 'g.yes>f');
    expect([acts(circle, { a: 1, b: 1 }), acts(circle, { a: 1, b: 2 }), acts(circle)]).toEqual([true, false, false]);
    const diamond = flow(nodes, 't.then>p', 'p.done>f', 'p.done>g', 'f.yes>j', 'g.yes>j');
    expect(acts(diamond, { a: 1, b: 1 })).toBe(false);
  });

  it('begins at the first trigger that fires', () => {
    const nodes: readonly Drawn[] = [
      ['a', 'trigger.ticketReplied', { by: 'any' }],
      ['b', 'trigger.ticketCreated', { channels: ['email'] }],
      ['c', 'trigger.ticketCreated'],
      act,
      stop,
    ];
    const pipeline = pipelineOf('f', drawn(nodes, 'a.then>x', 'b.then>s', 'c.then>x'));
    expect(acts(pipeline, { 'ticket.channel': 'email' })).toBe(false);
    expect(acts(pipeline, { 'ticket.channel': 'chat' })).toBe(true);
    expect(acts(pipeline, {}, eventOf('ticketReplied'))).toBe(true);
    expect(acts(pipeline, {}, eventOf('ticketSolved'))).toBe(false);
  });

  it('begins only at the trigger that is due, where one is', () => {
    const nodes: readonly Drawn[] = [
      ['a', 'trigger.ticketReplied', { by: 'any' }],
      ['b', 'trigger.ticketReplied', { by: 'any' }],
      act,
      stop,
    ];
    const pipeline = pipelineOf('f', drawn(nodes, 'a.then>s', 'b.then>x'));
    const due = (flowId: string, nodeId: string) =>
      acts(pipeline, {}, eventOf('ticketReplied', { due: { flowId, nodeId, episode: 'e' } }));
    expect([due('f', 'a'), due('f', 'b'), due('g', 'b'), due('f', 'c')]).toEqual([false, true, false, false]);
    expect(acts(pipeline, {}, eventOf('ticketReplied'))).toBe(false);
  });
});
