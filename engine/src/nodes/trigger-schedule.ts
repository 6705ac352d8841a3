import * as z from 'zod';
import { checkCondition } from '../conditions/check-condition.ts';
import { type CompiledCondition, compileCondition } from '../conditions/compile-condition.ts';
import { parseCondition } from '../conditions/condition.ts';
import { conditionReferences } from '../conditions/condition-references.ts';
import { conditionSentence } from '../conditions/condition-sentence.ts';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { Issue } from '../flow/issue.ts';
import type { NodeInput, TimeTrigger, TriggerMiss } from './behaviour.ts';
import { control } from './control.ts';
import { type Cron, nextCronMoment, parseCron } from './cron.ts';
import { cronSentence } from './cron-sentence.ts';
import { defineNode } from './define-node.ts';
import { finding, required } from './finding.ts';
import { ONCE_PER_EPISODE, refireField, refireText } from './refire-field.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

/** Some Monday, from which it is seen whether a schedule ever comes. */
const ANY_INSTANT_MS = 0;

const config = z.strictObject({
  cron: z
    .string()
    .max(200)
    .meta(
      control(
        'cron',
        { en: 'Schedule', id: 'Jadwal' },
        {
          help: {
            en: "Minute, hour, day, month and weekday in the workspace's time zone",
            id: 'Menit, jam, tanggal, bulan, dan hari dalam zona waktu ruang kerja',
          },
        },
      ),
    ),
  condition: z
    .record(z.string(), z.unknown())
    .optional()
    .meta(
      control(
        'condition',
        { en: 'For tickets where', id: 'Untuk tiket dengan' },
        { help: { en: 'Leave empty for every ticket', id: 'Kosongkan untuk semua tiket' } },
      ),
    ),
  refire: refireField,
});

type Config = z.infer<typeof config>;

/**
 * Fires at the moments of a schedule, once for each ticket on which the condition holds. As long as the condition is
 * found to hold it is one episode; without a condition, or told to fire up to a number of times, every moment is one.
 */
export const triggerSchedule = defineNode<Config>({
  kind: 'trigger.schedule',
  group: 'trigger',
  label: { en: 'Schedule', id: 'Jadwal' },
  help: {
    en: 'Starts at set times for every ticket that fits',
    id: 'Mulai pada waktu tertentu untuk setiap tiket yang cocok',
  },
  config,
  defaultConfig: { cron: '0 9 * * 1-5', refire: ONCE_PER_EPISODE },
  ports: () => TRIGGER_PORTS,
  references: ({ condition }) => conditionReferences(condition, ['condition']),
  check: (parsed, catalogue) => [...checkCron(parsed.cron), ...checkTickets(parsed.condition, catalogue)],
  sentence: ({ cron, condition, refire }, names, locale) => {
    const times = cronSentence(cron, locale);
    const start = times.charAt(0).toUpperCase() + times.slice(1);
    const parsed = condition && parseCondition(condition);
    const text = parsed && (parsed.ok ? conditionSentence(parsed.condition, names, locale) : '…');
    const which = text
      ? { en: `, for tickets where ${text}`, id: `, untuk tiket dengan ${text}` }[locale]
      : { en: ', for every ticket', id: ', untuk setiap tiket' }[locale];
    return start + which + refireText(refire, locale);
  },
  implies: ({ condition }) => {
    const parsed = condition && parseCondition(condition);
    return parsed?.ok ? parsed.condition : null;
  },
  behaviour: ({ cron: text, condition, refire }) => {
    const cron = parseCron(text);
    const parsed = condition && parseCondition(condition);
    if (!cron || (parsed && !parsed.ok)) return null;
    const ask = parsed ? compileCondition(parsed.condition) : null;
    const isOneEpisode = ask !== null && refire.policy === 'oncePerEpisode';
    return {
      type: 'trigger',
      on: ['schedule'],
      time: { refire, due: isOneEpisode ? dueWhileHolding(cron, ask) : dueEachTime(cron) },
      miss: (input) => missOf(ask, input),
    };
  },
});

function dueEachTime(cron: Cron): TimeTrigger['due'] {
  return ({ nowMs, timeZone }) => {
    const dueAtMs = nextCronMoment(cron, timeZone, nowMs);
    return dueAtMs === null ? null : { dueAtMs, episode: String(dueAtMs) };
  };
}

function dueWhileHolding(cron: Cron, ask: CompiledCondition): TimeTrigger['due'] {
  return (input) => {
    const dueAtMs = nextCronMoment(cron, input.timeZone, input.nowMs);
    return dueAtMs === null ? null : { dueAtMs, episode: ask(input).holds ? 'holds' : 'holdsNot' };
  };
}

function missOf(ask: CompiledCondition | null, input: NodeInput): TriggerMiss | null {
  return !ask || ask(input).holds ? null : { reason: 'conditionDoesNotHold', seen: null };
}

function checkCron(text: string): readonly Issue[] {
  if (text.trim() === '') return required(false, ['cron']);
  const cron = parseCron(text);
  if (!cron) return [finding('INVALID_VALUE', ['cron'], { expected: 'cron', value: text })];
  return nextCronMoment(cron, 'UTC', ANY_INSTANT_MS) === null
    ? [finding('INVALID_VALUE', ['cron'], { expected: 'cronThatComes', value: text })]
    : [];
}

function checkTickets(condition: Config['condition'], catalogue: readonly FactDefinition[]): readonly Issue[] {
  if (!condition) return [];
  const parsed = parseCondition(condition, ['condition']);
  return parsed.ok ? checkCondition(parsed.condition, catalogue, ['condition']) : parsed.issues;
}
