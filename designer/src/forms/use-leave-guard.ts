import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Asks before a page with unsaved changes is left, by link, back button or closing the tab. Gives a function that lets
 * go without asking, for leaving right after saving.
 */
export function useLeaveGuard(isUnsaved: boolean): () => void {
  const { t } = useTranslation();
  const isFree = useRef(false);
  useBlocker({
    shouldBlockFn: () => !isFree.current && !window.confirm(t('forms.leave')),
    disabled: !isUnsaved,
    enableBeforeUnload: isUnsaved,
  });
  return () => {
    isFree.current = true;
  };
}
