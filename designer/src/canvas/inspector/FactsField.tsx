import { findFact } from '@alur/engine';
import { Input, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OptionsInput } from '../condition/OptionInput.tsx';
import { ValueEditor } from '../condition/ValueEditor.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import type { ConfigFieldProps } from './ConfigField.tsx';

interface FactsFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly values: readonly string[];
  readonly onChange: (facts: readonly string[]) => void;
}

/** Several facts whose changes are told. */
export function FactsField(props: FactsFieldProps) {
  const locale = useLocale();
  const { facts } = useReferences();
  const tracked = facts.filter(({ isTracked }) => isTracked);
  return (
    <OptionsInput
      {...props}
      isLabelShown
      isOpen={false}
      choices={tracked.map(({ fact, label }) => ({ value: fact, label: label[locale] }))}
    />
  );
}

/** A value of the facts chosen beside it; offered where exactly one is chosen, because a value fits one type. */
export function FactValueField({
  field,
  config,
  error,
  label,
  onChange,
}: ConfigFieldProps & { readonly label: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const chosen = Array.isArray(config.fields) ? config.fields : [];
  const [fact] = chosen;
  const definition = chosen.length === 1 && typeof fact === 'string' ? findFact(facts, fact) : undefined;
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
