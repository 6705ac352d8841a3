import { Button, Group, Text, Tooltip } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { shortTime } from '../../words/times.ts';
import type { DraftSaver } from './draft-saver.ts';

/** Whether the server has the draft as it stands; a failed save can be tried at once. */
export function SaveStatus({ saver }: { readonly saver: DraftSaver }) {
  const { t, i18n } = useTranslation();
  const state = useStore(saver.state);
  switch (state.type) {
    case 'saved':
      return (
        <Tooltip label={t('canvas.draft.savedAt', { at: shortTime(Date.parse(state.savedAt), i18n.language) })}>
          <Status icon={<IconCloudCheck size={16} />} text={t('canvas.draft.saved')} />
        </Tooltip>
      );
    case 'waiting':
    case 'saving':
      return <Status icon={<IconCloudUpload size={16} />} text={t('canvas.draft.saving')} />;
    case 'failed':
    case 'refused':
      return (
        <Group gap={6} wrap="nowrap" role="status">
          <IconCloudOff size={16} color="var(--mantine-color-red-6)" aria-hidden />
          <Tooltip multiline maw={300} label={state.type === 'refused' ? state.message : t('canvas.draft.failedText')}>
            <Text size="xs" className="danger">
              {t('canvas.draft.failed')}
            </Text>
          </Tooltip>
          <Button size="compact-xs" variant="light" color="red" onClick={() => void saver.flush()}>
            {t('canvas.draft.retry')}
          </Button>
        </Group>
      );
    case 'conflict':
      return (
        <Text size="xs" className="danger" role="status">
          {t('canvas.draft.conflict')}
        </Text>
      );
  }
}

function Status({ icon, text, ...rest }: { readonly icon: ReactNode; readonly text: string }) {
  return (
    <Group gap={5} wrap="nowrap" className="alur-faint save-status" role="status" data-testid="save-status" {...rest}>
      {icon}
      <Text size="xs" className="save-status-text">
        {text}
      </Text>
    </Group>
  );
}
