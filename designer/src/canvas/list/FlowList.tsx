import { ActionIcon, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconDownload, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FlowRowFragment } from '../../graph/generated/graphql.ts';
import { useAgeMs } from '../../words/now.ts';
import { agoText, fullTime } from '../../words/times.ts';
import { StateBadge } from './StateBadge.tsx';
import './list.css';

interface FlowListProps {
  /** In their running order. */
  readonly flows: readonly FlowRowFragment[];
  readonly canEdit: boolean;
  readonly onMove: (flow: FlowRowFragment, position: number) => void;
  readonly onExport: (flow: FlowRowFragment) => void;
  readonly onDelete: (flow: FlowRowFragment) => void;
}

/** Flows in the order they run. */
export function FlowList({ flows, canEdit, ...actions }: FlowListProps) {
  return (
    <ol className="flows" data-testid="flows">
      {flows.map((flow, index) => (
        <li key={flow.id} className="flow-row" data-testid="flow-row">
          <span className="flow-place alur-number" aria-hidden>
            {index + 1}
          </span>
          <FlowWords flow={flow} />
          {canEdit && <FlowButtons flow={flow} index={index} count={flows.length} {...actions} />}
        </li>
      ))}
    </ol>
  );
}

function FlowWords({ flow }: { readonly flow: FlowRowFragment }) {
  const { t, i18n } = useTranslation();
  const { draft, liveVersion } = flow;
  const savedAtMs = Date.parse(draft.savedAt);
  const when = agoText(savedAtMs, useAgeMs(savedAtMs), i18n.language);
  return (
    <div className="flow-words">
      <Group gap={8} wrap="wrap">
        <Link to="/flows/$flowId" params={{ flowId: flow.id }} className="flow-link">
          {flow.name}
        </Link>
        <StateBadge state={flow.state} number={liveVersion?.number ?? null} />
        {flow.stopOnMatch && (
          <Tooltip label={t('canvas.editor.stopOnMatch')}>
            <Text size="xs" className="alur-faint">
              {t('canvas.list.stops')}
            </Text>
          </Tooltip>
        )}
      </Group>
      <Text size="xs" className="alur-faint">
        <Tooltip label={fullTime(savedAtMs, i18n.language)}>
          <span>
            {draft.savedBy
              ? t('canvas.list.changedBy', { when, name: draft.savedBy.name })
              : t('canvas.list.changed', { when })}
          </span>
        </Tooltip>
        {draft.hasUnpublishedChanges && liveVersion && <span> · {t('canvas.list.unpublished')}</span>}
      </Text>
    </div>
  );
}

interface FlowButtonsProps extends Pick<FlowListProps, 'onMove' | 'onExport' | 'onDelete'> {
  readonly flow: FlowRowFragment;
  readonly index: number;
  readonly count: number;
}

function FlowButtons({ flow, index, count, onMove, onExport, onDelete }: FlowButtonsProps) {
  const { t } = useTranslation();
  const { name } = flow;
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('canvas.list.up', { name })}
        disabled={index === 0}
        onClick={() => onMove(flow, index - 1)}
      >
        <IconArrowUp size={17} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('canvas.list.down', { name })}
        disabled={index === count - 1}
        onClick={() => onMove(flow, index + 1)}
      >
        <IconArrowDown size={17} />
      </ActionIcon>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('canvas.list.menu', { name })}>
            <IconDotsVertical size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => onExport(flow)}>
            {t('canvas.exchange.export')}
          </Menu.Item>
          <Menu.Item className="danger" leftSection={<IconTrash size={15} />} onClick={() => onDelete(flow)}>
            {t('canvas.list.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
