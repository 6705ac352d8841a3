import type { Flow } from '@alur/engine';
import { Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortTime } from '../../words/times.ts';
import type { KnownRun } from '../try/RunPanel.tsx';
import type { LoadedVersion } from '../versions/load-version.ts';

interface VersionBannerProps {
  readonly version: LoadedVersion;
  readonly run: KnownRun | null;
  readonly canEdit: boolean;
  readonly onShowVersion: (number: number | null) => void;
  readonly onRestore: (flow: Flow) => void;
}

/** Says that a version is shown, not the draft, and leads back. */
export function VersionBanner({ version, run, canEdit, onShowVersion, onRestore }: VersionBannerProps) {
  const { t, i18n } = useTranslation();
  const at = shortTime(Date.parse(version.publishedAt), i18n.language);
  return (
    <div className="editor-banner" role="status">
      <IconEye size={17} aria-hidden />
      <Text size="sm" flex={1}>
        {run
          ? t('canvas.versions.showingRun', { number: version.number, ticket: run.ticket.number })
          : t('canvas.versions.showing', { number: version.number, at })}
      </Text>
      <Group gap={6}>
        {canEdit && !run && (
          <Button size="compact-sm" variant="default" onClick={() => onRestore(version.flow)}>
            {t('canvas.versions.restore')}
          </Button>
        )}
        <Button size="compact-sm" onClick={() => onShowVersion(null)}>
          {t('canvas.versions.backToDraft')}
        </Button>
      </Group>
    </div>
  );
}
