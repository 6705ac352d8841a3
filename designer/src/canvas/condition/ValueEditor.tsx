import type { FactDefinition, Locale, ValueShape } from '@alur/engine';
import { Group, NumberInput, SegmentedControl, TagsInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CalendarInput } from './CalendarInput.tsx';
import { ClockInput } from './ClockInput.tsx';
import { DurationInput } from './DurationInput.tsx';
import { instantToLocal, localToInstant } from './local-instant.ts';
import { OptionInput, OptionsInput } from './OptionInput.tsx';
import { WeekdaysInput } from './WeekdaysInput.tsx';

interface ValueEditorProps {
  readonly definition: FactDefinition;
  readonly shape: ValueShape;
  readonly value: unknown;
  readonly locale: Locale;
  readonly label: string;
  readonly onChange: (value: unknown) => void;
}

/** The field for a comparison's value: as many and such fields as the operator's shape and the fact's type ask for. */
export function ValueEditor({ definition, shape, value, locale, label, onChange }: ValueEditorProps) {
  const { t } = useTranslation();
  switch (shape) {
    case 'none':
      return null;
    case 'one':
      return <OneValue {...{ definition, value, locale, label, onChange }} />;
    case 'many':
      return <ManyValues {...{ definition, value, locale, label, onChange }} />;
    case 'range': {
      const range = typeof value === 'object' && value !== null ? (value as { from?: unknown; to?: unknown }) : {};
      const fields = { definition, locale };
      return (
        <Group gap={6} wrap="nowrap" grow align="center">
          <OneValue
            {...fields}
            label={`${label}: ${t('canvas.condition.from')}`}
            value={range.from}
            onChange={(from) => onChange({ ...range, from })}
          />
          <Text size="xs" style={{ flexGrow: 0 }}>
            {t('canvas.condition.and')}
          </Text>
          <OneValue
            {...fields}
            label={`${label}: ${t('canvas.condition.to')}`}
            value={range.to}
            onChange={(to) => onChange({ ...range, to })}
          />
        </Group>
      );
    }
    case 'duration':
      return <DurationInput label={label} value={numberOf(value)} onChange={onChange} />;
    case 'pattern':
    case 'words':
      return (
        <TextInput
          aria-label={label}
          size="xs"
          value={typeof value === 'string' ? value : ''}
          ff={shape === 'pattern' ? 'monospace' : 'text'}
          placeholder={shape === 'pattern' ? t('canvas.condition.pattern') : t('canvas.condition.words')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'calendar':
      return <CalendarInput value={value} onChange={onChange} />;
    case 'weekdays':
      return <WeekdaysInput value={value} label={label} onChange={onChange} />;
    case 'clock':
      return <ClockInput value={value} onChange={onChange} />;
  }
}

type FieldProps = Omit<ValueEditorProps, 'shape'>;

function OneValue({ definition, value, locale, label, onChange }: FieldProps) {
  const { t } = useTranslation();
  switch (definition.type) {
    case 'number':
      return (
        <NumberInput
          aria-label={label}
          size="xs"
          value={numberOf(value) ?? ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'boolean':
      return (
        <SegmentedControl
          aria-label={label}
          size="xs"
          value={value === false ? 'no' : 'yes'}
          data={[
            { value: 'yes', label: t('common.yes') },
            { value: 'no', label: t('common.no') },
          ]}
          onChange={(next) => onChange(next === 'yes')}
        />
      );
    case 'duration':
      return <DurationInput label={label} value={numberOf(value)} onChange={onChange} />;
    case 'instant':
      return (
        <TextInput
          type="datetime-local"
          aria-label={label}
          size="xs"
          value={typeof value === 'number' ? instantToLocal(value) : ''}
          onChange={(event) => onChange(localToInstant(event.currentTarget.value))}
        />
      );
    case 'option':
    case 'reference':
    case 'set':
      return (
        <OptionInput
          label={label}
          choices={choicesOf(definition, locale)}
          isOpen={definition.isOpen === true}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
    case 'text':
      return (
        <TextInput
          aria-label={label}
          size="xs"
          value={typeof value === 'string' ? value : ''}
          placeholder={t('canvas.condition.text')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

function ManyValues({ definition, value, locale, label, onChange }: FieldProps) {
  const { t } = useTranslation();
  const values = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  if (definition.type === 'text') {
    return (
      <TagsInput
        aria-label={label}
        size="xs"
        value={values}
        placeholder={values.length === 0 ? t('canvas.condition.texts') : ''}
        onChange={onChange}
      />
    );
  }
  return (
    <OptionsInput
      label={label}
      choices={choicesOf(definition, locale)}
      isOpen={definition.isOpen === true}
      values={values}
      onChange={onChange}
    />
  );
}

function choicesOf(definition: FactDefinition, locale: Locale) {
  return (definition.options ?? []).map((option) => ({ value: option.value, label: option.label[locale] }));
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
