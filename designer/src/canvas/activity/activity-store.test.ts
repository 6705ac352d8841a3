import { describe, expect, it } from 'vitest';
import { edge } from '../edit/flow.test-support.ts';
import { shareOf } from './activity-store.ts';

const edges = [edge('if', 'yes', 'a'), edge('if', 'no', 'b'), edge('a', 'done', 'b')];
const counts = { runs: 8, nodes: { if: 8, a: 2 }, edges: { 'if.yes': 2, 'if.no': 6, 'a.done': 2 } };

describe('the share of a way', () => {
  it('is the part of what left the same step', () => {
    expect(shareOf(counts, edges, 'if.yes')).toBe(25);
    expect(shareOf(counts, edges, 'if.no')).toBe(75);
  });

  it('is not told where there is only one way on, or where nothing came by', () => {
    expect(shareOf(counts, edges, 'a.done')).toBeNull();
    expect(shareOf({ ...counts, nodes: {} }, edges, 'if.yes')).toBeNull();
  });
});
