import type { Condition } from '../conditions/condition.ts';
import { conditionSentence } from '../conditions/condition-sentence.ts';
import type { ComparisonTrace, ConditionTrace } from '../conditions/condition-trace.ts';
import { isOperator } from '../conditions/operators.ts';
import type { FieldChanges } from '../facts/event.ts';
import type { FactValue } from '../facts/fact-value.ts';
import { listText } from '../facts/list-text.ts';
import type { Names } from '../facts/names.ts';
import type { Locale } from '../flow/locale.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { decidingPart } from './deciding-part.ts';
import type { Step } from './trace.ts';

/**
 * What a step did and why, without a full stop: "category is Billing → yes (category: Billing)",
 * "priority from Normal to High", "routed to queue Payments".
 */
export function explainStep(step: Step, names: Names, locale: Locale): string {
  if (step.conditions) return explainChoice(step.conditions, step.port, names, locale);
  if (step.effectCount !== undefined) return explainAction(step, names, locale);
  const label = nodeDefinition(step.kind)?.label[locale] ?? step.kind;
  if (nodeDefinition(step.kind)?.group === 'trigger') {
    return { en: `started by “${label}”`, id: `dimulai oleh “${label}”` }[locale];
  }
  if (step.kind === 'control.stop') return { en: 'stopped', id: 'berhenti' }[locale];
  return { en: `“${label}” could not be run`, id: `“${label}” tidak dapat dijalankan` }[locale];
}

/**
 * The same in short, for one sentence about a whole run: of a filter only what decided, that is the case that held, or
 * that none did, with the comparisons that settled it.
 */
export function explainStepBriefly(step: Step, names: Names, locale: Locale): string {
  const last = step.conditions?.at(-1);
  if (!step.conditions || !last) return explainStep(step, names, locale);
  const isNoneOfMany = !last.trace.holds && step.conditions.length > 1;
  if (!isNoneOfMany) return explainTrace(decidingPart(last.trace), names, locale);
  const count = step.conditions.length;
  return {
    en: `none of ${count} cases held, so otherwise`,
    id: `tak satu pun dari ${count} kasus cocok, jadi selain itu`,
  }[locale];
}

/** A condition as it was answered: the sentence, the answer and the values seen. */
export function explainTrace(trace: ConditionTrace, names: Names, locale: Locale): string {
  const sentence = conditionSentence(toCondition(trace), names, locale);
  const answer = { en: trace.holds ? 'yes' : 'no', id: trace.holds ? 'ya' : 'tidak' }[locale];
  const seen = new Map(comparisonsOf(trace).map((comparison) => [comparison.fact, comparison.seen]));
  const values = [...seen].map(
    ([fact, value]) => `${names.fact(fact, locale)}: ${seenText(fact, value, names, locale)}`,
  );
  return `${sentence} → ${answer} (${values.join('; ')})`;
}

/** A value as it was seen, or "empty" where it was missing. */
export function seenText(fact: string, value: FactValue | null, names: Names, locale: Locale): string {
  if (value === null) return { en: 'empty', id: 'kosong' }[locale];
  const text = names.value(fact, value, locale);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function explainChoice(
  conditions: NonNullable<Step['conditions']>,
  port: string | null,
  names: Names,
  locale: Locale,
): string {
  const texts = conditions.map(({ trace }) => explainTrace(trace, names, locale));
  const isFallback = port === 'otherwise' && conditions.every(({ trace }) => !trace.holds);
  if (isFallback) texts.push({ en: 'so otherwise', id: 'jadi selain itu' }[locale]);
  return texts.join(', ');
}

function explainAction(step: Step, names: Names, locale: Locale): string {
  const changes = Object.entries(step.changes ?? {});
  if (changes.length > 0) {
    return listText(
      changes.map(([fact, change]) => explainChange(fact, change, names, locale)),
      'and',
      locale,
    );
  }
  const label = nodeDefinition(step.kind)?.label[locale] ?? step.kind;
  if (step.effectCount) return label;
  return { en: `${label} (nothing to change)`, id: `${label} (tidak ada yang berubah)` }[locale];
}

function explainChange(fact: string, { from, to }: FieldChanges[string], names: Names, locale: Locale): string {
  const field = names.fact(fact, locale);
  const before = seenText(fact, from, names, locale);
  const after = seenText(fact, to, names, locale);
  if (fact === 'ticket.queue') return { en: `routed to queue ${after}`, id: `diarahkan ke antrean ${after}` }[locale];
  if (fact === 'ticket.team') return { en: `assigned to team ${after}`, id: `ditugaskan kepada tim ${after}` }[locale];
  if (fact === 'ticket.assignee') return { en: `assigned to ${after}`, id: `ditugaskan kepada ${after}` }[locale];
  return { en: `${field} from ${before} to ${after}`, id: `${field} dari ${before} menjadi ${after}` }[locale];
}

function comparisonsOf(trace: ConditionTrace): readonly ComparisonTrace[] {
  switch (trace.type) {
    case 'comparison':
      return [trace];
    case 'not':
      return comparisonsOf(trace.item);
    default:
      return trace.items.flatMap(comparisonsOf);
  }
}

function toCondition(trace: ConditionTrace): Condition {
  switch (trace.type) {
    case 'comparison':
      return { fact: trace.fact, op: isOperator(trace.op) ? trace.op : 'is', value: trace.expected ?? undefined };
    case 'not':
      return { not: toCondition(trace.item) };
    case 'all':
      return { all: trace.items.map(toCondition) };
    case 'any':
      return { any: trace.items.map(toCondition) };
  }
}
