import * as z from 'zod';
import { isOffered, valueSchema } from '../conditions/comparison-value.ts';
import { compileOperator } from '../conditions/compile-operator.ts';
import type { Condition } from '../conditions/condition.ts';
import { BUILT_IN_FACTS } from '../facts/built-in-facts.ts';
import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import type { FactValue } from '../facts/fact-value.ts';
import { listText } from '../facts/list-text.ts';
import type { Issue } from '../flow/issue.ts';
import type { TriggerMiss } from './behaviour.ts';
import { control } from './control.ts';
import { defineNode, type ReferenceUse } from './define-node.ts';
import { finding, required } from './finding.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const value = z.union([z.string().max(2000), z.number(), z.boolean()]).optional();

const config = z.strictObject({
  fields: z
    .array(z.string().min(1))
    .max(100)
    .meta(
      control(
        'facts',
        { en: 'Fields', id: 'Bidang' },
        { help: { en: 'Starts when any of these changes', id: 'Mulai ketika salah satunya berubah' } },
      ),
    ),
  from: value.meta(control('factValue', { en: 'Changed from', id: 'Berubah dari' })),
  to: value.meta(control('factValue', { en: 'Changed to', id: 'Berubah menjadi' })),
});

type Config = z.infer<typeof config>;

/**
 * Fires when any of the named fields changed, if given from and to these values. It also hears assignments, because
 * those change `ticket.team` and `ticket.assignee` and raise no update of their own.
 */
export const triggerTicketUpdated = defineNode<Config>({
  kind: 'trigger.ticketUpdated',
  group: 'trigger',
  label: { en: 'Ticket updated', id: 'Tiket diperbarui' },
  help: { en: 'Starts when one of the chosen fields changes', id: 'Mulai ketika salah satu bidang pilihan berubah' },
  config,
  defaultConfig: { fields: [] },
  ports: () => TRIGGER_PORTS,
  references: ({ fields, from, to }) => {
    const kind = fields.map((fact) => findFact(BUILT_IN_FACTS, fact)?.reference).find((known) => known !== undefined);
    if (!kind) return [];
    return Object.entries({ from, to }).flatMap(([key, given]): readonly ReferenceUse[] =>
      typeof given === 'string' && isGiven(given) ? [{ kind, id: given, path: [key] }] : [],
    );
  },
  check: (parsed, catalogue) => [
    ...required(parsed.fields.length > 0, ['fields']),
    ...parsed.fields.flatMap((fact, index) => checkField(parsed, fact, index, catalogue)),
  ],
  sentence: ({ fields, from, to }, names, locale) => {
    const list = listText(
      fields.map((fact) => names.fact(fact, locale)),
      'or',
      locale,
    );
    const call = (given: FactValue) => names.value(fields[0] ?? '', given, locale);
    const before = isGiven(from) ? { en: ` from ${call(from)}`, id: ` dari ${call(from)}` }[locale] : '';
    const after = isGiven(to) ? { en: ` to ${call(to)}`, id: ` menjadi ${call(to)}` }[locale] : '';
    const field = list || '…';
    return { en: `When ${field} changes${before}${after}`, id: `Ketika ${field} berubah${before}${after}` }[locale];
  },
  implies: ({ fields, from, to }) => ({
    any: fields.map((fact) => ({
      all: [...changeOf(fact, from, to), ...(isGiven(to) ? [{ fact, op: 'is', value: to } as const] : [])],
    })),
  }),
  behaviour: ({ fields, from, to }) => {
    const isFrom = isGiven(from) ? compileOperator('is', from) : null;
    const isTo = isGiven(to) ? compileOperator('is', to) : null;
    return {
      type: 'trigger',
      on: ['ticketUpdated', 'ticketAssigned'],
      need: { condition: { any: fields.map((fact) => ({ all: changeOf(fact, from, to) })) }, isSufficient: true },
      miss: ({ changes = {}, nowMs, timeZone }) => {
        let nearest: TriggerMiss = { reason: 'otherFields', seen: Object.keys(changes).sort() };
        for (const fact of [...fields].sort()) {
          const change = Object.hasOwn(changes, fact) ? changes[fact] : undefined;
          if (!change) continue;
          if (isFrom && !isFrom(change.from, { nowMs, timeZone }, undefined)) {
            nearest = { reason: 'otherValueBefore', fact, seen: change.from };
          } else if (isTo && !isTo(change.to, { nowMs, timeZone }, undefined)) {
            nearest = { reason: 'otherValueAfter', fact, seen: change.to };
          } else return null;
        }
        return nearest;
      },
    };
  },
});

/** What the event says of a field that changed as asked. */
function changeOf(fact: string, from: Config['from'], to: Config['to']): readonly Condition[] {
  return [
    { fact, op: 'changed' },
    ...(isGiven(from) ? [{ fact, op: 'changedFrom', value: from } as const] : []),
    ...(isGiven(to) ? [{ fact, op: 'changedTo', value: to } as const] : []),
  ];
}

function isGiven(given: Config['from']): given is string | number | boolean {
  return given !== undefined && given !== '';
}

function checkField(
  { from, to }: Config,
  fact: string,
  index: number,
  catalogue: readonly FactDefinition[],
): readonly Issue[] {
  const definition = findFact(catalogue, fact);
  if (!definition?.isTracked) return [finding('UNKNOWN_FACT', ['fields', index], { fact })];
  return [...checkValue(definition, from, 'from'), ...checkValue(definition, to, 'to')];
}

function checkValue(definition: FactDefinition, given: Config['from'], key: 'from' | 'to'): readonly Issue[] {
  if (!isGiven(given)) return [];
  const { fact, type } = definition;
  if (type === 'set' || !valueSchema(type, 'one').safeParse(given).success) {
    return [finding('TYPE_MISMATCH', [key], { fact, type })];
  }
  // What is gone is found by `references`.
  if (typeof given !== 'string' || definition.reference || isOffered(definition, given)) return [];
  return [finding('INVALID_VALUE', [key], { expected: 'option', value: given, fact })];
}
