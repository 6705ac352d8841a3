import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface TimeZoneSelectProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly isDisabled: boolean;
  readonly onChange: (timeZone: string) => void;
}

/** Offered above all others: the zones of Indonesia. */
const NEAR = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

/** Every time zone the browser knows, found by typing a part of its name; the time there beside it. */
export function TimeZoneSelect({ value, error, isDisabled, onChange }: TimeZoneSelectProps) {
  const { t, i18n } = useTranslation();
  const zones = useMemo(() => {
    const known = new Set([...NEAR, ...Intl.supportedValuesOf('timeZone'), 'UTC', value]);
    return [...known].filter(Boolean);
  }, [value]);
  return (
    <Select
      label={t('settings.timeZone')}
      description={t('calendars.timeZoneHelp')}
      searchable
      allowDeselect={false}
      disabled={isDisabled}
      error={error}
      limit={60}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      renderOption={({ option }) => (
        <span className="calendar-zone">
          {option.label} <span className="alur-faint alur-number">{timeIn(option.value, i18n.language)}</span>
        </span>
      )}
    />
  );
}

function timeIn(timeZone: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(Date.now());
}
