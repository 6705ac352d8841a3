import { Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graph/failure.ts';

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** An error in place of content: what happened, how to mend it, and a button that tries again. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useTranslation();
  const { kind, reference } = failureOf(error);
  return (
    <Stack role="alert" align="flex-start" gap="xs" p="lg" className="alur-card">
      <IconAlertTriangle size={26} stroke={1.6} color="var(--mantine-color-red-6)" aria-hidden />
      <Text fw={600}>{t('failure.title')}</Text>
      <Text size="sm" className="alur-faint" maw={560}>
        {t(`failure.${kind}`)}
      </Text>
      {reference && (
        <Text size="xs" className="alur-faint">
          {t('failure.reference', { reference })}
        </Text>
      )}
      {onRetry && (
        <Button variant="default" size="sm" mt={4} onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </Stack>
  );
}
