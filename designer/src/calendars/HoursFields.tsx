import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
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
            <TextInput
              type="time"
              size="sm"
              step={300}
              aria-label={t('calendars.from', { day })}
              aria-invalid={problems.has(index) || undefined}
              value={each.from}
              onChange={(event) => onChange(hours.with(index, { ...each, from: event.currentTarget.value }))}
            />
            <Text size="sm" aria-hidden>
              –
            </Text>
            <TextInput
              type="time"
              size="sm"
              step={300}
              aria-label={t('calendars.to', { day })}
              aria-invalid={problems.has(index) || undefined}
              // The end of the day is midnight to a clock and 24:00 to a calendar.
              value={each.to === '24:00' ? '00:00' : each.to}
              onChange={({ currentTarget: { value } }) =>
                onChange(hours.with(index, { ...each, to: value === '00:00' ? '24:00' : value }))
              }
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
