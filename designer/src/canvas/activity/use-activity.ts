import { useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { useEditor, useView } from '../editor/editor-context.ts';
import { FlowActivityDocument } from '../flow-documents.ts';

/** Keeps the overlay's counts up to date while it is shown. */
export function useActivity(): void {
  const { flowId, activity } = useEditor();
  const isShown = useView((view) => view.isActivityShown);
  const { data } = useSubscription(FlowActivityDocument, { variables: { flowId }, skip: !isShown });
  useEffect(() => {
    const counts = isShown ? data?.flowActivity : undefined;
    activity.setState({
      counts: counts
        ? {
            runs: counts.runs,
            nodes: Object.fromEntries(counts.nodes.map(({ nodeId, count }) => [nodeId, count])),
            edges: Object.fromEntries(counts.edges.map(({ edgeId, count }) => [edgeId, count])),
          }
        : null,
    });
  }, [data, isShown, activity]);
}
