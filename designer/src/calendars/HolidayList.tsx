import type { Holiday } from '@alur/engine';
import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withHoliday } from './calendar-draft.ts';
import { dateText } from './date-text.ts';

interface HolidayListProps {
  readonly holidays: readonly Holiday[];
  readonly isEditable: boolean;
  readonly problem: string | undefined;
  /** The way to import, beside the field that adds one. */
  readonly importButton: ReactNode;
  readonly onChange: (holidays: readonly Holiday[]) => void;
}

/** Closed days by year, newest year last; past years are folded. */
export function HolidayList({ holidays, isEditable, problem, importButton, onChange }: HolidayListProps) {
  const { t, i18n } = useTranslation();
  const years = [...new Set(holidays.map(({ date }) => date.slice(0, 4)))].map((year) => ({
    year,
    own: holidays.filter(({ date }) => date.startsWith(year)),
  }));
  const thisYear = String(new Date().getFullYear());
  return (
    <div className="calendar-list">
      {holidays.length === 0 && (
        <Text size="sm" className="alur-faint">
          {t('calendars.noHolidays')}
        </Text>
      )}
      {years.map(({ year, own }) => (
        <details key={year} open={year >= thisYear}>
          <summary className="alur-number">
            {year} <span className="alur-faint">{t('calendars.days', { count: own.length })}</span>
          </summary>
          <ul>
            {own.map((holiday) => (
              <li key={`${holiday.date} ${holiday.name}`}>
                <span className="alur-number">{dateText(holiday.date, i18n.language)}</span>
                <span>{holiday.name}</span>
                {isEditable && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={28}
                    aria-label={`${t('forms.remove')}: ${holiday.name}`}
                    onClick={() => onChange(holidays.filter((each) => each !== holiday))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {problem && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
      {isEditable && (
        <Group gap="xs" align="flex-end">
          <AddHoliday onAdd={(holiday) => onChange(withHoliday(holidays, holiday))} />
          {importButton}
        </Group>
      )}
    </div>
  );
}

function AddHoliday({ onAdd }: { readonly onAdd: (holiday: Holiday) => void }) {
  const { t } = useTranslation();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const isReady = date !== '' && name.trim() !== '';
  const add = () => {
    if (!isReady) return;
    onAdd({ date, name: name.trim() });
    setName('');
  };
  const addByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <TextInput
        type="date"
        size="sm"
        label={t('calendars.date')}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
        onKeyDown={addByKey}
      />
      <TextInput
        size="sm"
        label={t('calendars.holidayName')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={addByKey}
      />
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={!isReady}
        onClick={add}
      >
        {t('forms.add')}
      </Button>
    </Group>
  );
}
