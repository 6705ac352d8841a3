import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNowMs } from '../words/now.ts';
import { spanText } from '../words/times.ts';
import { type ImportProgress, timeLeftMs } from './run-import.ts';

interface ImportProgressViewProps {
  readonly progress: ImportProgress | null;
  readonly startedAtMs: number;
  readonly onCancel: () => void;
}

/** How far the import is, how long it still takes, and a way to stop it. */
export function ImportProgressView({ progress, startedAtMs, onCancel }: ImportProgressViewProps) {
  const { t, i18n } = useTranslation();
  const nowMs = useNowMs();
  const [isCancelled, setIsCancelled] = useState(false);
  const number = new Intl.NumberFormat(i18n.language);
  const share = progress?.doneShare ?? 0;
  const leftMs = timeLeftMs(nowMs - startedAtMs, share);
  return (
    <Stack gap="md">
      <Progress value={share * 100} size="lg" striped animated aria-label={t('imports.title')} />
      <Group justify="space-between" className="alur-number">
        <Text size="sm" role="status">
          {Math.floor(share * 100)}&thinsp;% ·{' '}
          {t('imports.counts', {
            accepted: number.format(progress?.accepted ?? 0),
            duplicates: number.format(progress?.duplicates ?? 0),
            rejected: number.format(progress?.rejected ?? 0),
          })}
        </Text>
        <Text size="sm" className="alur-faint">
          {progress?.isRetrying
            ? t('imports.retrying')
            : leftMs !== null && t('imports.timeLeft', { span: spanText(Math.max(1000, leftMs), i18n.language) })}
        </Text>
      </Group>
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={isCancelled}
          onClick={() => {
            setIsCancelled(true);
            onCancel();
          }}
        >
          {t('imports.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
