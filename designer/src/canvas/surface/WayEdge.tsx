import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdgeActivity } from '../activity/activity-store.ts';
import { useEditor, useView } from '../editor/editor-context.ts';
import { edgeLight } from '../try/lit-path.ts';
import { AddButton } from './AddButton.tsx';

/** A flow's edge as React Flow holds it. */
export type WayCanvasEdge = Edge<Record<string, never>, 'way'>;

/** A way from a port to a node, with a + in its middle that puts a step there. */
export const WayEdge = memo(function WayEdge(props: EdgeProps<WayCanvasEdge>) {
  const { t } = useTranslation();
  const { view, isReadOnly } = useEditor();
  const light = useView(({ path }) => edgeLight(path, props.id));
  const activity = useEdgeActivity(props.id);
  const [line, x, y] = getSmoothStepPath({ ...props, borderRadius: 14 });
  return (
    <>
      <BaseEdge
        id={props.id}
        path={line}
        interactionWidth={18}
        className="way"
        data-light={light}
        data-selected={props.selected || undefined}
        {...(props.markerEnd ? { markerEnd: props.markerEnd } : {})}
      />
      <EdgeLabelRenderer>
        <div
          className="way-label nodrag nopan"
          data-counted={activity !== null || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        >
          {activity !== null && (
            <span className="way-activity alur-number" title={t('canvas.activity.edge', { count: activity.count })}>
              {activity.share === null ? activity.count : t('canvas.activity.share', activity)}
            </span>
          )}
          {!isReadOnly && (
            <AddButton
              className="way-add"
              label={t('canvas.step.addBetween')}
              testId="add-between"
              onPress={(at) =>
                view.setState({ picker: { type: 'add', target: { type: 'edge', edgeId: props.id }, at } })
              }
            />
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
});
