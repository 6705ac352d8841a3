import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ClockField } from './ClockField.tsx';
import type { DayHours } from './week-edits.ts';

interface HoursFieldsProps {
  readonly hours: readonly DayHours[];
  /** What day they are of, for labels. */
  readonly day: string;
  readonly isEditable: boolean;
  /** The problem of each, by place. */
  readonly problems: ReadonlyMap<number, string>;
  readonly onChange: (hours: readonly DayHours[]) => void;
}

/** The hours of one day, from and to; several where the day is split. */
export function HoursFields({ hours, day, isEditable, problems, onChange }: HoursFieldsProps) {
  const { t } = useTranslation();
  if (hours.length === 0) return <Text className="alur-faint calendar-closed">{t('calendars.closed')}</Text>;
  if (!isEditable)
    return <Text className="alur-number">{hours.map(({ from, to }) => `${from}–${to}`).join(', ')}</Text>;
  return (
    <Stack gap={6}>
      {hours.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours have no identity but their place
        <div key={index}>
          <Group gap={6} wrap="nowrap">
            <ClockField
              label={t('calendars.from', { day })}
              isWrong={problems.has(index)}
              value={each.from}
              onChange={(from) => onChange(hours.with(index, { ...each, from }))}
            />
            <Text size="sm" aria-hidden>
              –
            </Text>
            <ClockField
              label={t('calendars.to', { day })}
              isWrong={problems.has(index)}
              value={each.to}
              onChange={(to) => onChange(hours.with(index, { ...each, to }))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('calendars.removeHours', { day, from: each.from, to: each.to })}
              onClick={() => onChange(hours.toSpliced(index, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
          {problems.has(index) && (
            <Text size="xs" c="red" role="alert" mt={2}>
              {problems.get(index)}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  );
}
