import type { CustomField } from '@alur/engine';
import { expect, it } from 'vitest';
import { customFieldRows } from './custom-field-rows.ts';

const fields: CustomField[] = [
  { key: 'branch', label: 'Branch', type: 'text', options: [] },
  { key: 'due', label: 'Due', type: 'date', options: [] },
  { key: 'parts', label: 'Parts', type: 'set', options: [] },
];

it('shows a ticket\u2019s own fields in the workspace\u2019s order, then unknown ones, and leaves empty ones out', () => {
  const values = { old: 7, parts: ['a', 'b'], branch: 'Depok', due: null };
  expect(customFieldRows(values, fields, 'en')).toEqual([
    { key: 'branch', label: 'Branch', text: 'Depok' },
    { key: 'parts', label: 'Parts', text: 'a, b' },
    { key: 'old', label: 'old', text: '7' },
  ]);
});

it('shows dates as dates, and what is none as it stands', () => {
  const textOf = (due: string) => customFieldRows({ due }, fields, 'en')[0]?.text;
  expect(textOf('2016-02-29T14:52:00.000Z')).toContain('29 Feb 2016');
  expect(textOf('soon')).toBe('soon');
});

it('survives anything', () => {
  for (const values of [null, undefined, 3, 'text', []]) expect(customFieldRows(values, fields, 'en')).toEqual([]);
});
