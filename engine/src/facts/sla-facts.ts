import type { LocalText } from '../flow/locale.ts';
import type { FactDefinition } from './fact-catalogue.ts';
import { SLA_STATES } from './fact-options.ts';

/** What targets are set for, in the order forms list them. */
export const SLA_METRICS = [
  'firstReply',
  'nextReply',
  'periodicUpdate',
  'pausableUpdate',
  'requesterWait',
  'agentWork',
  'firstResolution',
  'totalResolution',
] as const;

export type SlaMetric = (typeof SLA_METRICS)[number];

/** What people call the metrics, to stand in the middle of a sentence. */
export const SLA_METRIC_LABELS: Readonly<Record<SlaMetric, LocalText>> = {
  firstReply: { en: 'first reply', id: 'balasan pertama' },
  nextReply: { en: 'next reply', id: 'balasan berikutnya' },
  periodicUpdate: { en: 'periodic update', id: 'kabar berkala' },
  pausableUpdate: {
    en: 'periodic update, not while waiting for the customer',
    id: 'kabar berkala, kecuali saat menunggu pelanggan',
  },
  requesterWait: { en: "customer's waiting time", id: 'waktu tunggu pelanggan' },
  agentWork: { en: 'agent work', id: 'waktu kerja agen' },
  firstResolution: { en: 'first resolution', id: 'penyelesaian pertama' },
  totalResolution: { en: 'last resolution', id: 'penyelesaian terakhir' },
};

/** The state of a metric's target: `none`, `running`, `paused`, `atRisk`, `fulfilled` or `breached`. */
export function slaStateFact(metric: SlaMetric): string {
  return `sla.${metric}.state`;
}

/** The time left until a metric's target is missed, in milliseconds of its own clock; negative once it is. */
export function slaTimeLeftFact(metric: SlaMetric): string {
  return `sla.${metric}.timeLeft`;
}

/** When a metric's target is due, while its clock runs. */
export function slaDueAtFact(metric: SlaMetric): string {
  return `sla.${metric}.dueAt`;
}

/** When a metric's clock was last set going from nothing. Not offered to people: it tells one target from the next. */
export function slaSinceFact(metric: SlaMetric): string {
  return `sla.${metric}.since`;
}

/** The id of the calendar a metric's clock runs by; missing: all hours count. Not offered to people. */
export function slaCalendarFact(metric: SlaMetric): string {
  return `sla.${metric}.calendar`;
}

/** The SLA policy that applies to the ticket. */
export const SLA_POLICY_FACT = 'sla.policy';

/** The policy, then state, time left and due time of every metric. */
export const SLA_FACTS: readonly FactDefinition[] = [
  {
    fact: SLA_POLICY_FACT,
    type: 'reference',
    label: { en: 'service policy', id: 'kebijakan layanan' },
    group: 'sla',
    reference: 'slaPolicy',
  },
  ...SLA_METRICS.flatMap(factsOfMetric),
];

function factsOfMetric(metric: SlaMetric): readonly FactDefinition[] {
  const { en, id } = SLA_METRIC_LABELS[metric];
  return [
    {
      fact: slaStateFact(metric),
      type: 'option',
      label: { en: `target for ${en}`, id: `target ${id}` },
      group: 'sla',
      options: SLA_STATES,
    },
    {
      fact: slaTimeLeftFact(metric),
      type: 'duration',
      label: { en: `time left for ${en}`, id: `sisa waktu ${id}` },
      group: 'sla',
    },
    {
      fact: slaDueAtFact(metric),
      type: 'instant',
      label: { en: `due time of ${en}`, id: `batas waktu ${id}` },
      group: 'sla',
    },
  ];
}
