import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';

/** How the whole flow is shown: with a margin, and never larger than life. */
export const FIT = { padding: 0.18, maxZoom: 1.05 } as const;

/** Below this zoom nobody can read a sentence; a flow larger than that opens at its beginning instead. */
const LEAST_READABLE_ZOOM = 0.42;
const OPENING_ZOOM = 0.75;

/** Once everything has been drawn and measured, arranges what lies on each other and shows the flow. */
export function useOpening(): void {
  const { arrangeIfNeeded, store } = useEditor();
  const { fitView, getZoom, setViewport } = useReactFlow();
  const isDrawn = useNodesInitialized();
  const isOpened = useRef(false);
  useEffect(() => {
    if (!isDrawn || isOpened.current) return;
    isOpened.current = true;
    const show = async () => {
      await fitView(FIT);
      const { nodes } = store.getState().flow;
      const first = nodes.find(({ kind }) => kind.startsWith('trigger.')) ?? nodes[0];
      const surface = document.querySelector('.surface')?.getBoundingClientRect();
      if (getZoom() >= LEAST_READABLE_ZOOM || !first || !surface) return;
      const { x, y } = first.position;
      await setViewport({ x: 72 - x * OPENING_ZOOM, y: surface.height / 3 - y * OPENING_ZOOM, zoom: OPENING_ZOOM });
    };
    void arrangeIfNeeded().then(() => setTimeout(() => void show(), 60));
  }, [isDrawn, arrangeIfNeeded, fitView, getZoom, setViewport, store]);
}
