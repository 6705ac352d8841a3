import { describe, expect, it } from 'vitest';
import { isSameMeaning } from './same-meaning.ts';

const node = (id: string, x: number, config: Record<string, unknown> = {}) => ({
  id,
  kind: 'action.note',
  position: { x, y: 0 },
  config,
});
const flow = (nodes: ReturnType<typeof node>[], text = 'note') => ({
  format: 1 as const,
  nodes,
  edges: [],
  notes: [{ id: 'n', text, position: { x: 0, y: 0 } }],
});

describe('what a flow means', () => {
  it('is the same wherever nodes stand, in whatever order they and their settings are written', () => {
    const one = flow([node('a', 0, { text: 'x', more: { p: 1, q: [1, 2] } }), node('b', 5)]);
    const other = flow([node('b', 90), node('a', 7, { more: { q: [1, 2], p: 1 }, text: 'x' })]);
    expect(isSameMeaning(one, other)).toBe(true);
  });

  it('differs with a setting, the order of a list, a node or a note', () => {
    const one = flow([node('a', 0, { list: [1, 2] })]);
    expect(isSameMeaning(one, flow([node('a', 0, { list: [2, 1] })]))).toBe(false);
    expect(isSameMeaning(one, flow([node('a', 0, { list: [1, 2] }), node('b', 0)]))).toBe(false);
    expect(isSameMeaning(one, flow([node('a', 0, { list: [1, 2] })], 'other'))).toBe(false);
  });
});
