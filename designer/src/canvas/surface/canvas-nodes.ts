import type { Flow, FlowNode } from '@alur/engine';
import type { StepCanvasNode } from './StepNode.tsx';
import type { WayCanvasEdge } from './WayEdge.tsx';

/**
 * The flow's nodes as React Flow draws them. A node that didn't change is the same object as in `before`, with what
 * the canvas measured; so only changed nodes draw again, and a drag in progress isn't disturbed. `labelOf` names a
 * node for people who don't see it.
 */
export function canvasNodes(
  flow: Flow,
  selected: ReadonlySet<string>,
  before: readonly StepCanvasNode[],
  labelOf: (step: FlowNode) => string,
): StepCanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return flow.nodes.map((step): StepCanvasNode => {
    const old = known.get(step.id);
    const isSelected = selected.has(step.id);
    const ariaLabel = labelOf(step);
    if (old && old.data.step === step && old.ariaLabel === ariaLabel) {
      return (old.selected ?? false) === isSelected ? old : { ...old, selected: isSelected };
    }
    return {
      ...(old?.measured ? { measured: old.measured } : {}),
      id: step.id,
      type: 'step',
      position: { ...step.position },
      data: { step },
      ariaLabel,
      selected: isSelected,
    };
  });
}

/** The flow's edges as React Flow draws them, each the same object while it goes the same way. */
export function canvasEdges(
  flow: Flow,
  selected: ReadonlySet<string>,
  before: readonly WayCanvasEdge[],
): WayCanvasEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  return flow.edges.map((edge): WayCanvasEdge => {
    const old = known.get(edge.id);
    const isSelected = selected.has(edge.id);
    const isSame =
      old?.source === edge.from.node &&
      old.sourceHandle === edge.from.port &&
      old.target === edge.to.node &&
      (old.selected ?? false) === isSelected;
    if (isSame) return old;
    return {
      id: edge.id,
      type: 'way',
      source: edge.from.node,
      sourceHandle: edge.from.port,
      target: edge.to.node,
      selected: isSelected,
      data: {},
    };
  });
}
