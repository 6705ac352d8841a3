import { describe, expect, it } from 'vitest';
import { innerBranches, outerBranch, readyMeetings } from './branches.ts';
import { type Sketch, sketched } from './flow.test-support.ts';
import type { Token } from './waiting-run.ts';

describe('the path of a branch', () => {
  it('grows by the edge that forked, whatever signs are in its id', () => {
    expect(innerBranches('', ['a', 'b'])).toEqual(['a', 'b']);
    expect(innerBranches('a', ['b', 'c'])).toEqual(['a/b', 'a/c']);
    expect(innerBranches('a', ['b/c', 'd'])).toEqual(['a/b%2Fc', 'a/d']);
    expect(innerBranches('', ['b%2Fc', 'd'])).toEqual(['b%252Fc', 'd']);
    expect(outerBranch('a/b%2Fc')).toBe('a');
    expect(outerBranch('a/b/c')).toBe('a/b');
    expect(outerBranch('a')).toBe('');
    expect(outerBranch('')).toBe('');
  });

  it('begins anew at a fork it came by before, by whichever of its edges, because a circle left that fork', () => {
    expect(innerBranches('a/b/c', ['b', 'x'])).toEqual(['a/b', 'a/x']);
    expect(innerBranches('a/b/c', ['x', 'b'])).toEqual(['a/x', 'a/b']);
    expect(innerBranches('a/b', ['a', 'x'])).toEqual(['a', 'x']);
    expect(innerBranches('a/b', ['b', 'x'])).toEqual(['a/b', 'a/x']);
  });
});

const wait = (...ways: string[]): Sketch[string] => [
  'control.wait',
  { until: { type: 'duration', ms: 1000, clock: 'calendar' } },
  ...ways,
];
const token = (id: string, nodeId: string, branch: string): Token => {
  return { id, nodeId, branch, for: 'branches', dueAtMs: null, ends: [] };
};

describe('meetings at a join', () => {
  const pipeline = sketched({
    t: ['trigger.ticketCreated', {}, 'then>p'],
    p: ['control.parallel', { actions: [] }, 'done>a', 'done>b', 'done>c'],
    a: wait('elapsed>j'),
    b: wait('elapsed>j'),
    c: wait(),
    j: ['control.join', { waitsFor: 'all' }],
  });
  const met = (...tokens: readonly Token[]) =>
    readyMeetings(tokens, pipeline).map(({ branch, arrived }) => `${branch}: ${arrived.map(({ id }) => id).join()}`);

  it('wait for those that may still come, not for those whose way leads elsewhere', () => {
    expect(met(token('1', 'j', 'p.done>a'), token('2', 'b', 'p.done>b'))).toEqual([]);
    expect(met(token('1', 'j', 'p.done>a'), token('2', 'c', 'p.done>c'))).toEqual([': 1']);
    expect(met(token('1', 'j', 'p.done>a'), token('2', 'j', 'p.done>b'))).toEqual([': 1,2']);
  });

  it('inside one branch are not about those of another', () => {
    expect(met(token('1', 'j', 'x/p.done>a'), token('2', 'b', 'y/p.done>b'))).toEqual(['x: 1']);
    expect(met(token('1', 'j', 'x/p.done>a'), token('2', 'b', 'x/p.done>b'))).toEqual([]);
    expect(met(token('1', 'j', 'x/p.done>a'), token('2', 'b', 'x'))).toEqual([]);
    expect(met(token('1', 'j', 'x/p.done>a'), token('2', 'b', 'xy'))).toEqual(['x: 1']);
    expect(met(token('1', 'j', 'y/p.done>a'), token('2', 'j', 'x/p.done>a'))).toEqual(['x: 2', 'y: 1']);
  });
});
