import { describe, expect, it } from 'vitest';
import { EMPTY_FLOW } from '../flow/flow.ts';
import { comparePipelines, compareText, compileFlow, type Pipeline } from './compile-flow.ts';
import { compareFlows } from './flow-writer.ts';
import { mergePipelines } from './merge-pipelines.ts';

/** Pipelines named `position flow version`. */
function pipelines(...names: readonly string[]): readonly Pipeline[] {
  return names.map((name) => {
    const [position = '', flowId = '', versionId = 'v'] = name.split(' ');
    return compileFlow(EMPTY_FLOW, { flowId, versionId, position: Number(position), stopOnMatch: false });
  });
}

const named = (given: readonly Pipeline[]) =>
  given.map(({ position, flowId, versionId }) => `${position} ${flowId} ${versionId}`);

describe('the order in which flows run', () => {
  it('is by position, then by flow, then by version', () => {
    const order = pipelines('-1 z', '1 b', '2 a v1', '2 a v2', '2 b v1', '10 a');
    expect(named([...order].reverse().sort(comparePipelines))).toEqual(named(order));
    const [first, , , second] = order;
    expect(first && comparePipelines(first, first)).toBe(0);
    expect(first && second && comparePipelines(first, second)).toBeLessThan(0);
    expect(first && second && comparePipelines(second, first)).toBeGreaterThan(0);
  });

  it('of texts is by code unit', () => {
    expect([compareText('a', 'a'), compareText('B', 'a'), compareText('ä', 'z')]).toEqual([0, -1, 1]);
  });

  it('is the same for flows that are not compiled yet', () => {
    const flow = (flowId: string, position: number) => ({
      flowId,
      position,
      name: '',
      flow: EMPTY_FLOW,
      stopOnMatch: false,
    });
    const order = [flow('b', 1), flow('a', 2), flow('b', 2)];
    expect([...order].reverse().sort(compareFlows)).toEqual(order);
  });
});

describe('two lists in running order', () => {
  const merged = (many: readonly string[], few: readonly string[]) =>
    named(mergePipelines(pipelines(...many), pipelines(...few)));

  it('become one', () => {
    expect(merged([], [])).toEqual([]);
    expect(merged(['1 a'], [])).toEqual(['1 a v']);
    expect(merged([], ['1 a', '2 a'])).toEqual(['1 a v', '2 a v']);
    expect(merged(['2 a', '4 a'], ['1 a', '3 a', '3 b', '5 a'])).toEqual([
      '1 a v',
      '2 a v',
      '3 a v',
      '3 b v',
      '4 a v',
      '5 a v',
    ]);
  });

  it('hold each of them once, wherever those of one fall among those of the other', () => {
    const all = Array.from({ length: 9 }, (_, index) => `${index} a v`);
    for (let chosen = 0; chosen < 1 << all.length; chosen += 1) {
      const isFew = (index: number) => (chosen & (1 << index)) !== 0;
      const few = all.filter((_, index) => isFew(index));
      const many = all.filter((_, index) => !isFew(index));
      expect(merged(many, few)).toEqual(all);
    }
  });

  it('put what is equal before its like among the many, and leave both lists as they were', () => {
    const [many, few] = [pipelines('1 a', '2 a'), pipelines('2 a')];
    const found = mergePipelines(many, few);
    expect(found.map((pipeline) => [many.indexOf(pipeline), few.indexOf(pipeline)])).toEqual([
      [0, -1],
      [-1, 0],
      [1, -1],
    ]);
    expect([named(many), named(few)]).toEqual([['1 a v', '2 a v'], ['2 a v']]);
  });
});
