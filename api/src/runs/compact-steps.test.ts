import type { ConditionTrace, Step } from '@alur/engine';
import { expect, it } from 'vitest';
import { compactSteps } from './compact-steps.ts';

const comparison = (fact: string, holds: boolean): ConditionTrace => ({
  type: 'comparison',
  fact,
  op: 'is',
  expected: 'x',
  seen: holds ? 'x' : 'y',
  holds,
});
const [yes, no, other] = [comparison('a', true), comparison('b', false), comparison('c', false)];
const compacted = (trace: ConditionTrace) => {
  const step: Step = { nodeId: 'n', kind: 'filter.condition', port: 'no', conditions: [{ trace }] };
  return compactSteps([step])[0]?.conditions?.[0]?.trace;
};

it('keeps the part that failed an "all", and every part where it holds', () => {
  expect(compacted({ type: 'all', holds: false, items: [yes, no, other] })).toEqual(no);
  const held: ConditionTrace = { type: 'all', holds: true, items: [yes, comparison('d', true)] };
  expect(compacted(held)).toEqual(held);
});

it('keeps the part by which an "any" held, and every part where none did, each once', () => {
  expect(compacted({ type: 'any', holds: true, items: [no, yes, other] })).toEqual(yes);
  const rows: ConditionTrace[] = [
    { type: 'all', holds: false, items: [no, yes] },
    { type: 'all', holds: false, items: [no, other] },
    { type: 'all', holds: false, items: [yes, other] },
  ];
  expect(compacted({ type: 'any', holds: false, items: rows })).toEqual({
    type: 'any',
    holds: false,
    items: [no, other],
  });
});

it('goes into nested parts and leaves steps without conditions alone', () => {
  const inner: ConditionTrace = { type: 'all', holds: false, items: [no, yes] };
  expect(compacted({ type: 'not', holds: true, item: inner })).toEqual({ type: 'not', holds: true, item: no });
  const plain: Step = { nodeId: 'n', kind: 'action.tags', port: 'done' };
  expect(compactSteps([plain])).toEqual([plain]);
});
