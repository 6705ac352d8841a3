import { type FactDefinition, type Locale, operatorsOf } from '@alur/engine';
import { Box, Group, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { operatorOf, withOperator } from './comparison-edit.ts';
import type { DraftComparison } from './draft-condition.ts';
import { ValueEditor } from './ValueEditor.tsx';

interface ComparisonFieldsProps {
  readonly comparison: DraftComparison;
  /** The fact it is about. */
  readonly definition: FactDefinition;
  readonly locale: Locale;
  /** Operator above value, where there is no room for both side by side. */
  readonly isNarrow?: boolean;
  readonly onChange: (next: DraftComparison) => void;
}

/** How a fact is compared: the operator, and the value that the operator asks for. */
export function ComparisonFields({ comparison, definition, locale, isNarrow, onChange }: ComparisonFieldsProps) {
  const { t } = useTranslation();
  const operators = operatorsOf(definition);
  const operator = operatorOf(definition, comparison);
  const isWide = operator?.value === 'calendar' || operator?.value === 'weekdays' || operator?.value === 'clock';
  const isStacked = isWide || isNarrow === true;
  const fields = (
    <>
      <Select
        aria-label={t('canvas.condition.operator')}
        size="xs"
        flex={isStacked ? undefined : '0 1 44%'}
        allowDeselect={false}
        error={operator === undefined}
        data={operators.map(({ op, label }) => ({ value: op, label: label[locale] }))}
        value={operator?.op ?? null}
        onChange={(op) => {
          const next = operators.find((candidate) => candidate.op === op);
          if (next) onChange(withOperator(comparison, definition, next));
        }}
      />
      {operator && operator.value !== 'none' && (
        <Box flex={1} miw={0}>
          <ValueEditor
            definition={definition}
            shape={operator.value}
            value={comparison.value}
            locale={locale}
            label={t('canvas.condition.value')}
            onChange={(value) =>
              onChange({ fact: comparison.fact, op: comparison.op, ...(value === undefined ? {} : { value }) })
            }
          />
        </Box>
      )}
    </>
  );
  if (isStacked) return <Stack gap={6}>{fields}</Stack>;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      {fields}
    </Group>
  );
}
