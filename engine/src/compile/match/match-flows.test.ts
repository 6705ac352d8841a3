import { describe, expect, it } from 'vitest';
import { type Drawn, drawn, onCreated, tag } from '../drawn-flow.test-support.ts';
import { linkProgram } from '../link-program.ts';
import { matchFlows } from './match-flows.ts';
import { asking, CLOCK, eventOf, idsOf, pipelineOf } from './pipelines.test-support.ts';

const any = (flowId: string, position: number) => asking(flowId, { fact: 'n', op: 'moreThan', value: 0 }, position);
const replied: Drawn = ['r', 'trigger.ticketReplied', { by: 'any' }];
const both = (flowId: string, position: number) =>
  pipelineOf(flowId, drawn([replied, onCreated, tag('x', 'y')], 'r.then>x', 't.then>x'), position);

describe('matchFlows', () => {
  it('finds the flow an event is for by itself', () => {
    const program = linkProgram([any('a', 0), any('b', 1), both('c', 2)]);
    const ids = (flowId: string, n = 1) =>
      idsOf(matchFlows(program, eventOf('ticketCreated', { flowId }), { n }, CLOCK)).join(' ');
    expect([ids('b'), ids('c'), ids('d'), ids('b', 0)]).toEqual(['b', 'c', '', '']);
    const due = { flowId: 'c', nodeId: 't', episode: 'e' };
    expect(idsOf(matchFlows(program, eventOf('ticketCreated', { due, flowId: 'a' }), { n: 1 }, CLOCK))).toEqual(['c']);
    expect(matchFlows(program, eventOf('ticketCreated', { due: { ...due, nodeId: 'r' } }), { n: 1 }, CLOCK)).toEqual(
      [],
    );
    expect(matchFlows(program, eventOf('ticketSolved'), {}, CLOCK)).toEqual([]);
    expect(matchFlows(program, eventOf('ticketSolved', { flowId: 'a' }), {}, CLOCK)).toEqual([]);
  });
});
