import { ActionIcon, Group, Skeleton, Title, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowsMaximize, IconArrowsMinimize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../access/viewer.ts';
import { useConnection } from '../graph/connection.ts';
import { ConnectionBanner } from '../shell/ConnectionBanner.tsx';
import { Failure } from '../shell/Failure.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { exactClockTime } from '../words/times.ts';
import { AgentsPanel } from './AgentsPanel.tsx';
import { ArrivalsChart } from './ArrivalsChart.tsx';
import { AssignmentFeed } from './AssignmentFeed.tsx';
import { type BoardState, useBoard } from './board-state.ts';
import { QueueTable } from './QueueTable.tsx';
import { ReplayControl } from './ReplayControl.tsx';
import { Tiles } from './Tiles.tsx';
import { useWallMode } from './use-wall-mode.ts';
import './board.css';

/** The live picture of a workspace: queues, agents, arrivals and the latest assignments. */
export function BoardPage() {
  const { t } = useTranslation();
  usePageTitle(t('board.title'));
  const { board, error, restart } = useBoard();
  const wall = useWallMode();
  const WallIcon = wall.isOn ? IconArrowsMinimize : IconArrowsMaximize;
  const wallLabel = t(wall.isOn ? 'board.wallOff' : 'board.wallOn');
  return (
    <div className={wall.isOn ? 'board board-wall' : 'board'}>
      {wall.isOn && <ConnectionBanner />}
      <Group justify="space-between" gap="sm">
        <Group gap="md" align="baseline">
          <Title order={1}>{t('board.title')}</Title>
          {board && <LiveMark at={board.at} />}
        </Group>
        <Group gap="xs">
          {board && <ReplayControl replay={board.replay} />}
          <Tooltip label={wallLabel}>
            <ActionIcon variant="default" size={36} aria-label={wallLabel} onClick={wall.toggle}>
              <WallIcon size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {error && !board ? <Failure error={error} onRetry={restart} /> : board ? <Panels board={board} /> : <Loading />}
    </div>
  );
}

function Panels({ board }: { readonly board: BoardState }) {
  return (
    <>
      <Tiles board={board} />
      <div className="board-columns">
        <div className="board-main">
          <QueueTable queues={board.queues} />
          <ArrivalsChart buckets={board.arrivals} />
        </div>
        <AssignmentFeed />
      </div>
      <AgentsPanel agents={board.agents} />
    </>
  );
}

/** Whether the figures are live, and of when they are. */
function LiveMark({ at }: { readonly at: string }) {
  const { t, i18n } = useTranslation();
  const { workspace } = useViewer();
  const isOpen = useConnection(({ status }) => status === 'open');
  const time = exactClockTime(Date.parse(at), i18n.language);
  return (
    <span className="board-live alur-number">
      <span className={isOpen ? 'board-dot board-dot-live' : 'board-dot'} aria-hidden />
      {t(isOpen ? 'board.live' : 'board.asOf', { time })} · {workspace.name}
    </span>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" style={{ display: 'contents' }}>
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      <div className="board-tiles">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} height={104} />
        ))}
      </div>
      <Skeleton height={260} />
      <Skeleton height={320} />
    </div>
  );
}
