import type { CustomField } from '@alur/engine';

export interface CustomFieldRow {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** A ticket's own fields by label, in the workspace's order, then those the workspace no longer knows. Empty ones are left out. */
export function customFieldRows(values: unknown, fields: readonly CustomField[]): CustomFieldRow[] {
  if (typeof values !== 'object' || values === null) return [];
  const held = new Map(Object.entries(values));
  const known = fields.filter(({ key }) => held.has(key)).map(({ key, label }) => ({ key, label }));
  const unknown = [...held.keys()].filter((key) => !fields.some((field) => field.key === key));
  return [...known, ...unknown.map((key) => ({ key, label: key }))].flatMap((field) => {
    const text = valueText(held.get(field.key));
    return text === '' ? [] : [{ ...field, text }];
  });
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
