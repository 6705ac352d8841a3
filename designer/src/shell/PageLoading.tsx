import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What a page shows until its parts are here. */
export function PageLoading() {
  const { t } = useTranslation();
  return (
    <Stack p="lg" gap="md" aria-busy="true" aria-label={t('common.loading')}>
      <Skeleton height={30} width={220} />
      <Skeleton height={120} />
      <Skeleton height={280} />
    </Stack>
  );
}
