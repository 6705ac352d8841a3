import { SLA_METRICS, SLA_PRIORITIES, type SlaMetric, type SlaPriority } from '@alur/engine';
import { spanToIso } from '../forms/span-text.ts';
import type { SlaMetric as ApiMetric, SlaPoliciesQuery, SlaTargetInput } from '../graph/generated/graphql.ts';
import { durationMs } from '../words/times.ts';

/** A policy as it is stored. */
export type StoredPolicy = SlaPoliciesQuery['slaPolicies'][number];

/** What is promised for one metric: milliseconds by priority, none where a priority has no target. */
export interface TargetDraft {
  readonly metric: SlaMetric;
  readonly byPriority: Readonly<Partial<Record<SlaPriority, number>>>;
  /** Null: around the clock. */
  readonly calendarId: string | null;
}

/** A policy while it is edited. */
export interface PolicyDraft {
  readonly name: string;
  /** A condition, finished or not; null: every ticket. */
  readonly condition: unknown;
  readonly targets: readonly TargetDraft[];
}

const API_METRICS: Readonly<Record<SlaMetric, ApiMetric>> = {
  firstReply: 'FIRST_REPLY',
  nextReply: 'NEXT_REPLY',
  periodicUpdate: 'PERIODIC_UPDATE',
  pausableUpdate: 'PAUSABLE_UPDATE',
  requesterWait: 'REQUESTER_WAIT',
  agentWork: 'AGENT_WORK',
  firstResolution: 'FIRST_RESOLUTION',
  totalResolution: 'TOTAL_RESOLUTION',
};

/** The engine's name of a metric of the API. */
export function metricOf(api: ApiMetric): SlaMetric {
  return SLA_METRICS.find((metric) => API_METRICS[metric] === api) ?? 'firstReply';
}

const HOUR_MS = 3_600_000;

/** What a new policy begins as: a first reply for every ticket, sooner the more urgent. */
export function newPolicy(calendarId: string | null): PolicyDraft {
  return { name: '', condition: null, targets: [newTarget('firstReply', calendarId)] };
}

export function newTarget(metric: SlaMetric, calendarId: string | null): TargetDraft {
  const isReply = metric === 'firstReply' || metric === 'nextReply';
  const base = isReply ? 0.5 * HOUR_MS : 4 * HOUR_MS;
  return {
    metric,
    byPriority: { urgent: base, high: 2 * base, normal: 8 * base, low: 16 * base },
    calendarId,
  };
}

export function draftOf({ name, condition, targets }: StoredPolicy): PolicyDraft {
  return {
    name,
    condition: condition ?? null,
    targets: targets.map((target) => ({
      metric: metricOf(target.metric),
      byPriority: Object.fromEntries(
        SLA_PRIORITIES.flatMap((priority) => {
          const iso = target[priority];
          const spanMs = iso === null ? null : durationMs(iso);
          return spanMs === null ? [] : [[priority, spanMs]];
        }),
      ),
      calendarId: target.calendarId,
    })),
  };
}

/** The targets as the API takes them. */
export function targetInputs(targets: readonly TargetDraft[]): SlaTargetInput[] {
  return targets.map(({ metric, byPriority, calendarId }) => {
    const iso = (spanMs: number | undefined) => (spanMs === undefined ? null : spanToIso(spanMs));
    const { low, normal, high, urgent } = byPriority;
    return {
      metric: API_METRICS[metric],
      low: iso(low),
      normal: iso(normal),
      high: iso(high),
      urgent: iso(urgent),
      calendarId,
    };
  });
}
