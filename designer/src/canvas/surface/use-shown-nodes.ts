import type { FlowNode } from '@alur/engine';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useView } from '../editor/editor-context.ts';
import { useReferences } from '../references/references-context.ts';
import { stepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import { canvasEdges, canvasNodes } from './canvas-nodes.ts';
import type { StepCanvasNode } from './StepNode.tsx';
import type { WayCanvasEdge } from './WayEdge.tsx';

/** The flow's nodes as drawn now: places follow the pointer during a drag, then come back from the document. */
export function useShownNodes() {
  const flow = useDocument((document) => document.flow);
  const selected = useView((view) => view.selectedNodeIds);
  const labelOf = useLabels();
  const [nodes, setNodes] = useState<StepCanvasNode[]>(() => canvasNodes(flow, selected, [], labelOf));
  useEffect(() => setNodes((shown) => canvasNodes(flow, selected, shown, labelOf)), [flow, selected, labelOf]);
  return [nodes, setNodes] as const;
}

export function useShownEdges(): WayCanvasEdge[] {
  const flow = useDocument((document) => document.flow);
  const selected = useView((view) => view.selectedEdgeIds);
  const [before] = useState<{ edges: WayCanvasEdge[] }>({ edges: [] });
  return useMemo(() => {
    before.edges = canvasEdges(flow, selected, before.edges);
    return before.edges;
  }, [flow, selected, before]);
}

/** Names steps by their sentences, each worked out once. */
function useLabels(): (step: FlowNode) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  return useMemo(() => {
    const known = new WeakMap<FlowNode, string>();
    return (step) => {
      const label = known.get(step) ?? stepText(step, names, locale, t('canvas.step.unknown')).sentence;
      known.set(step, label);
      return label;
    };
  }, [names, locale, t]);
}
