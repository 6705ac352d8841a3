import * as z from 'zod';
import { type Facts, readFact } from '../facts/fact-value.ts';
import {
  SLA_METRIC_LABELS,
  SLA_METRICS,
  SLA_POLICY_FACT,
  slaCalendarFact,
  slaDueAtFact,
  slaSinceFact,
  slaStateFact,
  slaTimeLeftFact,
} from '../facts/sla-facts.ts';
import { durationText } from '../facts/value-text.ts';
import type { TimeInput, TimeTrigger } from './behaviour.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { ONCE_PER_EPISODE, refireField, refireText } from './refire-field.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';
import { isEnded, readInstant, timeTrigger } from './time-trigger.ts';

/** The earliest a warning may come: 30 days before. */
const EARLIEST_MS = 30 * 86_400_000;

/** A target missed longer ago than this is let go, so that a new flow does not fire for what is long past. */
const LATEST_MS = 7 * 86_400_000;

const config = z.strictObject({
  metric: z
    .enum(SLA_METRICS)
    .meta(
      control(
        'select',
        { en: 'Service target', id: 'Target layanan' },
        { options: SLA_METRICS.map((metric) => ({ value: metric, label: SLA_METRIC_LABELS[metric] })) },
      ),
    ),
  policyId: z
    .string()
    .optional()
    .meta(
      control(
        'slaPolicy',
        { en: 'Service policy', id: 'Kebijakan layanan' },
        { help: { en: 'Leave empty for every policy', id: 'Kosongkan untuk semua kebijakan' } },
      ),
    ),
  at: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('warning'), beforeMs: z.number().int().min(1000).max(EARLIEST_MS) }),
      z.strictObject({ type: z.literal('breach') }),
    ])
    .meta(control('slaAt', { en: 'When', id: 'Kapan' })),
  refire: refireField,
});

type Config = z.infer<typeof config>;

/**
 * Fires when a target is about to be missed, counted in the hours its clock runs by, or when it is missed. Each time the
 * clock is set going is an episode. It fires late where nobody was there at that second, but not later than a day.
 */
export const triggerSlaChecked = defineNode<Config>({
  kind: 'trigger.slaChecked',
  group: 'trigger',
  label: { en: 'Target at risk or missed', id: 'Target berisiko atau terlewat' },
  help: {
    en: 'Starts when a service target is about to be missed, or is missed',
    id: 'Mulai ketika target layanan hampir terlewat, atau terlewat',
  },
  config,
  defaultConfig: { metric: 'firstReply', at: { type: 'warning', beforeMs: 900_000 }, refire: ONCE_PER_EPISODE },
  ports: () => TRIGGER_PORTS,
  references: ({ policyId }) => (policyId ? [{ kind: 'slaPolicy', id: policyId, path: ['policyId'] }] : []),
  check: () => [],
  sentence: ({ metric, policyId, at, refire }, names, locale) => {
    const target = SLA_METRIC_LABELS[metric][locale];
    const policy = policyId ? names.reference('slaPolicy', policyId) : '';
    const under = policy ? { en: ` of ${policy}`, id: ` dari ${policy}` }[locale] : '';
    const again = refireText(refire, locale);
    if (at.type === 'breach') {
      return {
        en: `When the target for ${target}${under} is missed${again}`,
        id: `Ketika target ${target}${under} terlewat${again}`,
      }[locale];
    }
    const before = durationText(at.beforeMs, locale);
    return {
      en: `${before} before the target for ${target}${under} is missed${again}`,
      id: `${before} sebelum target ${target}${under} terlewat${again}`,
    }[locale];
  },
  behaviour: (parsed) =>
    timeTrigger({
      event: 'slaChecked',
      refire: parsed.refire,
      due: dueBy(parsed),
      decidingFact: slaStateFact(parsed.metric),
    }),
});

function dueBy({ metric, policyId, at }: Config): TimeTrigger['due'] {
  return (input) => {
    const { facts, nowMs } = input;
    if (policyId && readFact(facts, SLA_POLICY_FACT) !== policyId) return null;
    const dueAtMs = breachAt(metric, facts, nowMs);
    if (dueAtMs === null || nowMs - dueAtMs > LATEST_MS) return null;
    const episode = String(readInstant(facts, slaSinceFact(metric)) ?? dueAtMs);
    if (at.type === 'breach') return { dueAtMs, episode };
    const warnAtMs = warningAt(metric, at.beforeMs, dueAtMs, input);
    return warnAtMs === null ? null : { dueAtMs: warnAtMs, episode };
  };
}

/** When the target is missed, or was; null where its clock does not run. */
function breachAt(metric: Config['metric'], facts: Facts, nowMs: number): number | null {
  const state = readFact(facts, slaStateFact(metric));
  const dueAtMs = readInstant(facts, slaDueAtFact(metric));
  if (state === 'breached') return isEnded(facts) ? null : dueAtMs;
  if (state !== 'running' && state !== 'atRisk') return null;
  const leftMs = readInstant(facts, slaTimeLeftFact(metric));
  return dueAtMs ?? (leftMs === null ? null : nowMs + leftMs);
}

/** When so much of the clock's own time is left. */
function warningAt(
  metric: Config['metric'],
  beforeMs: number,
  breachAtMs: number,
  { facts, nowMs, businessClock }: TimeInput,
): number | null {
  const calendarId = readFact(facts, slaCalendarFact(metric));
  const hours = typeof calendarId === 'string' ? businessClock(calendarId) : undefined;
  if (!hours) return breachAtMs - beforeMs;
  const leftMs = readInstant(facts, slaTimeLeftFact(metric)) ?? hours.businessTimeBetween(nowMs, breachAtMs);
  return leftMs <= beforeMs ? Math.min(nowMs, breachAtMs) : hours.addBusinessTime(nowMs, leftMs - beforeMs);
}
