import { useReducedMotion } from '@mantine/hooks';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useView } from '../editor/editor-context.ts';
import { FIT } from './use-opening.ts';

const MOVE_MS = 250;

/** When a way lights up, moves the view so that all of it can be seen. */
export function usePathInSight(): void {
  const { fitView } = useReactFlow();
  const isStill = useReducedMotion();
  const nodeIds = useView(({ path }) => path?.nodeIds);
  useEffect(() => {
    if (!nodeIds) return;
    // The side panel that shows the steps takes its room first.
    const timer = setTimeout(() => {
      void fitView({ ...FIT, nodes: nodeIds.map((id) => ({ id })), duration: isStill ? 0 : MOVE_MS });
    }, 80);
    return () => clearTimeout(timer);
  }, [nodeIds, fitView, isStill]);
}
