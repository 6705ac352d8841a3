import { type FactDefinition, findFact } from '@alur/engine';
import { ActionIcon, Box, Group, Input, Menu, Select, Stack, Text } from '@mantine/core';
import { IconDotsVertical, IconEraser, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ValueEditor } from '../condition/ValueEditor.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { type ConfigFieldProps, recordOf, useFieldWords } from './field-props.ts';

/** Fields of the ticket and the values they get: a record of fact to value; null empties the field, `{fact}` copies. */
export function FieldValuesField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const fields = recordOf(config[field.key]);
  const free = facts.filter(({ fact, isSettable }) => isSettable && !(fact in fields));
  const remove = (fact: string) => onChange(Object.fromEntries(Object.entries(fields).filter(([key]) => key !== fact)));
  return (
    <Input.Wrapper size="xs" {...useFieldWords(props)} labelElement="div">
      <Stack gap={8} mt={4}>
        {Object.entries(fields).map(([fact, given]) => {
          const definition = findFact(facts, fact);
          const label = definition?.label[locale] ?? fact;
          return (
            <Box key={fact} className="alur-comparison" role="group" aria-label={label}>
              <Group justify="space-between" wrap="nowrap" mb={4}>
                <Text size="xs" fw={600} tt="capitalize">
                  {label}
                </Text>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={t('canvas.inspector.fieldMenu', { label })}
                    >
                      <IconDotsVertical size={14} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item
                      leftSection={<IconEraser size={14} />}
                      onClick={() => onChange({ ...fields, [fact]: given === null ? startValue(definition) : null })}
                    >
                      {t(given === null ? 'canvas.inspector.giveValue' : 'canvas.inspector.makeEmpty')}
                    </Menu.Item>
                    <Menu.Item leftSection={<IconTrash size={14} />} className="danger" onClick={() => remove(fact)}>
                      {t('canvas.inspector.removeField')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </Group>
              {given === null || !definition ? (
                <Text size="xs" className="alur-faint">
                  {t(given === null ? 'canvas.inspector.isEmptied' : 'canvas.inspector.unknownField')}
                </Text>
              ) : (
                <ValueEditor
                  definition={definition}
                  shape={definition.type === 'set' ? 'many' : 'one'}
                  value={given}
                  locale={locale}
                  label={label}
                  onChange={(next) => onChange({ ...fields, [fact]: next ?? startValue(definition) })}
                />
              )}
            </Box>
          );
        })}
        <Select
          aria-label={t('canvas.inspector.addField')}
          placeholder={t('canvas.inspector.addField')}
          size="xs"
          searchable
          selectFirstOptionOnChange
          value={null}
          data={free.map(({ fact, label }) => ({ value: fact, label: label[locale] }))}
          nothingFoundMessage={t('canvas.condition.nothingFound')}
          onChange={(fact) => fact && onChange({ ...fields, [fact]: startValue(findFact(facts, fact)) })}
        />
      </Stack>
    </Input.Wrapper>
  );
}

/** What a field's value is until somebody fills it in: the check asks for it, save where yes is meant. */
function startValue(definition: FactDefinition | undefined): unknown {
  if (definition?.type === 'boolean') return true;
  return definition?.type === 'set' ? [] : '';
}
