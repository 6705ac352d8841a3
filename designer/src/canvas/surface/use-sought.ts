import { useReducedMotion } from '@mantine/hooks';
import { getViewportForBounds, useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useView } from '../editor/editor-context.ts';
import { FIT } from './use-opening.ts';

const MOVE_MS = 250;

/** A node just added is placed by the layout first. */
const LAYOUT_MS = 320;

/** While the whole flow can be shown at this zoom or larger, it is; beyond, the view moves to the node asked for. */
const LEAST_WHOLE_ZOOM = 0.62;

/** Brings the node that somebody asked for into sight, unless it is there already. */
export function useSought(): void {
  const { getNodes, getNodesBounds, getViewport, setViewport } = useReactFlow();
  const sought = useView((state) => state.sought);
  const isStill = useReducedMotion();
  useEffect(() => {
    if (!sought) return;
    const timer = setTimeout(() => {
      const surface = document.querySelector('.surface')?.getBoundingClientRect();
      const nodes = getNodes();
      const node = nodes.find(({ id }) => id === sought.nodeId);
      if (!surface || !node) return;
      const box = getNodesBounds([node]);
      const { x, y, zoom } = getViewport();
      const isInSight =
        box.x * zoom + x > 8 &&
        box.y * zoom + y > 8 &&
        (box.x + box.width) * zoom + x < surface.width - 48 &&
        (box.y + box.height) * zoom + y < surface.height - 48;
      if (isInSight) return;
      const { maxZoom, padding } = FIT;
      const whole = getViewportForBounds(getNodesBounds(nodes), surface.width, surface.height, 0.1, maxZoom, padding);
      const near = Math.max(zoom, 0.75);
      const centred = {
        x: surface.width / 2 - (box.x + box.width / 2) * near,
        y: surface.height / 2 - (box.y + box.height / 2) * near,
        zoom: near,
      };
      void setViewport(whole.zoom >= LEAST_WHOLE_ZOOM ? whole : centred, { duration: isStill ? 0 : MOVE_MS });
    }, LAYOUT_MS);
    return () => clearTimeout(timer);
  }, [sought, getNodes, getNodesBounds, getViewport, setViewport, isStill]);
}
