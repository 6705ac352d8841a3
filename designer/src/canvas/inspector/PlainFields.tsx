import { Input, MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx';
import { DurationInput } from '../condition/DurationInput.tsx';
import { useLocale } from '../references/use-locale.ts';
import { type ConfigFieldProps, numberOf, textOf, textsOf, useFieldWords } from './field-props.ts';
import { TemplateField } from './TemplateField.tsx';

/** One line of text. An optional one that is emptied is taken away. */
export function TextField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  return (
    <TextInput
      {...useFieldWords(props)}
      size="xs"
      value={textOf(config[field.key])}
      onChange={({ currentTarget: { value } }) => onChange(value === '' && !field.isRequired ? undefined : value)}
    />
  );
}

export function NumberField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  return (
    <NumberInput
      {...useFieldWords(props)}
      size="xs"
      value={numberOf(config[field.key]) ?? ''}
      {...(field.least === undefined ? {} : { min: field.least })}
      {...(field.most === undefined ? {} : { max: field.most })}
      onChange={(value) => onChange(typeof value === 'number' ? value : undefined)}
    />
  );
}

export function DurationField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const words = useFieldWords(props);
  return (
    <Input.Wrapper size="xs" labelElement="div" {...words}>
      <DurationInput value={numberOf(config[field.key])} label={words.label} onChange={onChange} />
    </Input.Wrapper>
  );
}

export function SwitchField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  return (
    <Switch
      {...useFieldWords(props)}
      size="sm"
      checked={config[field.key] === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

export function SelectField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Select
      {...useFieldWords(props)}
      size="xs"
      clearable={!field.isRequired}
      allowDeselect={!field.isRequired}
      placeholder={t('canvas.condition.choose')}
      data={(field.options ?? []).map((option) => ({ value: option.value, label: option.label[locale] }))}
      value={textOf(config[field.key]) || null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

export function ChoicesField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const values = textsOf(config[field.key]);
  return (
    <MultiSelect
      {...useFieldWords(props)}
      size="xs"
      hidePickedOptions
      placeholder={values.length === 0 ? t('canvas.condition.choose') : ''}
      data={(field.options ?? []).map((option) => ({ value: option.value, label: option.label[locale] }))}
      value={[...values]}
      onChange={(next) => onChange(next.length === 0 && !field.isRequired ? undefined : next)}
    />
  );
}

/** Text, a JSON document or an address, in which values of the ticket may stand. */
export function MessageField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const reader = field.control === 'json' || field.control === 'url' ? field.control : 'text';
  return (
    <TemplateField
      {...useFieldWords(props)}
      reader={reader}
      placeholder={reader === 'url' ? 'https://' : ''}
      value={textOf(config[field.key])}
      onChange={(text) => onChange(text === '' && !field.isRequired ? undefined : text)}
    />
  );
}

/** An optional condition may be taken away whole. */
export function ConditionField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { t } = useTranslation();
  const words = useFieldWords(props);
  const value = config[field.key];
  if (value === undefined && !field.isRequired) {
    return <Switch {...words} size="sm" checked={false} onChange={() => onChange({ all: [] })} />;
  }
  return (
    <Input.Wrapper size="xs" {...words} labelElement="div">
      {!field.isRequired && (
        <Switch my={6} size="sm" checked label={t('canvas.inspector.onlyIf')} onChange={() => onChange(undefined)} />
      )}
      <ConditionBuilder value={value} label={words.label} onChange={onChange} />
    </Input.Wrapper>
  );
}
