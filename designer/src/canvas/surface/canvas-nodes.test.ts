import type { Flow } from '@alur/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../edit/apply-command.ts';
import { anyCommand, edge, flowOf, node } from '../edit/flow.test-support.ts';
import { flowMeaning } from '../edit/flow-meaning.ts';
import { canvasEdges, canvasNodes } from './canvas-nodes.ts';
import type { StepCanvasNode } from './StepNode.tsx';
import type { WayCanvasEdge } from './WayEdge.tsx';

const NOTHING: ReadonlySet<string> = new Set();
const labelOf = ({ kind }: { kind: string }) => kind;

/** What a canvas shows, read back as a flow. */
function flowOnCanvas(nodes: readonly StepCanvasNode[], edges: readonly WayCanvasEdge[]): Flow {
  return flowOf(
    nodes.map(({ id, position, data }) => ({ ...data.step, id, position })),
    edges.map(({ id, source, sourceHandle, target }) => ({
      id,
      from: { node: source, port: sourceHandle ?? '' },
      to: { node: target },
    })),
  );
}

describe('the canvas', () => {
  it('shows exactly the flow after any edits, whatever it showed before', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
        let flow = flowOf([]);
        let nodes: StepCanvasNode[] = [];
        let edges: WayCanvasEdge[] = [];
        for (const command of commands) {
          flow = applyCommand(flow, command);
          nodes = canvasNodes(flow, NOTHING, nodes, labelOf);
          edges = canvasEdges(flow, NOTHING, edges);
          const shown = flowOnCanvas(nodes, edges);
          expect(flowMeaning(shown)).toBe(flowMeaning(flow));
          expect(shown.nodes.map(({ position }) => position)).toEqual(flow.nodes.map(({ position }) => position));
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('draws only the node again that moved', () => {
    const flow = flowOf([node('a'), node('b')], [edge('a', 'done', 'b')]);
    const before = canvasNodes(flow, NOTHING, [], labelOf);
    const moved = applyCommand(flow, { type: 'move', positions: { a: { x: 5, y: 5 } } });
    const after = canvasNodes(moved, NOTHING, before, labelOf);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});
