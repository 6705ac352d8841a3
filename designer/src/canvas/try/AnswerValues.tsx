import type { FactDefinition, FactValue } from '@alur/engine';
import { Input, Stack } from '@mantine/core';
import { ValueEditor } from '../condition/ValueEditor.tsx';
import { useLocale } from '../references/use-locale.ts';
import { isFactValue } from './trial-facts.ts';

export interface AnswerValuesProps {
  readonly results: readonly FactDefinition[];
  /** What the facts of the results begin with. */
  readonly prefix: string;
  readonly values: Readonly<Record<string, FactValue>>;
  readonly onChange: (values: Readonly<Record<string, FactValue>>) => void;
}

/** The values that come back from outside, by name. */
export function AnswerValues({ results, prefix, values, onChange }: AnswerValuesProps) {
  const locale = useLocale();
  if (results.length === 0) return null;
  return (
    <Stack gap={6}>
      {results.map((definition) => {
        const name = definition.fact.slice(prefix.length);
        const label = definition.label[locale];
        return (
          <Input.Wrapper key={name} size="xs" label={label} labelElement="div">
            <ValueEditor
              definition={definition}
              shape={definition.type === 'set' ? 'many' : 'one'}
              value={values[name]}
              locale={locale}
              label={label}
              onChange={(value) => {
                const { [name]: _before, ...others } = values;
                onChange(isFactValue(value) ? { ...others, [name]: value } : others);
              }}
            />
          </Input.Wrapper>
        );
      })}
    </Stack>
  );
}
