import { describe, expect, it } from 'vitest';
import { ask, type Drawn, drawn, onCreated, tag } from './drawn-flow.test-support.ts';
import { linkProgram, type Program, relinkProgram } from './link-program.ts';
import { matchFlows } from './match/match-flows.ts';
import { asking, CLOCK, CREATED, eventOf, idsOf, pipelineOf } from './match/pipelines.test-support.ts';

const any = (flowId: string, position: number) => asking(flowId, { fact: 'n', op: 'moreThan', value: 0 }, position);
const replied: Drawn = ['r', 'trigger.ticketReplied', { by: 'any' }];
const both = (flowId: string, position: number) =>
  pipelineOf(flowId, drawn([replied, onCreated, tag('x', 'y')], 'r.then>x', 't.then>x'), position);

/** A program's flows and by type of event those that listen, in their order. */
function said({ pipelines, byEvent, index }: Program) {
  expect([...index.keys()].sort()).toEqual([...byEvent.keys()].sort());
  const listening = [...byEvent].map(([type, own]) => [type, idsOf(own).join(' ')]);
  return { all: idsOf(pipelines).join(' '), ...Object.fromEntries(listening) };
}

const found = (program: Program) => idsOf(matchFlows(program, CREATED, { n: 1 }, CLOCK)).join(' ');

describe('linkProgram', () => {
  it('orders flows by position, then by id and version, whatever order they come in', () => {
    const given = [any('b', 1), any('c', 0), any('a', 1)];
    const [first] = given;
    const newer = first ? [{ ...first, versionId: 'z' }] : [];
    for (const pipelines of [[...given, ...newer], [...newer, ...given].reverse()]) {
      const program = linkProgram(pipelines);
      expect(program.pipelines.map(({ versionId }) => versionId)).toEqual(['cv', 'av', 'bv', 'z']);
      expect(program.byEvent.get('ticketCreated')).toEqual(program.pipelines);
      expect(pipelines.length).toBe(4);
    }
    expect(given.map(({ flowId }) => flowId)).toEqual(['b', 'c', 'a']);
  });

  it('knows who listens to what, once each', () => {
    expect(said(linkProgram([both('b', 0), any('a', 1)]))).toEqual({
      all: 'b a',
      ticketReplied: 'b',
      ticketCreated: 'b a',
    });
    const twice = pipelineOf('t', drawn([onCreated, ['u', 'trigger.ticketCreated'], tag('x', 'y')], 't.then>x'));
    expect(said(linkProgram([twice]))).toEqual({ all: 't', ticketCreated: 't' });
    expect(said(linkProgram([pipelineOf('q', drawn([tag('x', 'y')]))]))).toEqual({ all: 'q' });
    expect(said(linkProgram([]))).toEqual({ all: '' });
  });
});

describe('relinkProgram', () => {
  const program = linkProgram([any('a', 0), both('b', 1), any('c', 2)]);

  it('puts flows in, replaces them and takes them out, and leaves the given program as it was', () => {
    const changed = relinkProgram(program, { put: [any('d', 9), any('e', 0), any('c', -1)], remove: ['a', 'z'] });
    expect(said(changed)).toEqual({ all: 'c e b d', ticketCreated: 'c e b d', ticketReplied: 'b' });
    expect(found(changed)).toBe('c e b d');
    expect(said(program)).toEqual({ all: 'a b c', ticketCreated: 'a b c', ticketReplied: 'b' });
    expect(found(program)).toBe('a b c');
    expect(said(relinkProgram(program, {}))).toEqual(said(program));
  });

  it('forgets a type of event to which nobody listens any more, and learns new ones', () => {
    const without = relinkProgram(program, { remove: ['b'] });
    expect(said(without)).toEqual({ all: 'a c', ticketCreated: 'a c' });
    const solved = pipelineOf(
      's',
      drawn([['t', 'trigger.ticketSolved'], ask('f', 'n', 'is', 1), tag('x', 'y')], 't.then>f', 'f.yes>x'),
    );
    const anew = relinkProgram(without, { put: [solved, both('b', 5)] });
    expect(said(anew)).toEqual({ all: 'a s c b', ticketCreated: 'a c b', ticketReplied: 'b', ticketSolved: 's' });
    expect(idsOf(matchFlows(anew, eventOf('ticketSolved'), { n: 1 }, CLOCK))).toEqual(['s']);
    expect(found(anew)).toBe('a c b');
    expect(said(relinkProgram(anew, { remove: ['a', 'b', 'c', 's'] }))).toEqual({ all: '' });
  });

  it('lets a flow listen to something else', () => {
    const other = pipelineOf('b', drawn([replied, tag('x', 'y')], 'r.then>x'), 1);
    const changed = relinkProgram(program, { put: [other] });
    expect(said(changed)).toEqual({ all: 'a b c', ticketCreated: 'a c', ticketReplied: 'b' });
    expect(found(changed)).toBe('a c');
  });

  it('shares what it does not concern', () => {
    const changed = relinkProgram(program, { put: [any('d', 9)], remove: ['a'] });
    expect(changed.index.get('ticketReplied')).toBe(program.index.get('ticketReplied'));
    expect(changed.byEvent.get('ticketReplied')).toBe(program.byEvent.get('ticketReplied'));
    expect(changed.index.get('ticketCreated')).not.toBe(program.index.get('ticketCreated'));
  });
});
