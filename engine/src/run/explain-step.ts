import type { Condition } from '../conditions/condition.ts';
import { conditionSentence } from '../conditions/condition-sentence.ts';
import type { ComparisonTrace, ConditionTrace } from '../conditions/condition-trace.ts';
import { isOperator } from '../conditions/operators.ts';
import type { FieldChanges } from '../facts/event.ts';
import type { FactValue } from '../facts/fact-value.ts';
import { listText } from '../facts/list-text.ts';
import type { Names } from '../facts/names.ts';
import type { Locale, LocalText } from '../flow/locale.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { decidingPart } from './deciding-part.ts';
import { failureText } from './failure-text.ts';
import type { Step } from './trace.ts';

/**
 * What a step did and why, without a full stop: "category is Billing → yes (category: Billing)",
 * "priority from Normal to High", "routed to queue Payments", "waits until 2026-03-02 12:00 UTC". Actions in a list
 * come with their number.
 */
export function explainStep(step: Step, names: Names, locale: Locale): string {
  const text = explainPlainStep(step, names, locale);
  return step.item === undefined ? text : `${step.item + 1}. ${text}`;
}

function explainPlainStep(step: Step, names: Names, locale: Locale): string {
  const { kind, port, conditions, failure, waits } = step;
  const label = nodeDefinition(kind)?.label[locale] ?? kind;
  if (conditions) return explainChoice(conditions, port, names, locale);
  if (failure !== undefined) {
    const because = failureText(failure, locale);
    const failed = { en: `“${label}” failed, because ${because}`, id: `“${label}” gagal, karena ${because}` }[locale];
    const changes = changeTexts(step, names, locale);
    return [failed, ...changes].join(', ');
  }
  if (waits?.for === 'time') return explainWait(waits.untilMs, names, locale);
  if (waits?.for === 'branches') {
    return { en: 'waits for its other branches', id: 'menunggu cabang lainnya' }[locale];
  }
  if (waits) {
    const waiting = { en: `${label}: waits for the answer`, id: `${label}: menunggu jawaban` }[locale];
    return [waiting, ...changeTexts(step, names, locale)].join(', ');
  }
  if (step.effectCount !== undefined) return explainAction(step, names, locale);
  if (nodeDefinition(kind)?.group === 'trigger') {
    return { en: `started by “${label}”`, id: `dimulai oleh “${label}”` }[locale];
  }
  const text = port === null ? undefined : PASSED[`${kind} ${port}`];
  if (text) return text[locale];
  if (kind === 'control.stop') return { en: 'stopped', id: 'berhenti' }[locale];
  return port === null
    ? { en: `“${label}” could not be run`, id: `“${label}” tidak dapat dijalankan` }[locale]
    : { en: `${label}: it went well`, id: `${label}: berhasil` }[locale];
}

/** What it means to have passed a step by a port. */
const PASSED: Readonly<Record<string, LocalText>> = {
  'control.wait elapsed': { en: 'the wait was over', id: 'waktu tunggu habis' },
  'control.wait happened': { en: 'what it waited for happened', id: 'yang ditunggu terjadi' },
  'control.join then': { en: 'the branches came together', id: 'cabang-cabangnya bergabung' },
  'control.parallel done': { en: 'went on side by side', id: 'berlanjut bersamaan' },
  'control.sequence done': { en: 'all actions were done', id: 'semua aksi selesai' },
  'action.startFlow done': { en: 'started another flow', id: 'memulai alur lain' },
};

function explainWait(untilMs: number | null, names: Names, locale: Locale): string {
  if (untilMs === null) return { en: 'waits until something happens', id: 'menunggu sampai sesuatu terjadi' }[locale];
  const at = names.value('time.now', untilMs, locale);
  return { en: `waits until ${at}`, id: `menunggu sampai ${at}` }[locale];
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
  if (conditions.length === 0) {
    return { en: `took share ${port ?? ''}`, id: `mengambil bagian ${port ?? ''}` }[locale];
  }
  const texts = conditions.map(({ trace }) => explainTrace(trace, names, locale));
  const isFallback = port === 'otherwise' && conditions.every(({ trace }) => !trace.holds);
  if (isFallback) texts.push({ en: 'so otherwise', id: 'jadi selain itu' }[locale]);
  return texts.join(', ');
}

function explainAction(step: Step, names: Names, locale: Locale): string {
  const changes = changeTexts(step, names, locale);
  if (changes.length > 0) return listText(changes, 'and', locale);
  const label = nodeDefinition(step.kind)?.label[locale] ?? step.kind;
  if (step.effectCount) return label;
  return { en: `${label} (nothing to change)`, id: `${label} (tidak ada yang berubah)` }[locale];
}

function changeTexts({ changes = {} }: Step, names: Names, locale: Locale): readonly string[] {
  return Object.entries(changes).map(([fact, change]) => explainChange(fact, change, names, locale));
}

function explainChange(fact: string, { from, to }: FieldChanges[string], names: Names, locale: Locale): string {
  const field = names.fact(fact, locale);
  const before = seenText(fact, from, names, locale);
  const after = seenText(fact, to, names, locale);
  if (to === null && fact === 'ticket.assignee') {
    return { en: `taken from ${before}`, id: `dilepas dari ${before}` }[locale];
  }
  if (to === null && fact === 'ticket.team') {
    return { en: `taken from team ${before}`, id: `dilepas dari tim ${before}` }[locale];
  }
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
