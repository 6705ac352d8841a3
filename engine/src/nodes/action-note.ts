import * as z from 'zod';
import { asking } from './asking.ts';
import { compileTemplate } from './compile-template.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { ACTION_PORTS } from './standard-ports.ts';
import { checkTemplate, LONGEST_TEMPLATE, quotedTemplate } from './template.ts';

const config = z.strictObject({
  text: z
    .string()
    .max(LONGEST_TEMPLATE)
    .meta(control('template', { en: 'Note', id: 'Catatan' })),
});

/** Adds an internal note; `{{ fact }}` variables are filled in. Customers never see it. */
export const actionNote = defineNode<z.infer<typeof config>>({
  kind: 'action.note',
  group: 'action',
  label: { en: 'Add internal note', id: 'Tambah catatan internal' },
  help: { en: 'Adds a note only agents see', id: 'Menambah catatan yang hanya dilihat agen' },
  config,
  defaultConfig: { text: '' },
  ports: () => ACTION_PORTS,
  references: () => [],
  check: ({ text }, catalogue) => checkTemplate(text, ['text'], catalogue),
  sentence: ({ text }, _names, locale) => {
    const quoted = quotedTemplate(text);
    return { en: `Add note ${quoted}`, id: `Tambah catatan ${quoted}` }[locale];
  },
  behaviour: ({ text }) => {
    const fill = compileTemplate(text);
    return asking((input) => [{ type: 'addNote', text: fill(input) }]);
  },
});
