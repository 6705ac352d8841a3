import { FACT_GROUPS, type FactDefinition, type FactGroup } from '@alur/engine';
import { Box, Button, Group, Menu, Select, Textarea } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import {
  type EditedText,
  onlyIfKnown,
  TEMPLATE_FORMS,
  type TemplateForm,
  withForm,
  withInserted,
} from './template-edit.ts';

interface TemplateFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string;
  readonly placeholder?: string;
  readonly value: string;
  /** `text` is read by people; `json` and `url` by machines, which may be told ids too. */
  readonly reader?: 'text' | 'json' | 'url';
  readonly onChange: (text: string) => void;
}

const FORMS = Object.keys(TEMPLATE_FORMS) as TemplateForm[];

/** Text with `{{ fact }}` variables; a variable picked from the list goes where the cursor is, and so does its form. */
export function TemplateField({ value, reader = 'text', onChange, ...wrapper }: TemplateFieldProps) {
  const { t } = useTranslation();
  const { facts } = useReferences();
  const ref = useRef<HTMLTextAreaElement>(null);
  const selection = () => {
    const area = ref.current;
    return { from: area?.selectionStart ?? value.length, to: area?.selectionEnd ?? value.length };
  };
  const apply = (edited: EditedText | null) => {
    if (!edited) return;
    onChange(edited.text);
    requestAnimationFrame(() => {
      ref.current?.focus();
      ref.current?.setSelectionRange(edited.cursor, edited.cursor);
    });
  };
  const insert = (fact: FactDefinition) => {
    const { from, to } = selection();
    // A date that people read needs a form, so it gets the usual one.
    const isDate = fact.type === 'instant' && reader === 'text';
    const variable = `{{ ${fact.fact}${isDate ? ` | ${TEMPLATE_FORMS.date}` : ''} }}`;
    apply(withInserted(value, from, to, variable));
  };
  const insertIf = () => {
    const { from, to } = selection();
    const [name = 'contact.name'] = /(?<=\{\{\s*)[\w.-]+/.exec(value.slice(from, to)) ?? [];
    apply(withInserted(value, from, to, onlyIfKnown(name, value.slice(from, to) || `{{ ${name} }}`)));
  };
  const usable = reader === 'text' ? facts.filter(({ type }) => type !== 'reference') : facts;
  return (
    <Box>
      <Textarea
        {...wrapper}
        ref={ref}
        size="xs"
        autosize
        minRows={reader === 'url' ? 1 : 4}
        maxRows={14}
        spellCheck={reader === 'text'}
        {...(reader === 'text' ? {} : { ff: 'monospace', styles: { input: { fontFamily: 'monospace' } } })}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap={6} mt={6} wrap="nowrap">
        <VariableSelect facts={usable} onPick={insert} />
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="xs" variant="default" px={10} leftSection={<IconWand size={14} />}>
              {t('canvas.inspector.form')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('canvas.inspector.formHelp')}</Menu.Label>
            {FORMS.map((form) => (
              <Menu.Item
                key={form}
                disabled={!value.includes('{{')}
                onClick={() => apply(withForm(value, selection().from, form))}
              >
                {t(`canvas.inspector.forms.${form}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={insertIf}>{t('canvas.inspector.onlyIfKnown')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Box>
  );
}

interface VariableSelectProps {
  readonly facts: readonly FactDefinition[];
  readonly onPick: (fact: FactDefinition) => void;
}

function VariableSelect({ facts, onPick }: VariableSelectProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const groups = Object.keys(FACT_GROUPS) as FactGroup[];
  return (
    <Select
      flex={1}
      miw={0}
      size="xs"
      searchable
      selectFirstOptionOnChange
      value={null}
      aria-label={t('canvas.inspector.insertVariable')}
      placeholder={t('canvas.inspector.insertVariable')}
      nothingFoundMessage={t('canvas.condition.nothingFound')}
      data={groups
        .map((group) => ({
          group: FACT_GROUPS[group][locale],
          items: facts
            .filter((definition) => definition.group === group)
            .map(({ fact, label }) => ({ value: fact, label: label[locale] })),
        }))
        .filter(({ items }) => items.length > 0)}
      onChange={(fact) => {
        const definition = facts.find((candidate) => candidate.fact === fact);
        if (definition) onPick(definition);
      }}
    />
  );
}
