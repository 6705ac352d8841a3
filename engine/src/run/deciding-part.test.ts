import { describe, expect, it } from 'vitest';
import type { ConditionTrace } from '../conditions/condition-trace.ts';
import { decidingPart } from './deciding-part.ts';

const comparison = (fact: string, holds: boolean): ConditionTrace => ({
  type: 'comparison',
  fact,
  op: 'is',
  expected: 'x',
  seen: holds ? 'x' : 'y',
  holds,
});
const yes = comparison('a', true);
const no = comparison('b', false);

describe('decidingPart', () => {
  it('is the first item that held of an any that holds', () => {
    expect(decidingPart({ type: 'any', holds: true, items: [no, yes, comparison('c', true)] })).toEqual(yes);
  });

  it('is the first item that failed of an all that fails', () => {
    expect(decidingPart({ type: 'all', holds: false, items: [yes, no, comparison('c', false)] })).toEqual(no);
  });

  it('is everything where everything counted', () => {
    const all: ConditionTrace = { type: 'all', holds: true, items: [yes, comparison('c', true)] };
    const any: ConditionTrace = { type: 'any', holds: false, items: [no, comparison('c', false)] };
    expect(decidingPart(all)).toEqual(all);
    expect(decidingPart(any)).toEqual(any);
  });

  it('looks inside groups and keeps negations', () => {
    const inner: ConditionTrace = { type: 'any', holds: true, items: [no, yes] };
    const trace: ConditionTrace = {
      type: 'all',
      holds: false,
      items: [yes, { type: 'not', holds: false, item: inner }],
    };
    expect(decidingPart(trace)).toEqual({ type: 'not', holds: false, item: yes });
  });
});
