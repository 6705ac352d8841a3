import { Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ClockInputProps {
  /** `{from: 'HH:MM', to: 'HH:MM', timeZone?}`. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** A part of the day, from one time to another; over midnight where the second is earlier. */
export function ClockInput({ value, onChange }: ClockInputProps) {
  const { t } = useTranslation();
  const stored = typeof value === 'object' && value !== null ? (value as { from?: unknown; to?: unknown }) : {};
  const field = (key: 'from' | 'to') => (
    <TextInput
      type="time"
      size="xs"
      aria-label={t(`canvas.condition.${key}`)}
      value={typeof stored[key] === 'string' ? stored[key] : ''}
      onChange={(event) => onChange({ ...stored, [key]: event.currentTarget.value })}
    />
  );
  return (
    <Group gap={6} wrap="nowrap">
      {field('from')}
      <Text size="xs">{t('canvas.condition.and')}</Text>
      {field('to')}
    </Group>
  );
}
