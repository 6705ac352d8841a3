import { findFact } from '@alur/engine';
import { Input, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OptionsInput } from '../condition/OptionInput.tsx';
import { ValueEditor } from '../condition/ValueEditor.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { errorText } from './field-issues.ts';
import { type ConfigFieldProps, textsOf, useFieldWords } from './field-props.ts';

/** Several facts whose changes are told. */
export function FactsField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const locale = useLocale();
  const { facts } = useReferences();
  const tracked = facts.filter(({ isTracked }) => isTracked);
  return (
    <OptionsInput
      {...useFieldWords(props)}
      isLabelShown
      isOpen={false}
      choices={tracked.map(({ fact, label }) => ({ value: fact, label: label[locale] }))}
      values={textsOf(config[field.key])}
      onChange={onChange}
    />
  );
}

/** A value of the facts chosen beside it; offered where exactly one is chosen, because a value fits one type. */
export function FactValueField({ field, config, issues = [], onChange }: ConfigFieldProps) {
  const error = errorText(issues);
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const label = field.label[locale];
  const [fact, ...others] = textsOf(config.fields);
  const definition = fact !== undefined && others.length === 0 ? findFact(facts, fact) : undefined;
  const value = config[field.key];
  if (!definition || definition.type === 'set') {
    if (value === undefined) return null;
    return (
      <Input.Wrapper size="xs" label={label} labelElement="div" {...(error ? { error } : {})}>
        <Text size="xs" className="alur-faint">
          {t('canvas.inspector.oneFactOnly')}
        </Text>
      </Input.Wrapper>
    );
  }
  return (
    <Input.Wrapper size="xs" label={label} labelElement="div" {...(error ? { error } : {})}>
      <ValueEditor
        definition={definition}
        shape="one"
        value={value}
        locale={locale}
        label={label}
        onChange={(next) => onChange(next === '' ? undefined : next)}
      />
    </Input.Wrapper>
  );
}
