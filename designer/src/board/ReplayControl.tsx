import { Button, Menu, Progress, Text } from '@mantine/core';
import { IconChevronDown, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHasRole, useViewer } from '../access/viewer.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { shortTime } from '../words/times.ts';
import type { ReplayState } from './board-state.ts';

const StartReplayDocument = graphql(`
  mutation StartReplay($input: StartReplayInput!) {
    startReplay(input: $input) { replay { isRunning } userErrors { code message path } }
  }
`);

const StopReplayDocument = graphql(`
  mutation StopReplay {
    stopReplay { replay { isRunning } userErrors { code message path } }
  }
`);

const SPEEDS = [
  { name: 'slow', speed: 60 },
  { name: 'brisk', speed: 600 },
  { name: 'fast', speed: 3600 },
] as const;

/** Feeds a demo workspace with recorded tickets at a chosen speed, and shows how far it is. */
export function ReplayControl({ replay }: { readonly replay: ReplayState | null }) {
  const { t } = useTranslation();
  const { workspace } = useViewer();
  const isManager = useHasRole('MANAGER');
  const [start, { loading: isStarting }] = useAction(StartReplayDocument);
  const [stop, { loading: isStopping }] = useAction(StopReplayDocument);
  if (!workspace.isDemo) return null;
  if (replay?.isRunning) {
    return (
      <div className="board-replay">
        <ReplayProgress replay={replay} />
        {isManager && (
          <Button
            variant="default"
            size="sm"
            loading={isStopping}
            leftSection={<IconPlayerStop size={16} aria-hidden />}
            onClick={() => void stop().then(({ data }) => showUserErrors(data?.stopReplay.userErrors))}
          >
            {t('board.replay.stop')}
          </Button>
        )}
      </div>
    );
  }
  if (!isManager) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="sm"
          loading={isStarting}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('board.replay.start')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.replay.speed')}</Menu.Label>
        {SPEEDS.map(({ name, speed }) => (
          <Menu.Item
            key={name}
            onClick={() =>
              void start({ variables: { input: { speed } } }).then(({ data }) =>
                showUserErrors(data?.startReplay.userErrors),
              )
            }
          >
            {t(`board.replay.speedOf.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ReplayProgress({ replay }: { readonly replay: ReplayState }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const share = replay.total > 0 ? (replay.fed / replay.total) * 100 : 0;
  return (
    <div className="board-replay-progress alur-number">
      <Text size="xs">
        {replay.clock && <strong>{shortTime(Date.parse(replay.clock), i18n.language)}</strong>}{' '}
        {t('board.replay.progress', {
          speed: number.format(replay.speed),
          fed: number.format(replay.fed),
          total: number.format(replay.total),
        })}
      </Text>
      <Progress value={share} size="sm" aria-label={t('board.replay.label')} />
    </div>
  );
}
