import { useReducedMotion } from '@mantine/hooks';
import { useEffect } from 'react';
import { useEditor, useView } from '../editor/editor-context.ts';
import type { LitPath } from './lit-path.ts';

const STEP_MS = 420;

/** Gives a function that lights up a way step by step, from the count given on; null puts the light out. */
export function useLightPath(): (path: LitPath | null, from?: number) => void {
  const { view } = useEditor();
  const isStill = useReducedMotion();
  return (path, from = 0) => {
    view.setState({ path: path && { ...path, shown: isStill ? path.nodeIds.length : Math.max(1, from) } });
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
