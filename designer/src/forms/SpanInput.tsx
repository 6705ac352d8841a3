import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spanToText, textToSpan } from './span-text.ts';

interface SpanInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** Milliseconds; null: none. */
  readonly value: number | null;
  readonly onChange: (spanMs: number | null) => void;
  /** Whether it may be left empty. */
  readonly isOptional?: boolean;
}

/** A length of time, typed as people write it: "30", "1h 30m", "2 hari". Read when the field is left. */
export function SpanInput({ value, onChange, isOptional = false, error, ...input }: SpanInputProps) {
  const { t, i18n } = useTranslation();
  const shown = value === null ? '' : spanToText(value, i18n.language === 'id' ? 'id' : 'en');
  const [typed, setTyped] = useState(shown);
  const [isWrong, setIsWrong] = useState(false);
  // The value was set by other means, or the language changed.
  useEffect(() => {
    setTyped(shown);
    setIsWrong(false);
  }, [shown]);
  const read = () => {
    const spanMs = textToSpan(typed);
    if (spanMs === null && (typed.trim() !== '' || !isOptional)) return setIsWrong(true);
    setIsWrong(false);
    onChange(spanMs);
    setTyped(spanMs === null ? '' : spanToText(spanMs, i18n.language === 'id' ? 'id' : 'en'));
  };
  return (
    <TextInput
      {...input}
      className="alur-number"
      value={typed}
      placeholder={isOptional ? t('forms.noSpan') : t('forms.spanExample')}
      error={isWrong ? t('forms.badSpan') : error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={read}
      onKeyDown={(event) => {
        if (event.key === 'Enter') read();
      }}
    />
  );
}
