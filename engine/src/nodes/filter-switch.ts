import * as z from 'zod';
import { checkCondition } from '../conditions/check-condition.ts';
import { type CompiledCondition, compileCondition } from '../conditions/compile-condition.ts';
import { parseCondition } from '../conditions/condition.ts';
import { conditionReferences } from '../conditions/condition-references.ts';
import { conditionSentence } from '../conditions/condition-sentence.ts';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { Issue } from '../flow/issue.ts';
import type { Choice, FilterCase } from './behaviour.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { finding, required } from './finding.ts';

/** The port taken where no case holds; no case may have this id. */
const OTHERWISE = 'otherwise';

/** Cases that the sentence names; of longer lists it tells how many more there are. */
const LONGEST = 8;

const config = z.strictObject({
  cases: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(64),
        label: z.string().max(200).optional(),
        condition: z.record(z.string(), z.unknown()),
      }),
    )
    .max(100)
    .meta(
      control(
        'cases',
        { en: 'Cases', id: 'Kasus' },
        { help: { en: 'The first case that holds decides', id: 'Kasus pertama yang cocok menentukan' } },
      ),
    ),
});

type Config = z.infer<typeof config>;

/** Asks its cases in order and goes on by the port of the first that holds, else by `otherwise`. */
export const filterSwitch = defineNode<Config>({
  kind: 'filter.switch',
  group: 'filter',
  label: { en: 'Switch', id: 'Percabangan' },
  help: { en: 'Goes the way of the first case that holds', id: 'Mengikuti kasus pertama yang cocok' },
  config,
  defaultConfig: { cases: [] },
  ports: ({ cases }) => [
    ...cases.map(({ id, label }, index) => ({
      id,
      label: { en: label || `Case ${index + 1}`, id: label || `Kasus ${index + 1}` },
      isRequired: false,
    })),
    { id: OTHERWISE, label: { en: 'Otherwise', id: 'Selain itu' }, isRequired: false },
  ],
  references: ({ cases }) =>
    cases.flatMap(({ condition }, index) => conditionReferences(condition, ['cases', index, 'condition'])),
  check: ({ cases }, catalogue) => [
    ...required(cases.length > 0, ['cases']),
    ...cases.flatMap((_, index) => checkCase(cases, index, catalogue)),
  ],
  sentence: ({ cases }, names, locale) => {
    const texts = cases.map(({ label, condition }) => {
      const parsed = parseCondition(condition);
      return label || (parsed.ok ? conditionSentence(parsed.condition, names, locale) : '…');
    });
    const hidden = texts.length - LONGEST;
    const more = { en: `${hidden} more`, id: `${hidden} lagi` }[locale];
    const list = (hidden > 0 ? [...texts.slice(0, LONGEST), more] : texts).join('; ') || '…';
    return { en: `Depending on the first that holds: ${list}`, id: `Menurut yang pertama cocok: ${list}` }[locale];
  },
  behaviour: ({ cases }) => {
    const compiled: { readonly caseId: string; readonly ask: CompiledCondition }[] = [];
    const ports: FilterCase[] = [];
    for (const { id, condition } of cases) {
      const parsed = parseCondition(condition);
      if (!parsed.ok) return null;
      compiled.push({ caseId: id, ask: compileCondition(parsed.condition) });
      ports.push({ port: id, condition: parsed.condition });
    }
    return {
      type: 'filter',
      cases: ports,
      otherwise: OTHERWISE,
      choose: (input) => {
        const conditions: Choice['conditions'][number][] = [];
        for (const { caseId, ask } of compiled) {
          const trace = ask(input);
          conditions.push({ caseId, trace });
          if (trace.holds) return { port: caseId, conditions };
        }
        return { port: OTHERWISE, conditions };
      },
    };
  },
});

function checkCase(cases: Config['cases'], index: number, catalogue: readonly FactDefinition[]): readonly Issue[] {
  const own = cases[index];
  if (!own) return [];
  const path = ['cases', index, 'condition'];
  const parsed = parseCondition(own.condition, path);
  const isTaken = own.id === OTHERWISE || cases.findIndex(({ id }) => id === own.id) < index;
  return [
    ...(isTaken ? [finding('DUPLICATE_ID', ['cases', index, 'id'], { id: own.id })] : []),
    ...(parsed.ok ? checkCondition(parsed.condition, catalogue, path) : parsed.issues),
  ];
}
