import { exportFlow } from '@alur/engine';
import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconCheck,
  IconDotsVertical,
  IconDownload,
  IconPlayerPause,
  IconSearch,
  IconSquare,
  IconUpload,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showUserErrors } from '../../shell/notices.ts';
import { useAction } from '../../shell/use-action.ts';
import { ImportIntoDraft } from '../exchange/ImportIntoDraft.tsx';
import { downloadPortable } from '../exchange/portable-file.ts';
import { UpdateFlowDocument } from '../flow-documents.ts';
import { useReferences } from '../references/references-context.ts';
import { useRollingBack } from '../versions/use-rolling-back.ts';
import { useEditor, useView } from './editor-context.ts';
import type { OpenedFlow } from './OpenFlow.tsx';

interface EditorMenuProps {
  readonly opened: OpenedFlow;
  readonly canEdit: boolean;
  readonly isPhone: boolean;
}

/** What one does seldom with a flow: find, stop-on-match, import, export, turn off. */
export function EditorMenu({ opened, canEdit, isPhone }: EditorMenuProps) {
  const { t } = useTranslation();
  const { store, view, perform, isReadOnly } = useEditor();
  const isActivityShown = useView((state) => state.isActivityShown);
  const { row, live } = opened;
  const [update] = useAction(UpdateFlowDocument);
  const { turnOff } = useRollingBack(row.id);
  const { references } = useReferences();
  const [isImporting, setIsImporting] = useState(false);
  const say = (message: string) => notifications.show({ color: 'red', message });

  const toggleStop = async () => {
    const { data } = await update({ variables: { input: { id: row.id, stopOnMatch: !row.stopOnMatch } } });
    showUserErrors(data?.updateFlow.userErrors);
  };

  return (
    <>
      <Menu position="bottom-end" withinPortal width={270}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('canvas.editor.menu')}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconSearch size={15} />}
            rightSection={<kbd className="editor-key">Ctrl K</kbd>}
            onClick={() => view.setState({ picker: { type: 'find' } })}
          >
            {t('canvas.editor.find')}
          </Menu.Item>
          {isPhone && (
            <Menu.Item
              role="menuitemcheckbox"
              aria-checked={isActivityShown}
              leftSection={isActivityShown ? <IconCheck size={15} /> : <IconSquare size={15} />}
              onClick={() => view.setState({ isActivityShown: !isActivityShown })}
            >
              {t('canvas.activity.toggle')}
            </Menu.Item>
          )}
          {canEdit && (
            <Menu.Item
              role="menuitemcheckbox"
              aria-checked={row.stopOnMatch}
              closeMenuOnClick={false}
              leftSection={row.stopOnMatch ? <IconCheck size={15} /> : <IconSquare size={15} />}
              onClick={() => void toggleStop()}
            >
              {t('canvas.editor.stopOnMatch')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconDownload size={15} />}
            onClick={() => downloadPortable(exportFlow(store.getState().flow, references, { name: row.name }))}
          >
            {t('canvas.editor.export')}
          </Menu.Item>
          {!isReadOnly && (
            <Menu.Item leftSection={<IconUpload size={15} />} onClick={() => setIsImporting(true)}>
              {t('canvas.editor.import')}
            </Menu.Item>
          )}
          {canEdit && live && (
            <>
              <Menu.Divider />
              <Menu.Item
                className="danger"
                leftSection={<IconPlayerPause size={15} />}
                onClick={() => void turnOff(live).then((problem) => problem !== null && say(problem))}
              >
                {t('canvas.editor.turnOff')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isImporting && (
        <ImportIntoDraft
          onTake={(flow) => perform({ type: 'replace', flow, cause: 'import' })}
          onClose={() => setIsImporting(false)}
        />
      )}
    </>
  );
}
