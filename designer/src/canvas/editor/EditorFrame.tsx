import type { Flow } from '@alur/engine';
import { ActionIcon, Drawer, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { useActivity } from '../activity/use-activity.ts';
import { ConflictDialog } from '../draft/ConflictDialog.tsx';
import type { DraftSaver } from '../draft/draft-saver.ts';
import { Outline } from '../outline/Outline.tsx';
import { Palette } from '../palette/Palette.tsx';
import { Picker } from '../palette/Picker.tsx';
import { useChecking } from '../problems/use-checking.ts';
import { PublishDialog } from '../publish/PublishDialog.tsx';
import { loadCanvas } from '../surface/load-canvas.ts';
import { useLightSteps } from '../try/light-run.ts';
import type { KnownRun } from '../try/RunPanel.tsx';
import type { LoadedVersion } from '../versions/load-version.ts';
import { Announcements } from './Announcements.tsx';
import { EditorHeader } from './EditorHeader.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { useDocument, useEditor, useView } from './editor-context.ts';
import type { OpenedFlow } from './OpenFlow.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { VersionBanner } from './VersionBanner.tsx';
import './editor.css';

const FlowCanvas = lazy(() => loadCanvas().then((module) => ({ default: module.FlowCanvas })));

export interface EditorFrameProps {
  readonly opened: OpenedFlow;
  readonly saver: DraftSaver;
  readonly version: LoadedVersion | null;
  readonly run: KnownRun | null;
  readonly canEdit: boolean;
  readonly onShowVersion: (number: number | null) => void;
  /** Takes a document up as the draft. */
  readonly onRestore: (flow: Flow) => void;
}

/** The editor around the open document: header, palette, canvas or outline, and the side panel. */
export function EditorFrame(props: EditorFrameProps) {
  const { opened, saver, version, run, canEdit, onShowVersion, onRestore } = props;
  const { t } = useTranslation();
  const { view, isReadOnly } = useEditor();
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const isOutline = useView((state) => state.isOutline) || isPhone;
  const isPaletteShown = useView((state) => state.isPaletteShown);
  const panel = useView((state) => state.panel);
  const isTableShown = useView(({ tableNodeId }) => tableNodeId !== null);
  const isEmpty = useDocument(({ flow }) => flow.nodes.length === 0);
  const [isPublishing, setIsPublishing] = useState(false);
  useShortcuts();
  useChecking();
  useActivity();
  useLightSteps();
  useEffect(() => {
    if (panel !== 'try' && panel !== 'run') view.setState({ path: null });
  }, [panel, view]);
  useEffect(() => {
    if (run) view.setState({ panel: 'run' });
  }, [run, view]);

  const side = <SidePanel {...props} />;
  const close = () => view.setState({ panel: null });
  return (
    <div className="editor" data-testid="flow-editor">
      <EditorHeader {...props} isPhone={isPhone} onPublish={() => setIsPublishing(true)} />
      {version && (
        <VersionBanner
          version={version}
          run={run}
          canEdit={canEdit}
          onShowVersion={onShowVersion}
          onRestore={onRestore}
        />
      )}
      <div className="editor-body">
        {!isReadOnly && !isPhone && isPaletteShown && <Palette />}
        <div className="editor-stage">
          {isOutline ? (
            <Outline />
          ) : (
            <Suspense fallback={<PageLoading />}>
              <FlowCanvas />
            </Suspense>
          )}
          {isEmpty && !isOutline && <EmptyCanvas />}
          {!isReadOnly && !isPhone && !isPaletteShown && (
            <Tooltip label={t('canvas.palette.show')}>
              <ActionIcon
                className="editor-palette-open"
                variant="default"
                size={34}
                aria-label={t('canvas.palette.show')}
                onClick={() => view.setState({ isPaletteShown: true })}
              >
                <IconLayoutSidebarLeftExpand size={18} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
        {!isPhone && side}
      </div>
      {isPhone && (
        <Drawer
          opened={panel !== null}
          onClose={close}
          position="bottom"
          size="100%"
          // What lies over the panel closes first.
          closeOnEscape={!isTableShown}
          withCloseButton={false}
          padding={0}
          keepMounted
          aria-label={panel ? t(`canvas.panel.${panel}`) : ''}
        >
          {side}
        </Drawer>
      )}
      <Picker />
      {isPublishing && <PublishDialog saver={saver} live={opened.live} onClose={() => setIsPublishing(false)} />}
      {!version && <ConflictDialog saver={saver} />}
      <Announcements />
    </div>
  );
}
