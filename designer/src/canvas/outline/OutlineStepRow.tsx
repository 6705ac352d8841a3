import { type FlowNode, nodeDefinition } from '@alur/engine';
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconAlertTriangleFilled, IconCopy, IconDots, IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNodeActivity } from '../activity/activity-store.ts';
import { useEditor, useView } from '../editor/editor-context.ts';
import { StepIcon } from '../palette/StepIcon.tsx';
import { textsOf, useNodeIssues } from '../problems/issues-store.ts';
import { useStepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import { nodeLight } from '../try/lit-path.ts';

/** One step of the outline: its sentence, its problems, and what can be done with it. */
export function OutlineStepRow({ step }: { readonly step: FlowNode }) {
  const { t } = useTranslation();
  const { actions, isReadOnly } = useEditor();
  const { title, sentence } = useStepText(step);
  const issues = useNodeIssues(step.id);
  const activity = useNodeActivity(step.id);
  const isSelected = useView(({ selectedNodeIds }) => selectedNodeIds.has(step.id));
  const light = useView(({ path }) => nodeLight(path, step.id));
  const sought = useView((view) => (view.sought?.nodeId === step.id ? view.sought : null));
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sought) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [sought]);
  const worst = issues.some(({ severity }) => severity === 'error')
    ? 'error'
    : issues.length > 0
      ? 'warning'
      : undefined;
  return (
    <div
      ref={ref}
      className="outline-step"
      data-selected={isSelected || undefined}
      data-light={light}
      data-worst={worst}
      data-testid="outline-step"
      data-kind={step.kind}
    >
      <UnstyledButton className="outline-open" onClick={() => actions.openNode(step.id)}>
        <StepIcon kind={step.kind} size={30} />
        <span className="pick-words">
          <span className="outline-kind">{title}</span>
          <span className="outline-sentence">{sentence}</span>
          {activity !== null && (
            <span className="outline-kind alur-number">{t('canvas.activity.node', { count: activity })}</span>
          )}
          {textsOf(issues).map((text) => (
            <span key={text} className="outline-issue" data-severity={worst}>
              <IconAlertTriangleFilled size={12} aria-hidden /> {text}
            </span>
          ))}
        </span>
      </UnstyledButton>
      {!isReadOnly && <RowMenu step={step} sentence={sentence} />}
    </div>
  );
}

function RowMenu({ step, sentence }: { readonly step: FlowNode; readonly sentence: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { actions, view } = useEditor();
  const ports = nodeDefinition(step.kind)?.ports(step.config) ?? [];
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('canvas.outline.menu', { step: sentence })}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ports.map((port) => (
          <Menu.Item
            key={port.id}
            leftSection={<IconPlugConnected size={14} />}
            onClick={() => view.setState({ picker: { type: 'connect', nodeId: step.id, port: port.id } })}
          >
            {ports.length === 1 ? t('canvas.step.connect') : t('canvas.step.connectPort', { port: port.label[locale] })}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconCopy size={14} />} onClick={() => actions.duplicate(new Set([step.id]))}>
          {t('canvas.step.duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={14} />}
          className="danger"
          onClick={() => actions.deleteParts([step.id], [])}
        >
          {t('canvas.step.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
