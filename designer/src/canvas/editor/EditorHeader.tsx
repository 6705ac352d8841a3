import { Badge, Button, Group, Indicator, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChartDots3,
  IconChevronLeft,
  IconHistory,
  IconListTree,
  IconPlayerPlay,
  IconRocket,
  IconSchema,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveStatus } from '../draft/SaveStatus.tsx';
import { flowMeaning } from '../edit/flow-meaning.ts';
import { StateBadge } from '../list/StateBadge.tsx';
import { useIssues } from '../problems/issues-store.ts';
import type { EditorFrameProps } from './EditorFrame.tsx';
import { EditorMenu } from './EditorMenu.tsx';
import { useDocument, useEditor, useView } from './editor-context.ts';
import { FlowName } from './FlowName.tsx';
import { IconButton } from './IconButton.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import type { Panel } from './view-store.ts';

interface EditorHeaderProps extends EditorFrameProps {
  readonly isPhone: boolean;
  readonly onPublish: () => void;
}

/** The flow's name and state, and everything one does with the whole flow. */
export function EditorHeader({ opened, saver, version, canEdit, isPhone, onPublish }: EditorHeaderProps) {
  const { t } = useTranslation();
  const { row, live } = opened;
  return (
    <header className="editor-head">
      <Group gap={8} wrap="nowrap" className="editor-title">
        <Link to="/flows" className="editor-back" aria-label={t('canvas.editor.back')}>
          <IconChevronLeft size={20} aria-hidden />
        </Link>
        <FlowName flowId={row.id} name={row.name} canEdit={canEdit} />
        <span data-testid="flow-state" className="editor-state">
          <StateBadge state={row.state} number={live?.number ?? null} />
        </span>
        {!version && canEdit && <SaveStatus saver={saver} />}
      </Group>
      <Group gap={4} wrap="nowrap" className="editor-tools">
        {!version && canEdit && <UndoButtons />}
        <PanelButton panel="problems" icon={<ProblemsIcon />} />
        {!isPhone && <ViewButtons />}
        <PanelButton panel="try" icon={<IconPlayerPlay size={18} />} />
        <PanelButton panel="versions" icon={<IconHistory size={18} />} />
        <EditorMenu opened={opened} canEdit={canEdit} isPhone={isPhone} />
        {!version && canEdit && <PublishButton live={live} isPhone={isPhone} onPublish={onPublish} />}
      </Group>
    </header>
  );
}

function ViewButtons() {
  const { t } = useTranslation();
  const { view } = useEditor();
  const isOutline = useView((state) => state.isOutline);
  const isActivityShown = useView((state) => state.isActivityShown);
  return (
    <>
      <IconButton
        label={t(isOutline ? 'canvas.editor.showCanvas' : 'canvas.editor.showOutline')}
        onPress={() => view.setState({ isOutline: !isOutline })}
      >
        {isOutline ? <IconSchema size={18} /> : <IconListTree size={18} />}
      </IconButton>
      <IconButton
        label={t('canvas.activity.toggle')}
        isPressed={isActivityShown}
        onPress={() => view.setState({ isActivityShown: !isActivityShown })}
      >
        <IconChartDots3 size={18} />
      </IconButton>
    </>
  );
}

function ProblemsIcon() {
  const count = useIssues(({ all }) => all.length);
  const errorCount = useIssues((issues) => issues.errorCount);
  return (
    <Indicator label={count} size={15} disabled={count === 0} color={errorCount > 0 ? 'red' : 'yellow'} offset={1}>
      <IconAlertTriangle size={18} />
    </Indicator>
  );
}

function PanelButton({ panel, icon }: { readonly panel: Panel; readonly icon: ReactNode }) {
  const { t } = useTranslation();
  const { view } = useEditor();
  const isOpen = useView((state) => state.panel === panel);
  const count = useIssues(({ all }) => (panel === 'problems' ? all.length : 0));
  const label = count > 0 ? t('canvas.problems.open', { count }) : t(`canvas.panel.${panel}`);
  return (
    <IconButton
      label={label}
      isPressed={isOpen}
      onPress={() => view.setState({ panel: isOpen ? null : panel, ...(isOpen ? { path: null } : {}) })}
    >
      {icon}
    </IconButton>
  );
}

interface PublishButtonProps {
  readonly live: EditorFrameProps['opened']['live'];
  readonly isPhone: boolean;
  readonly onPublish: () => void;
}

/** Opens the dialog. It stays open to people whose flow has errors, because the dialog says what to mend. */
function PublishButton({ live, isPhone, onPublish }: PublishButtonProps) {
  const { t } = useTranslation();
  const flow = useDocument((document) => document.flow);
  const errorCount = useIssues((issues) => issues.errorCount);
  const isSame = live !== null && flowMeaning(live.flow) === flowMeaning(flow);
  const isIdle = isSame || flow.nodes.length === 0;
  const reason =
    errorCount > 0
      ? t('canvas.publish.blocked', { count: errorCount })
      : t(isSame ? 'canvas.publish.same' : 'canvas.publish.hint');
  return (
    <Tooltip label={reason}>
      <Button
        size="sm"
        px={isPhone ? 'sm' : 'md'}
        ml={6}
        leftSection={isPhone ? null : <IconRocket size={16} />}
        {...(isIdle ? { 'data-disabled': true } : {})}
        aria-disabled={isIdle}
        onClick={() => !isIdle && onPublish()}
        data-testid="publish"
      >
        {t('canvas.publish.button')}
        {errorCount > 0 && (
          <Badge ml={8} size="sm" color="red" circle aria-label={reason}>
            {errorCount}
          </Badge>
        )}
      </Button>
    </Tooltip>
  );
}
