import { configJsonSchema, type FactOption, type FieldMeta, type NodeDefinition } from '@alur/engine';

/** One field of a node's form, as its definition's schema describes it. */
export interface FormField extends FieldMeta {
  readonly key: string;
  readonly isRequired: boolean;
  /** The smallest and largest number allowed, where the schema says so. */
  readonly least?: number;
  readonly most?: number;
  /** The fields inside, where the control is a group or a list of groups. */
  readonly fields: readonly FormField[];
}

const known = new Map<string, readonly FormField[]>();

/** The fields of a kind's form, in the schema's order. Worked out once per kind. */
export function formFields(definition: NodeDefinition): readonly FormField[] {
  const before = known.get(definition.kind);
  if (before) return before;
  const fields = fieldsOf(configJsonSchema(definition));
  known.set(definition.kind, fields);
  return fields;
}

type JsonSchema = Readonly<Record<string, unknown>>;

function fieldsOf(schema: JsonSchema): readonly FormField[] {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).flatMap(([key, property]) => {
    if (!isRecord(property) || typeof property.control !== 'string') return [];
    return [
      {
        key,
        // The engine's own `control(...)` wrote these; zod carries them into the JSON schema unchanged.
        control: property.control as FieldMeta['control'],
        label: property.label as FieldMeta['label'],
        ...(property.help ? { help: property.help as NonNullable<FieldMeta['help']> } : {}),
        ...(property.options ? { options: property.options as readonly FactOption[] } : {}),
        ...(typeof property.minimum === 'number' ? { least: property.minimum } : {}),
        ...(typeof property.maximum === 'number' ? { most: property.maximum } : {}),
        isRequired: required.includes(key),
        fields: fieldsOf(isRecord(property.items) ? property.items : property),
      },
    ];
  });
}

function isRecord(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
