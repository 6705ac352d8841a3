import type { Run } from '@alur/engine';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect } from 'react';
import { useEditor, useView } from '../editor/editor-context.ts';

const STEP_MS = 420;

/** Gives a function that lights up the way a run took; null puts the light out. */
export function useLightRun(): (run: Pick<Run, 'steps' | 'edgeIds'> | null) => void {
  const { view } = useEditor();
  const isStill = useReducedMotion();
  return (run) => {
    const nodeIds = run?.steps.map(({ nodeId }) => nodeId) ?? [];
    const shown = isStill ? nodeIds.length : 1;
    view.setState({ path: run ? { nodeIds, edgeIds: run.edgeIds, shown } : null });
  };
}

/** Moves the light on, step by step. */
export function useLightSteps(): void {
  const { view } = useEditor();
  const path = useView((state) => state.path);
  useEffect(() => {
    if (!path || path.shown >= path.nodeIds.length) return;
    const timer = setTimeout(() => view.setState({ path: { ...path, shown: path.shown + 1 } }), STEP_MS);
    return () => clearTimeout(timer);
  }, [path, view]);
}
