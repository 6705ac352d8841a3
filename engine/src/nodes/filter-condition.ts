import * as z from 'zod';
import { checkCondition } from '../conditions/check-condition.ts';
import { compileCondition } from '../conditions/compile-condition.ts';
import { parseCondition } from '../conditions/condition.ts';
import { conditionReferences } from '../conditions/condition-references.ts';
import { conditionSentence } from '../conditions/condition-sentence.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';

const config = z.strictObject({
  condition: z.record(z.string(), z.unknown()).meta(control('condition', { en: 'Condition', id: 'Kondisi' })),
});

/** Goes on by `yes` where the condition holds, else by `no`. A port without an edge ends the run there. */
export const filterCondition = defineNode<z.infer<typeof config>>({
  kind: 'filter.condition',
  group: 'filter',
  label: { en: 'Condition', id: 'Kondisi' },
  help: { en: 'Goes one way if it is so, another if not', id: 'Menuju satu arah bila benar, arah lain bila tidak' },
  config,
  defaultConfig: { condition: { all: [] } },
  ports: () => [
    { id: 'yes', label: { en: 'Yes', id: 'Ya' }, isRequired: false },
    { id: 'no', label: { en: 'No', id: 'Tidak' }, isRequired: false },
  ],
  references: ({ condition }) => conditionReferences(condition, ['condition']),
  check: ({ condition }, catalogue) => {
    const parsed = parseCondition(condition, ['condition']);
    return parsed.ok ? checkCondition(parsed.condition, catalogue, ['condition']) : parsed.issues;
  },
  sentence: ({ condition }, names, locale) => {
    const parsed = parseCondition(condition);
    const text = parsed.ok ? conditionSentence(parsed.condition, names, locale) : '…';
    return { en: `If ${text}`, id: `Jika ${text}` }[locale];
  },
  behaviour: ({ condition }) => {
    const parsed = parseCondition(condition);
    if (!parsed.ok) return null;
    const ask = compileCondition(parsed.condition);
    return {
      type: 'filter',
      cases: [{ port: 'yes', condition: parsed.condition }],
      otherwise: 'no',
      choose: (input) => {
        const trace = ask(input);
        return { port: trace.holds ? 'yes' : 'no', conditions: [{ trace }] };
      },
    };
  },
});
