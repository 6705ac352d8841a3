import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before a page with unsaved changes is left, by link, back button or closing the tab. */
export function useLeaveGuard(isUnsaved: boolean): void {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: () => !window.confirm(t('forms.leave')),
    disabled: !isUnsaved,
    enableBeforeUnload: isUnsaved,
  });
}
