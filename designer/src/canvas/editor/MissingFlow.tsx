import { Button } from '@mantine/core';
import { IconRouteOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shell/EmptyState.tsx';

/** In place of a flow that doesn't exist, or no longer. */
export function MissingFlow() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconRouteOff size={40} stroke={1.4} />}
      title={t('canvas.editor.missing')}
      text={t('canvas.editor.missingText')}
    >
      <Button renderRoot={(props) => <Link {...props} to="/flows" />}>{t('canvas.editor.back')}</Button>
    </EmptyState>
  );
}
