import { type FactDefinition, findFact } from '@alur/engine';
import { ActionIcon, Box, Group, Input, Menu, Select, Stack, Text } from '@mantine/core';
import { IconArrowDownLeft, IconDotsVertical, IconEraser, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FactSelect } from '../condition/FactSelect.tsx';
import { ValueEditor } from '../condition/ValueEditor.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { errorText, issuesAt, issuesOutside } from './field-issues.ts';
import { type ConfigFieldProps, recordOf, textOf, useFieldWords } from './field-props.ts';

/** Fields of the ticket and the values they get: a record of fact to value; null empties the field, `{fact}` copies. */
export function FieldValuesField({ field, config, issues = [], onChange }: ConfigFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const fields = recordOf(config[field.key]);
  const free = facts.filter(({ fact, isSettable }) => isSettable && !(fact in fields));
  const outside = issuesOutside(issues, Object.keys(fields));
  return (
    <Input.Wrapper size="xs" {...useFieldWords({ field, issues: outside })} labelElement="div">
      <Stack gap={8} mt={4}>
        {Object.entries(fields).map(([fact, given]) => (
          <FieldValue
            key={fact}
            fact={fact}
            given={given}
            error={errorText(issuesAt(issues, fact))}
            onChange={(next) => onChange({ ...fields, [fact]: next })}
            onRemove={() => onChange(Object.fromEntries(Object.entries(fields).filter(([key]) => key !== fact)))}
          />
        ))}
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

interface FieldValueProps {
  readonly fact: string;
  readonly given: unknown;
  readonly error: string | undefined;
  readonly onChange: (given: unknown) => void;
  readonly onRemove: () => void;
}

/** One field and where its value comes from: written here, copied from another fact, or none. */
function FieldValue({ fact, given, error, onChange, onRemove }: FieldValueProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const definition = findFact(facts, fact);
  const label = definition?.label[locale] ?? fact;
  const isCopied = typeof given === 'object' && given !== null && !Array.isArray(given);
  return (
    <Box className="alur-comparison" role="group" aria-label={label}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Text size="xs" fw={600} className="first-capital">
          {label}
        </Text>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('canvas.inspector.fieldMenu', { label })}>
              <IconDotsVertical size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {(given === null || isCopied) && (
              <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => onChange(startValue(definition))}>
                {t('canvas.inspector.giveValue')}
              </Menu.Item>
            )}
            {!isCopied && (
              <Menu.Item leftSection={<IconArrowDownLeft size={14} />} onClick={() => onChange({ fact: '' })}>
                {t('canvas.inspector.copyValue')}
              </Menu.Item>
            )}
            {given !== null && (
              <Menu.Item leftSection={<IconEraser size={14} />} onClick={() => onChange(null)}>
                {t('canvas.inspector.makeEmpty')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconTrash size={14} />} className="danger" onClick={onRemove}>
              {t('canvas.inspector.removeField')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {given === null && <FaintText text={t('canvas.inspector.isEmptied')} />}
      {given !== null && !definition && <FaintText text={t('canvas.inspector.unknownField')} />}
      {definition && isCopied && (
        <>
          <FaintText text={t('canvas.inspector.copiedFrom')} />
          <FactSelect
            facts={facts.filter((other) => other.fact !== fact && canFill(other, definition))}
            value={textOf(recordOf(given).fact)}
            locale={locale}
            onChange={(other) => onChange({ fact: other.fact })}
          />
        </>
      )}
      {definition && given !== null && !isCopied && (
        <ValueEditor
          definition={definition}
          shape={definition.type === 'set' ? 'many' : 'one'}
          value={given}
          locale={locale}
          label={label}
          onChange={(next) => onChange(next ?? startValue(definition))}
        />
      )}
      {error !== undefined && (
        <Input.Error size="xs" mt={6}>
          {error}
        </Input.Error>
      )}
    </Box>
  );
}

function FaintText({ text }: { readonly text: string }) {
  return (
    <Text size="xs" className="alur-faint">
      {text}
    </Text>
  );
}

const WORDS: ReadonlySet<FactDefinition['type']> = new Set(['text', 'option']);

/** Whether a field may take over what a fact holds: of its type, texts and options standing for each other. */
function canFill(from: FactDefinition, to: FactDefinition): boolean {
  if (from.type === 'reference' || to.type === 'reference') return from.reference === to.reference;
  return from.type === to.type || (WORDS.has(from.type) && WORDS.has(to.type));
}

/** What a field's value is until somebody fills it in: the check asks for it, save where yes is meant. */
function startValue(definition: FactDefinition | undefined): unknown {
  if (definition?.type === 'boolean') return true;
  return definition?.type === 'set' ? [] : '';
}
