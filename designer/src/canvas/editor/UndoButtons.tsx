import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useEditor } from './editor-context.ts';
import { IconButton } from './IconButton.tsx';

/** Undo and redo of the whole document, wherever they stand. */
export function UndoButtons() {
  const { t } = useTranslation();
  const { actions, store } = useEditor();
  const canUndo = useStore(store.temporal, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(store.temporal, ({ futureStates }) => futureStates.length > 0);
  return (
    <>
      <IconButton label={t('canvas.editor.undo')} isDisabled={!canUndo} onPress={actions.undo}>
        <IconArrowBackUp size={18} />
      </IconButton>
      <IconButton label={t('canvas.editor.redo')} isDisabled={!canRedo} onPress={actions.redo}>
        <IconArrowForwardUp size={18} />
      </IconButton>
    </>
  );
}
