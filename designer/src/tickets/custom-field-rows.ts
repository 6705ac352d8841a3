import type { CustomField } from '@alur/engine';
import { shortTime } from '../words/times.ts';

export interface CustomFieldRow {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** A ticket's own fields by label, in the workspace's order, then those the workspace no longer knows. Empty ones are left out. */
export function customFieldRows(values: unknown, fields: readonly CustomField[], language: string): CustomFieldRow[] {
  if (typeof values !== 'object' || values === null) return [];
  const held = new Map(Object.entries(values));
  const known = fields.filter(({ key }) => held.has(key)).map(({ key, label, type }) => ({ key, label, type }));
  const unknown = [...held.keys()].filter((key) => !fields.some((field) => field.key === key));
  return [...known, ...unknown.map((key) => ({ key, label: key, type: 'text' as const }))].flatMap(
    ({ key, label, type }) => {
      const text = valueText(held.get(key), type, language);
      return text === '' ? [] : [{ key, label, text }];
    },
  );
}

function valueText(value: unknown, type: CustomField['type'], language: string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const atMs = type === 'date' && typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(atMs) ? String(value) : shortTime(atMs, language);
}
