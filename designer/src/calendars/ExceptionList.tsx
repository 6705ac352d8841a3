import type { CalendarException } from '@alur/engine';
import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withException } from './calendar-draft.ts';
import { dateText } from './date-text.ts';
import { HoursFields } from './HoursFields.tsx';
import { nextHours } from './week-edits.ts';

interface ExceptionListProps {
  readonly exceptions: readonly CalendarException[];
  readonly isEditable: boolean;
  /** The problem of each stretch: by the place of the day, then by that of the hours. */
  readonly problems: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly onChange: (exceptions: readonly CalendarException[]) => void;
}

const NONE: ReadonlyMap<number, string> = new Map();

/** Days with hours of their own, above week and holidays. */
export function ExceptionList({ exceptions, isEditable, problems, onChange }: ExceptionListProps) {
  const { t, i18n } = useTranslation();
  const [date, setDate] = useState('');
  const isNew = date !== '' && !exceptions.some((each) => each.date === date);
  const add = () => {
    if (isNew) onChange(withException(exceptions, { date, intervals: [{ from: '09:00', to: '12:00' }] }));
    setDate('');
  };
  return (
    <div className="calendar-list">
      {exceptions.length === 0 && (
        <Text size="sm" className="alur-faint">
          {t('calendars.noExceptions')}
        </Text>
      )}
      {exceptions.map((exception, index) => {
        const day = dateText(exception.date, i18n.language);
        const more = nextHours(exception.intervals);
        const change = (intervals: CalendarException['intervals']) =>
          onChange(exceptions.with(index, { ...exception, intervals }));
        return (
          <fieldset key={exception.date} className="calendar-exception" aria-label={day}>
            <strong className="alur-number">{day}</strong>
            <HoursFields
              hours={exception.intervals}
              day={day}
              isEditable={isEditable}
              problems={problems.get(index) ?? NONE}
              onChange={change}
            />
            {isEditable && (
              <div className="calendar-day-actions">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPlus size={14} aria-hidden />}
                  disabled={more === null}
                  aria-label={`${day}: ${t('calendars.addHours')}`}
                  onClick={() => more && change([...exception.intervals, more])}
                >
                  {t('calendars.addHours')}
                </Button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  aria-label={`${t('forms.remove')}: ${day}`}
                  onClick={() => onChange(exceptions.toSpliced(index, 1))}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </div>
            )}
          </fieldset>
        );
      })}
      {isEditable && (
        <Group gap="xs" align="flex-end">
          <TextInput
            type="date"
            size="sm"
            label={t('calendars.date')}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={!isNew}
            onClick={add}
          >
            {t('calendars.addException')}
          </Button>
        </Group>
      )}
    </div>
  );
}
