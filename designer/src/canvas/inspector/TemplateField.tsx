import { Box, Select, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';

interface TemplateFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Text with `{{ fact }}` variables; a variable picked from the list goes where the cursor is. */
export function TemplateField({ value, onChange, ...wrapper }: TemplateFieldProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts } = useReferences();
  const ref = useRef<HTMLTextAreaElement>(null);
  const insert = (fact: string) => {
    const at = ref.current?.selectionStart ?? value.length;
    const variable = `{{ ${fact} }}`;
    onChange(value.slice(0, at) + variable + value.slice(ref.current?.selectionEnd ?? at));
    requestAnimationFrame(() => {
      ref.current?.focus();
      ref.current?.setSelectionRange(at + variable.length, at + variable.length);
    });
  };
  return (
    <Box>
      <Textarea
        {...wrapper}
        ref={ref}
        size="xs"
        autosize
        minRows={4}
        maxRows={14}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Select
        mt={6}
        size="xs"
        searchable
        selectFirstOptionOnChange
        value={null}
        aria-label={t('canvas.inspector.insertVariable')}
        placeholder={t('canvas.inspector.insertVariable')}
        data={facts
          .filter(({ type }) => type !== 'reference')
          .map(({ fact, label }) => ({ value: fact, label: label[locale] }))}
        onChange={(fact) => fact && insert(fact)}
      />
    </Box>
  );
}
