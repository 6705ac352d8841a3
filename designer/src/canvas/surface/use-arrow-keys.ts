import type { KeyboardEvent } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { type ArrowKey, nearestNode } from './nearest-node.ts';

const ARROWS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] satisfies readonly ArrowKey[];

/**
 * Keys on a focused step: arrows go to the next step on that side, Enter opens the settings. (The library's own arrow
 * keys would push the step about, past the document and its history.)
 */
export function useArrowKeys(): (event: KeyboardEvent) => void {
  const { store, actions } = useEditor();
  return (event) => {
    const element = event.target instanceof HTMLElement ? event.target : null;
    const nodeId = element?.classList.contains('react-flow__node') ? element.dataset.id : undefined;
    if (nodeId === undefined) return;
    if (event.key === 'Enter') {
      event.stopPropagation();
      event.preventDefault();
      actions.openNode(nodeId);
    } else if (isArrow(event.key)) {
      event.stopPropagation();
      event.preventDefault();
      const next = nearestNode(store.getState().flow.nodes, nodeId, event.key);
      if (!next) return;
      actions.showNode(next.id);
      document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next.id)}"]`)?.focus();
    }
  };
}

function isArrow(key: string): key is ArrowKey {
  return ARROWS.includes(key);
}
