import { Chip, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Weekdays as the engine counts them: 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface WeekdaysInputProps {
  /** `{days: [1-7], timeZone?}`. */
  readonly value: unknown;
  readonly label: string;
  readonly onChange: (value: unknown) => void;
}

/** Days of the week as chips. */
export function WeekdaysInput({ value, label, onChange }: WeekdaysInputProps) {
  const { i18n } = useTranslation();
  const stored = typeof value === 'object' && value !== null ? (value as { days?: unknown }) : {};
  const days = Array.isArray(stored.days) ? stored.days.filter((day) => typeof day === 'number') : [];
  return (
    <Group gap={4} role="group" aria-label={label}>
      <Chip.Group
        multiple
        value={days.map(String)}
        onChange={(next) => onChange({ ...stored, days: next.map(Number).sort((a, b) => a - b) })}
      >
        {WEEKDAYS.map((day) => (
          <Chip key={day} value={String(day)} size="xs" radius="sm">
            {weekdayName(day, i18n.language, 'short')}
          </Chip>
        ))}
      </Chip.Group>
    </Group>
  );
}

/** The name of a weekday, 1 is Monday. */
export function weekdayName(day: number, language: string, length: 'short' | 'long'): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}
