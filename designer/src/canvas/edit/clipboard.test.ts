import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyNodes, readCopied } from './clipboard.ts';
import { edge, flowOf, node } from './flow.test-support.ts';

const flow = flowOf([node('a'), node('b'), node('c')], [edge('a', 'done', 'b'), edge('b', 'done', 'c')]);

function counted(): () => string {
  let count = 0;
  return () => `new${count++}`;
}

describe('copying and pasting', () => {
  it('takes the edges among the copied steps along, under fresh ids', () => {
    const pasted = readCopied(copyNodes(flow, new Set(['a', 'b'])), counted(), { x: 10, y: 20 });
    expect(pasted?.nodes.map(({ id, position }) => ({ id, position }))).toEqual([
      { id: 'new0', position: { x: 10, y: 20 } },
      { id: 'new1', position: { x: 10, y: 20 } },
    ]);
    expect(pasted?.edges).toEqual([{ id: 'new2', from: { node: 'new0', port: 'done' }, to: { node: 'new1' } }]);
  });

  it('lets any other text alone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readCopied(text, counted(), { x: 0, y: 0 })).toBeNull();
      }),
      { seed: 7 },
    );
  });
});
