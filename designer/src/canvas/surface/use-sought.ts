import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useEditor, useView } from '../editor/editor-context.ts';
import { NODE_WIDTH } from '../layout/arranged-positions.ts';

const MOVE_MS = 250;

/** Brings the node that somebody asked for into the middle, unless it is in plain sight already. */
export function useSought(): void {
  const { setCenter, getZoom, getInternalNode, getViewport } = useReactFlow();
  const { sizes, store } = useEditor();
  const sought = useView((view) => view.sought);
  const isStill = useReducedMotion();
  useEffect(() => {
    if (!sought) return;
    // A node just added is placed by the layout first.
    const timer = setTimeout(() => {
      const position =
        getInternalNode(sought.nodeId)?.internals.positionAbsolute ??
        store.getState().flow.nodes.find(({ id }) => id === sought.nodeId)?.position;
      if (!position) return;
      const { width, height } = sizes.get(sought.nodeId) ?? { width: NODE_WIDTH, height: 90 };
      const surface = document.querySelector('.surface')?.getBoundingClientRect();
      const viewport = getViewport();
      const left = position.x * viewport.zoom + viewport.x;
      const top = position.y * viewport.zoom + viewport.y;
      const isInSight =
        surface !== undefined &&
        left > 8 &&
        top > 8 &&
        left + width * viewport.zoom < surface.width - 8 &&
        top + height * viewport.zoom < surface.height - 8;
      if (isInSight) return;
      void setCenter(position.x + width / 2, position.y + height / 2, {
        zoom: Math.max(getZoom(), 0.7),
        duration: isStill ? 0 : MOVE_MS,
      });
    }, 320);
    return () => clearTimeout(timer);
  }, [sought, setCenter, getZoom, getInternalNode, getViewport, isStill, sizes, store]);
}
