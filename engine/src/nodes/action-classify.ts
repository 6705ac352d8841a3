import * as z from 'zod';
import { BUILT_IN_FACTS } from '../facts/built-in-facts.ts';
import { findFact } from '../facts/fact-catalogue.ts';
import { listText } from '../facts/list-text.ts';
import { CLASSIFIED_FIELDS, classifiedResults } from './ai-results.ts';
import { reaching } from './asking.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { required } from './finding.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';

const OPTIONS = CLASSIFIED_FIELDS.map((value) => ({
  value,
  label: findFact(BUILT_IN_FACTS, `ticket.${value}`)?.label ?? { en: value, id: value },
}));

const config = z.strictObject({
  fields: z
    .array(z.enum(CLASSIFIED_FIELDS))
    .max(CLASSIFIED_FIELDS.length)
    .meta(control('choices', { en: 'Fields to recognise', id: 'Bidang yang dikenali' }, { options: OPTIONS })),
});

/**
 * Lets an AI read the ticket and waits for what it recognises: the answer fills the named fields of the ticket and can
 * be read as `result.<nodeId>.<field>`, with `result.<nodeId>.confidence` from 0 to 1.
 */
export const actionClassify = defineNode<z.infer<typeof config>>({
  kind: 'action.classify',
  group: 'action',
  label: { en: 'Classify', id: 'Kenali' },
  help: {
    en: 'Lets an AI recognise language, category, sentiment or priority',
    id: 'AI mengenali bahasa, kategori, sentimen, atau prioritas',
  },
  config,
  defaultConfig: { fields: ['category'] },
  ports: () => FALLIBLE_PORTS,
  references: () => [],
  results: ({ fields }, nodeId) => classifiedResults([...new Set(fields)].sort(), nodeId),
  check: ({ fields }) => required(fields.length > 0, ['fields']),
  writes: ({ fields }) => [...new Set(fields)].sort().map((field) => ({ fact: `ticket.${field}` })),
  sentence: ({ fields }, names, locale) => {
    const list = listText(
      [...new Set(fields)].sort().map((field) => names.fact(`ticket.${field}`, locale)),
      'and',
      locale,
    );
    return { en: `Let AI recognise ${list || '…'}`, id: `Minta AI mengenali ${list || '…'}` }[locale];
  },
  behaviour: ({ fields }) => {
    const sorted = [...new Set(fields)].sort();
    return reaching('ai', 'always', () => [{ type: 'askAi', task: 'classify', fields: sorted }]);
  },
});
