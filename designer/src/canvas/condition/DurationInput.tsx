import { Group, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DURATION_UNITS, type DurationUnit, durationParts } from './duration-parts.ts';

const UNITS: readonly DurationUnit[] = ['seconds', 'minutes', 'hours', 'days'];

interface DurationInputProps {
  /** Milliseconds; undefined while empty. */
  readonly value: number | undefined;
  readonly label: string;
  readonly onChange: (durationMs: number | undefined) => void;
}

/** A length of time as people write it: a number and a unit. */
export function DurationInput({ value, label, onChange }: DurationInputProps) {
  const { t } = useTranslation();
  const parts = value === undefined ? null : durationParts(value);
  const [chosenUnit, setChosenUnit] = useState<DurationUnit | null>(null);
  const unit = chosenUnit ?? parts?.unit ?? 'minutes';
  const amount = value === undefined ? '' : value / DURATION_UNITS[unit];
  return (
    <Group gap={6} wrap="nowrap" grow>
      <NumberInput
        aria-label={label}
        value={amount}
        min={0}
        size="xs"
        hideControls
        onChange={(next) => onChange(typeof next === 'number' ? next * DURATION_UNITS[unit] : undefined)}
      />
      <Select
        aria-label={t('canvas.condition.unit')}
        value={unit}
        size="xs"
        allowDeselect={false}
        data={UNITS.map((name) => ({ value: name, label: t(`canvas.condition.${name}`) }))}
        onChange={(next) => {
          const to = UNITS.find((name) => name === next);
          if (!to) return;
          setChosenUnit(to);
          if (typeof amount === 'number') onChange(amount * DURATION_UNITS[to]);
        }}
      />
    </Group>
  );
}
