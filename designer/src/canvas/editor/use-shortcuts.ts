import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorActions } from './editor-actions.ts';
import { useEditor } from './editor-context.ts';

/**
 * Keys of the editor, wherever the focus is: undo, redo, find, duplicate, delete, select all, tidy. Keys pressed in a
 * field, a menu or a dialog belong to that; copy and paste work on selected steps, where no text is selected.
 */
export function useShortcuts(): void {
  const { t } = useTranslation();
  const { actions, view, store, isReadOnly } = useEditor();
  useEffect(() => {
    const selected = () => view.getState().selectedNodeIds;
    const onKeyDown = (event: KeyboardEvent) => {
      const hasCommand = event.ctrlKey || event.metaKey;
      const key = `${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
      if (hasCommand && key === 'k') {
        event.preventDefault();
        return view.setState({ picker: { type: 'find' } });
      }
      if (isElsewhere(event.target)) return;
      if (hasCommand && key === 'a') {
        event.preventDefault();
        return actions.select(store.getState().flow.nodes.map(({ id }) => id));
      }
      if (isReadOnly) return;
      const edit = hasCommand && key === 'd' ? () => actions.duplicate(selected()) : historyActionOf(event, actions);
      if (edit) {
        event.preventDefault();
        edit();
      } else if (!hasCommand && (event.key === 'Delete' || event.key === 'Backspace')) {
        event.preventDefault();
        actions.deleteSelected();
      }
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isElsewhere(event.target) || selected().size === 0 || hasSelectedText()) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', actions.copyText(selected()));
      actions.announce(t('canvas.said.copied', { count: selected().size }));
    };
    const onCut = (event: ClipboardEvent) => {
      onCopy(event);
      if (event.defaultPrevented && !isReadOnly) actions.deleteSelected();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isReadOnly || isElsewhere(event.target)) return;
      if (actions.paste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [actions, view, store, isReadOnly, t]);
}

/** Undo or redo, where a key asks for it. */
export function historyActionOf(
  { key, ctrlKey, metaKey, shiftKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  { undo, redo }: Pick<EditorActions, 'undo' | 'redo'>,
): (() => void) | undefined {
  if (!ctrlKey && !metaKey) return undefined;
  if (key.toLowerCase() === 'z') return shiftKey ? redo : undo;
  return key.toLowerCase() === 'y' && !shiftKey ? redo : undefined;
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]') !== null;
}

function hasSelectedText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
