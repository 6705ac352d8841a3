import { ActionIcon, Group, ScrollArea, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Activity, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Inspector } from '../inspector/Inspector.tsx';
import { ProblemsPanel } from '../problems/ProblemsPanel.tsx';
import { RunPanel } from '../try/RunPanel.tsx';
import { TryPanel } from '../try/TryPanel.tsx';
import { VersionsPanel } from '../versions/VersionsPanel.tsx';
import type { EditorFrameProps } from './EditorFrame.tsx';
import { useEditor, useView } from './editor-context.ts';
import { useRestoring } from './use-restoring.ts';

/** What stands beside the canvas: settings, problems, trial, history or a run. A trial keeps its place when hidden. */
export function SidePanel({ opened, version, run, canEdit, onShowVersion, onRestore }: EditorFrameProps) {
  const { t } = useTranslation();
  const { flowId, view } = useEditor();
  const panel = useView((state) => state.panel);
  const restore = useRestoring(flowId, onRestore);
  const [isTried, setIsTried] = useState(false);
  if (panel === 'try' && !isTried) setIsTried(true);
  if (panel === null && !isTried) return null;
  return (
    <aside className="side" hidden={panel === null} aria-label={panel ? t(`canvas.panel.${panel}`) : undefined}>
      <Group className="side-head" justify="space-between" wrap="nowrap">
        <Text component="h2" fw={650} size="sm">
          {panel && t(`canvas.panel.${panel}`)}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('canvas.panel.close')}
          onClick={() => view.setState({ panel: null, path: null })}
        >
          <IconX size={17} />
        </ActionIcon>
      </Group>
      <ScrollArea className="side-body" type="auto">
        {panel === 'inspector' && <Inspector />}
        {panel === 'problems' && <ProblemsPanel />}
        {panel === 'versions' && (
          <VersionsPanel
            flowId={flowId}
            live={opened.live}
            shownNumber={version?.number ?? null}
            isReadOnly={!canEdit}
            onShow={onShowVersion}
            onRestore={restore}
          />
        )}
        {panel === 'run' && run && <RunPanel run={run} />}
        {isTried && (
          <Activity mode={panel === 'try' ? 'visible' : 'hidden'}>
            <TryPanel />
          </Activity>
        )}
      </ScrollArea>
    </aside>
  );
}
