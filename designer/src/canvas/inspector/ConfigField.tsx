import { OFFERED_LANGUAGES, type Reference } from '@alur/engine';
import { Fieldset, Input, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx';
import { OptionInput, OptionsInput } from '../condition/OptionInput.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { CasesField } from './CasesField.tsx';
import { FactsField, FactValueField } from './FactsField.tsx';
import { FieldValuesField } from './FieldValuesField.tsx';
import type { FormField } from './form-fields.ts';
import { RecipientsField } from './RecipientsField.tsx';
import { SkillsField } from './SkillsField.tsx';
import { TemplateField } from './TemplateField.tsx';

export type Config = Readonly<Record<string, unknown>>;

export interface ConfigFieldProps {
  readonly field: FormField;
  /** The whole group of settings the field belongs to. */
  readonly config: Config;
  /** What is wrong with this field, if anything. */
  readonly error?: string | undefined;
  /** Undefined takes the setting away. */
  readonly onChange: (value: unknown) => void;
}

/** The form control that a setting's metadata names. */
export function ConfigField(props: ConfigFieldProps) {
  const { field, config, error, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const { references } = useReferences();
  const value = config[field.key];
  const label = field.label[locale];
  const shared = { label, description: field.help?.[locale], error, isLabelShown: true } as const;
  const wrapped = { label, ...(field.help ? { description: field.help[locale] } : {}), ...(error ? { error } : {}) };
  const one = (choices: readonly Reference[]) => (
    <OptionInput
      {...shared}
      choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
      isOpen={false}
      value={textOf(value)}
      onChange={(next) => onChange(next === '' && !field.isRequired ? undefined : next)}
    />
  );
  switch (field.control) {
    case 'text':
      return (
        <TextInput
          {...wrapped}
          size="xs"
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'template':
      return <TemplateField {...wrapped} value={textOf(value)} onChange={onChange} />;
    case 'select':
      return (
        <Select
          {...wrapped}
          size="xs"
          clearable={!field.isRequired}
          allowDeselect={!field.isRequired}
          placeholder={t('canvas.condition.choose')}
          data={(field.options ?? []).map((option) => ({ value: option.value, label: option.label[locale] }))}
          value={textOf(value) || null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'boolean':
      return (
        <Switch
          {...wrapped}
          size="sm"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'queue':
      return one(references.queues);
    case 'team':
      return one(references.teams);
    case 'agent':
      return one(references.agents);
    case 'channels':
      return (
        <OptionsInput
          {...shared}
          choices={references.channels.map(({ id, name }) => ({ value: id, label: name }))}
          isOpen={false}
          values={textsOf(value)}
          onChange={(next) => onChange(next.length === 0 && !field.isRequired ? undefined : next)}
        />
      );
    case 'tags':
      return (
        <OptionsInput
          {...shared}
          placeholder={t('canvas.inspector.tags')}
          choices={references.tags.map((tag) => ({ value: tag, label: tag }))}
          isOpen
          values={textsOf(value)}
          onChange={onChange}
        />
      );
    case 'language':
      return (
        <OptionInput
          {...shared}
          choices={[
            { value: 'ticket', label: t('canvas.inspector.ticketLanguage') },
            ...OFFERED_LANGUAGES.map((language) => ({ value: language.value, label: language.label[locale] })),
          ]}
          isOpen
          value={textOf(value)}
          onChange={(next) => onChange(next || undefined)}
        />
      );
    case 'skills':
      return <SkillsField {...wrapped} value={value} onChange={onChange} />;
    case 'requirement': {
      const group = typeof value === 'object' && value !== null ? (value as Config) : {};
      return (
        <Fieldset legend={label} p="sm">
          <Stack gap="sm">
            {field.fields.map((inner) => (
              <ConfigField
                key={inner.key}
                field={inner}
                config={group}
                onChange={(next) => onChange(withSetting(group, inner.key, next))}
              />
            ))}
          </Stack>
        </Fieldset>
      );
    }
    case 'facts':
      return <FactsField {...shared} values={textsOf(value)} onChange={onChange} />;
    case 'factValue':
      return <FactValueField {...props} label={label} />;
    case 'fieldValues':
      return <FieldValuesField {...wrapped} value={value} onChange={onChange} />;
    case 'condition':
      return (
        <Input.Wrapper size="xs" {...wrapped} labelElement="div">
          <ConditionBuilder value={value} label={label} onChange={onChange} />
        </Input.Wrapper>
      );
    case 'cases':
      return <CasesField {...wrapped} value={value} onChange={onChange} />;
    case 'recipients':
      return <RecipientsField {...wrapped} value={value} onChange={onChange} />;
  }
}

/** A group of settings with one of them changed; undefined takes it away. */
export function withSetting(config: Config, key: string, value: unknown): Config {
  const { [key]: _before, ...rest } = config;
  if (value === undefined) return rest;
  return key in config ? { ...config, [key]: value } : { ...rest, [key]: value };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
