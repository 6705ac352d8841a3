import { ActionIcon, Button, Group, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useReferences } from '../references/references-context.ts';
import { ClockInput } from './ClockInput.tsx';
import { WEEKDAYS, weekdayName } from './WeekdaysInput.tsx';

interface Interval {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

interface CalendarInputProps {
  /** `{calendarId}` (null: the workspace's own), or `{timeZone?, intervals: [{weekday: 1-7, from: 'HH:MM', to: 'HH:MM'}]}`. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** The choices beside the calendars of the workspace. */
const OWN = 'own';
const WRITTEN = 'written';

/** Business hours: a calendar of the workspace, or hours written here. */
export function CalendarInput({ value, onChange }: CalendarInputProps) {
  const { t } = useTranslation();
  const { references } = useReferences();
  const stored = typeof value === 'object' && value !== null ? (value as { calendarId?: unknown }) : {};
  const isWritten = 'intervals' in stored;
  const calendarId = typeof stored.calendarId === 'string' ? stored.calendarId : null;
  const chosen = calendarId ?? ('calendarId' in stored ? OWN : null);
  const isGone = calendarId !== null && !references.calendars.some(({ id }) => id === calendarId);
  return (
    <Stack gap={6}>
      <Select
        size="xs"
        aria-label={t('canvas.inspector.calendar')}
        placeholder={t('canvas.condition.choose')}
        allowDeselect={false}
        error={isGone}
        value={isWritten ? WRITTEN : chosen}
        data={[
          { value: OWN, label: t('canvas.condition.ownCalendar') },
          ...references.calendars.map(({ id, name }) => ({ value: id, label: name })),
          ...(isGone ? [{ value: calendarId, label: t('canvas.condition.deleted', { value: calendarId }) }] : []),
          { value: WRITTEN, label: t('canvas.condition.writtenHours') },
        ]}
        onChange={(next) => {
          if (next === WRITTEN) onChange({ intervals: [] });
          else onChange({ calendarId: next === OWN ? null : next });
        }}
      />
      {isWritten && <HoursInput value={value} onChange={onChange} />}
    </Stack>
  );
}

/** Hours of a week, one line per stretch of a weekday. */
function HoursInput({ value, onChange }: CalendarInputProps) {
  const { t, i18n } = useTranslation();
  const stored = typeof value === 'object' && value !== null ? (value as { intervals?: unknown }) : {};
  const intervals = Array.isArray(stored.intervals) ? (stored.intervals as readonly Interval[]) : [];
  const change = (next: readonly Interval[]) => onChange({ ...stored, intervals: next });
  const addOffice = () => change([1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })));
  const addDay = () => {
    const last = intervals.at(-1);
    change([
      ...intervals,
      { weekday: ((last?.weekday ?? 0) % 7) + 1, from: last?.from ?? '09:00', to: last?.to ?? '17:00' },
    ]);
  };
  return (
    <Stack gap={6}>
      {intervals.map((interval, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
        <Group key={index} gap={6}>
          <Select
            size="xs"
            w={104}
            flex="none"
            aria-label={t('canvas.condition.weekday')}
            allowDeselect={false}
            value={String(interval.weekday)}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day, i18n.language, 'short') }))}
            onChange={(day) => change(intervals.with(index, { ...interval, weekday: Number(day) }))}
          />
          <ClockInput
            value={interval}
            onChange={(clock) => change(intervals.with(index, { ...interval, ...(clock as Interval) }))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('canvas.condition.removeHours')}
            onClick={() => change(intervals.toSpliced(index, 1))}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </Group>
      ))}
      <Group gap={6}>
        <Button size="compact-xs" variant="light" leftSection={<IconPlus size={12} />} onClick={addDay}>
          {t('canvas.condition.addHours')}
        </Button>
        {intervals.length === 0 && (
          <Button size="compact-xs" variant="subtle" onClick={addOffice}>
            {t('canvas.condition.officeHours')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
