import { useLocale } from '../references/use-locale.ts';
import { errorText, type FieldIssue } from './field-issues.ts';
import type { FormField } from './form-fields.ts';

export type Config = Readonly<Record<string, unknown>>;

/** What every form control is given. */
export interface ConfigFieldProps {
  readonly field: FormField;
  /** The whole group of settings the field belongs to. */
  readonly config: Config;
  /** What is found about this field and its parts. */
  readonly issues?: readonly FieldIssue[];
  /** Undefined takes the setting away. */
  readonly onChange: (value: unknown) => void;
}

/** The words around a control, in the reader's language. */
export function useFieldWords({ field, issues = [] }: Pick<ConfigFieldProps, 'field' | 'issues'>) {
  const locale = useLocale();
  const error = errorText(issues);
  return {
    label: field.label[locale],
    ...(field.help ? { description: field.help[locale] } : {}),
    ...(error ? { error } : {}),
  };
}

/** A group of settings with one of them changed; undefined takes it away. */
export function withSetting(config: Config, key: string, value: unknown): Config {
  const { [key]: _before, ...rest } = config;
  if (value === undefined) return rest;
  return key in config ? { ...config, [key]: value } : { ...rest, [key]: value };
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function recordOf(value: unknown): Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Config) : {};
}
