import type { FlowNode } from '@alur/engine';
import { Tooltip, UnstyledButton } from '@mantine/core';
import { useDidUpdate } from '@mantine/hooks';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position, useUpdateNodeInternals } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNodeActivity } from '../activity/activity-store.ts';
import { portIdsOf } from '../edit/new-step.ts';
import { useEditor, useView } from '../editor/editor-context.ts';
import { textsOf, useNodeIssues } from '../problems/issues-store.ts';
import { useStepText } from '../references/step-text.ts';
import { nodeLight } from '../try/lit-path.ts';
import { StepMenu } from './StepMenu.tsx';
import { StepPorts } from './StepPorts.tsx';
import { groupOfKind, iconOf } from './step-look.ts';

/** A flow's node as React Flow holds it. `step` changes identity exactly when the node does. */
export type StepCanvasNode = Node<{ readonly step: FlowNode }, 'step'>;

/** A node drawn as a sentence, with its ports, its problems and what happened at it lately. */
export const StepNode = memo(function StepNode({ data: { step }, selected }: NodeProps<StepCanvasNode>) {
  const { t } = useTranslation();
  const { title, sentence } = useStepText(step);
  const direction = useView((view) => view.direction);
  const light = useView(({ path }) => nodeLight(path, step.id));
  const issues = useNodeIssues(step.id);
  const activity = useNodeActivity(step.id);
  const group = groupOfKind(step.kind);
  const update = useUpdateNodeInternals();
  const ports = portIdsOf(step).join('\u0000');
  // The library measures handles when a node is first drawn, and again when it is told that they moved.
  useDidUpdate(() => update(step.id), [ports]);
  const Icon = iconOf(step.kind);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const worst = errors > 0 ? 'error' : issues.length > 0 ? 'warning' : undefined;
  return (
    <div
      className="step"
      data-group={group ?? 'unknown'}
      data-selected={selected || undefined}
      data-light={light}
      data-worst={worst}
      data-direction={direction}
      data-testid="step"
      data-kind={step.kind}
    >
      {group !== 'trigger' && (
        <Handle type="target" position={direction === 'right' ? Position.Left : Position.Top} className="step-in" />
      )}
      <div className="step-head">
        <span className="step-icon" aria-hidden>
          <Icon size={15} stroke={1.9} />
        </span>
        <span className="step-kind">{title}</span>
        {worst && <StepBadge worst={worst} count={issues.length} texts={textsOf(issues)} />}
        <StepMenu step={step} isReachable={selected} />
      </div>
      <p className="step-sentence">{sentence}</p>
      {activity !== null && (
        <p className="step-activity alur-number">{t('canvas.activity.node', { count: activity })}</p>
      )}
      <StepPorts step={step} />
    </div>
  );
});

interface StepBadgeProps {
  readonly worst: 'error' | 'warning';
  readonly count: number;
  readonly texts: readonly string[];
}

function StepBadge({ worst, count, texts }: StepBadgeProps) {
  const { t } = useTranslation();
  const { actions } = useEditor();
  const label = t(worst === 'error' ? 'canvas.problems.nodeErrors' : 'canvas.problems.nodeWarnings', {
    count,
  });
  return (
    <Tooltip multiline maw={320} label={texts.map((text) => <div key={text}>{text}</div>)}>
      <UnstyledButton
        className="step-badge nodrag"
        data-worst={worst}
        tabIndex={-1}
        aria-label={label}
        onClick={(event) => {
          event.stopPropagation();
          actions.openPanel('problems');
        }}
      >
        <IconAlertTriangleFilled size={12} aria-hidden />
        <span className="alur-number">{count}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
