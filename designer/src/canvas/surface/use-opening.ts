import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';

/** Once everything has been drawn and measured, arranges what lies on each other and shows the whole flow. */
export function useOpening(): void {
  const { arrangeIfNeeded } = useEditor();
  const { fitView } = useReactFlow();
  const isDrawn = useNodesInitialized();
  const isOpened = useRef(false);
  useEffect(() => {
    if (!isDrawn || isOpened.current) return;
    isOpened.current = true;
    void arrangeIfNeeded().then((wasArranged) => {
      if (wasArranged) setTimeout(() => void fitView({ padding: 0.18, maxZoom: 1.05 }), 60);
    });
  }, [isDrawn, arrangeIfNeeded, fitView]);
}
