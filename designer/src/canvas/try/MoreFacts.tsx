import { FACT_GROUPS, type FactDefinition, type FactGroup, type Facts, findFact } from '@alur/engine';
import { ActionIcon, Box, Group, Input, Select, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ValueEditor } from '../condition/ValueEditor.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { isFactValue } from './trial-facts.ts';

interface MoreFactsProps {
  readonly values: Facts;
  readonly onChange: (values: Facts) => void;
}

/** Anything else that is known of a written ticket: custom fields, agents available, what has waited how long. */
export function MoreFacts({ values, onChange }: MoreFactsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const without = (fact: string) => Object.fromEntries(Object.entries(values).filter(([key]) => key !== fact));
  const groups = Object.keys(FACT_GROUPS) as FactGroup[];
  const free = facts.filter(({ fact }) => !(fact in values) && !fact.startsWith('result.') && fact !== 'time.now');
  return (
    <Stack gap="xs">
      {Object.entries(values).map(([fact, value]) => {
        const definition = findFact(facts, fact);
        if (!definition) return null;
        const label = definition.label[locale];
        return (
          <Input.Wrapper key={fact} size="xs" label={label} labelElement="div">
            <Group gap={4} wrap="nowrap" align="flex-start">
              <Box flex={1} miw={0}>
                <ValueEditor
                  definition={definition}
                  shape={definition.type === 'set' ? 'many' : 'one'}
                  value={value}
                  locale={locale}
                  label={label}
                  onChange={(next) => onChange({ ...values, [fact]: isFactValue(next) ? next : undefined })}
                />
              </Box>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={t('canvas.inspector.removeRow', { name: label })}
                onClick={() => onChange(without(fact))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Group>
          </Input.Wrapper>
        );
      })}
      <Select
        size="xs"
        searchable
        selectFirstOptionOnChange
        value={null}
        aria-label={t('canvas.try.more')}
        placeholder={t('canvas.try.more')}
        nothingFoundMessage={t('canvas.condition.nothingFound')}
        data={groups
          .map((group) => ({
            group: FACT_GROUPS[group][locale],
            items: free
              .filter((definition) => definition.group === group)
              .map(({ fact, label }) => ({ value: fact, label: label[locale] })),
          }))
          .filter(({ items }) => items.length > 0)}
        onChange={(fact) => {
          const definition = fact === null ? undefined : findFact(facts, fact);
          if (definition) onChange({ ...values, [definition.fact]: startOf(definition) });
        }}
      />
    </Stack>
  );
}

function startOf({ type }: FactDefinition) {
  if (type === 'boolean') return true;
  return type === 'set' ? [] : undefined;
}
