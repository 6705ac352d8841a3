import { describe, expect, it } from 'vitest';
import { applyCommand } from './apply-command.ts';
import { edge, flowOf, node } from './flow.test-support.ts';
import { countChanges, flowChanges } from './flow-changes.ts';

const flow = flowOf([node('a'), node('b'), node('c')], [edge('a', 'done', 'b'), edge('b', 'done', 'c')]);

describe('what differs between two flows', () => {
  it('is nothing after moving steps and giving edges other ids', () => {
    const moved = applyCommand(flow, { type: 'move', positions: { a: { x: 9, y: 9 } } });
    const edges = moved.edges.map((each) => ({ ...each, id: `${each.id}!` }));
    expect(countChanges(flowChanges(flow, { ...moved, edges }))).toBe(0);
  });

  it('names a step deleted, and where its predecessor leads now', () => {
    const changes = flowChanges(flow, applyCommand(flow, { type: 'delete', nodeIds: ['b'], edgeIds: [] }));
    expect(changes.removed.map(({ id }) => id)).toEqual(['b']);
    expect(changes.rewired.map(({ node: from, before, after }) => [from.id, before?.id, after?.id])).toEqual([
      ['a', 'b', 'c'],
    ]);
  });

  it('names a step whose settings changed, with both', () => {
    const after = applyCommand(flow, { type: 'configure', nodeId: 'c', config: { text: 'new' }, ports: ['done'] });
    expect(flowChanges(flow, after).changed.map((change) => change.after.config)).toEqual([{ text: 'new' }]);
  });
});
