import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface LevelSelectProps {
  readonly label: string;
  /** What no level means here. */
  readonly noneLabel: string;
  readonly value: number | null;
  readonly error: string | undefined;
  readonly onChange: (level: number | null) => void;
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** A support level: the higher, the harder the matters. */
export function LevelSelect({ label, noneLabel, value, error, onChange }: LevelSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      description={t('settings.levelHelp')}
      allowDeselect={false}
      error={error}
      value={value === null ? 'none' : String(value)}
      onChange={(chosen) => onChange(LEVELS.find((level) => String(level) === chosen) ?? null)}
      data={[
        { value: 'none', label: noneLabel },
        ...LEVELS.map((level) => ({ value: String(level), label: t('settings.levelOf', { level }) })),
      ]}
    />
  );
}
