import { MultiSelect, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface OptionInputProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Values outside the choices may be typed. */
  readonly isOpen: boolean;
  readonly placeholder?: string;
  readonly isLabelShown?: boolean;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly isReadOnly?: boolean;
}

interface OneProps extends OptionInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface ManyProps extends OptionInputProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** One of some choices, by search. A value that no longer exists stays visible, so that it can be replaced. */
export function OptionInput({ value, onChange, ...props }: OneProps) {
  const shared = useSharedProps(props, value === '' ? [] : [value]);
  return (
    <Select
      {...shared}
      value={value === '' ? null : value}
      // Choosing what is already chosen keeps it; the cross is there to clear.
      allowDeselect={false}
      clearable
      onChange={(next) => onChange(next ?? '')}
    />
  );
}

/** Several of some choices, by search. */
export function OptionsInput({ values, onChange, ...props }: ManyProps) {
  const shared = useSharedProps(props, values);
  return <MultiSelect {...shared} value={[...values]} hidePickedOptions onChange={(next) => onChange(next)} />;
}

function useSharedProps(props: OptionInputProps, present: readonly string[]) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const data = useMemo(() => {
    const known = new Set(props.choices.map((choice) => choice.value));
    const strangers = present
      .filter((value) => !known.has(value))
      .map((value) => ({ value, label: props.isOpen ? value : t('canvas.condition.deleted', { value }) }));
    const typed = search.trim();
    const isNew = typed !== '' && !props.choices.some(({ label }) => label.toLowerCase() === typed.toLowerCase());
    const offer =
      props.isOpen && isNew && !present.includes(typed)
        ? [{ value: typed, label: t('canvas.condition.useTyped', { typed }) }]
        : [];
    const isPicked = present.includes(typed);
    return [...props.choices, ...strangers, ...(isPicked ? [] : offer)];
  }, [props.choices, props.isOpen, present, search, t]);
  return {
    data,
    searchable: true,
    selectFirstOptionOnChange: true,
    searchValue: search,
    onSearchChange: setSearch,
    size: 'xs',
    nothingFoundMessage: t('canvas.condition.nothingFound'),
    placeholder: present.length === 0 ? (props.placeholder ?? t('canvas.condition.choose')) : '',
    comboboxProps: { withinPortal: true },
    readOnly: props.isReadOnly === true,
    ...(props.isLabelShown ? { label: props.label } : { 'aria-label': props.label }),
    ...(props.description ? { description: props.description } : {}),
    ...(props.error ? { error: props.error } : {}),
  } as const;
}
