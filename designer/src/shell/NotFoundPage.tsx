import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState.tsx';
import { usePageTitle } from './use-page-title.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <EmptyState icon={<IconMapOff size={40} stroke={1.4} />} title={t('notFound.title')} text={t('notFound.text')}>
      <Button component={Link} to="/flows" mt="sm">
        {t('notFound.home')}
      </Button>
    </EmptyState>
  );
}
