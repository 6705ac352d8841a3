import { FACT_GROUPS, type FactDefinition, type FactGroup, type Locale } from '@alur/engine';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface FactSelectProps {
  readonly facts: readonly FactDefinition[];
  readonly value: string;
  readonly locale: Locale;
  /** What choosing is for; absent: the fact of a comparison. */
  readonly label?: string;
  readonly onChange: (definition: FactDefinition) => void;
}

/** Which fact a comparison is about: grouped, found by typing part of its name. */
export function FactSelect({ facts, value, locale, label, onChange }: FactSelectProps) {
  const { t } = useTranslation();
  const isKnown = value === '' || facts.some((definition) => definition.fact === value);
  const data = useMemo(() => {
    const groups = Object.keys(FACT_GROUPS) as FactGroup[];
    const known = groups.map((group) => ({
      group: FACT_GROUPS[group][locale],
      items: facts
        .filter((definition) => definition.group === group)
        .map((definition) => ({ value: definition.fact, label: definition.label[locale] })),
    }));
    const stranger = { value, label: t('canvas.condition.deleted', { value }) };
    return [...known.filter(({ items }) => items.length > 0), ...(isKnown ? [] : [stranger])];
  }, [facts, locale, value, isKnown, t]);
  return (
    <Select
      aria-label={label ?? t('canvas.condition.fact')}
      placeholder={label ?? t('canvas.condition.chooseFact')}
      size="xs"
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      error={!isKnown}
      data={data}
      value={value === '' ? null : value}
      nothingFoundMessage={t('canvas.condition.nothingFound')}
      onChange={(fact) => {
        const definition = facts.find((candidate) => candidate.fact === fact);
        if (definition) onChange(definition);
      }}
    />
  );
}
