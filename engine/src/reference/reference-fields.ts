import { durationText } from '../facts/value-text.ts';
import type { Locale } from '../flow/locale.ts';
import { CONTROL_NAMES } from '../nodes/control.ts';
import type { NodeDefinition } from '../nodes/define-node.ts';
import { configJsonSchema } from '../nodes/node-catalogue.ts';
import { CONTROL_TEXTS } from './control-texts.ts';

/** A field of a kind's form: what it is called, what it takes, within which limits. */
export interface ReferenceField {
  /** Its key in the config; of a group's parts the whole way, as `requirement.skills`. */
  readonly key: string;
  readonly label: string;
  readonly help: string | null;
  readonly takes: string;
  /** For example "1 to 5" or "at most 50"; null where there are none. */
  readonly limits: string | null;
  readonly isRequired: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** The fields of a kind's form, in its order, parts of groups after the group. */
export function referenceFields(definition: NodeDefinition, locale: Locale): readonly ReferenceField[] {
  return fieldsOf(configJsonSchema(definition), '', locale);
}

function fieldsOf(schema: Json, prefix: string, locale: Locale): readonly ReferenceField[] {
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(jsonOf(schema.properties)).flatMap(([name, content]) => {
    const field = jsonOf(content);
    const key = prefix + name;
    const own: ReferenceField = {
      key,
      label: textOf(field.label, locale) ?? name,
      help: textOf(field.help, locale),
      takes: takesText(field, locale),
      limits: limitsText(field, locale),
      isRequired: required.includes(name),
    };
    return [own, ...(field.control === 'requirement' ? fieldsOf(field, `${key}.`, locale) : [])];
  });
}

function takesText(field: Json, locale: Locale): string {
  const control = CONTROL_NAMES.find((name) => name === field.control);
  const options = Array.isArray(field.options) ? field.options.map((one) => textOf(jsonOf(one).label, locale)) : [];
  const text = control ? CONTROL_TEXTS[control][locale] : String(field.control);
  return options.length > 0 ? `${text}: ${options.join(', ')}` : text;
}

function limitsText(field: Json, locale: Locale): string | null {
  const { minimum, maximum, maxItems, maxLength } = field;
  const say = (value: number) => (field.control === 'duration' ? durationText(value, locale) : String(value));
  if (typeof minimum === 'number' && typeof maximum === 'number') {
    return { en: `${say(minimum)} to ${say(maximum)}`, id: `${say(minimum)} sampai ${say(maximum)}` }[locale];
  }
  if (typeof maxItems === 'number') return { en: `at most ${maxItems}`, id: `paling banyak ${maxItems}` }[locale];
  if (typeof maxLength !== 'number') return null;
  return { en: `at most ${maxLength} characters`, id: `paling banyak ${maxLength} karakter` }[locale];
}

function jsonOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(text: unknown, locale: Locale): string | null {
  const said = jsonOf(text)[locale];
  return typeof said === 'string' ? said : null;
}
