import { spanToIso } from '../forms/span-text.ts';
import type { CreateQueueInput, Policy, RerouteRule } from '../graph/generated/graphql.ts';
import { durationMs } from '../words/times.ts';
import type { ListedQueue } from './QueuesTab.tsx';

/** Most urgent first. */
export const TARGETS = ['urgent', 'high', 'normal', 'low'] as const;
export type Target = (typeof TARGETS)[number];

/** A queue while edited; all lengths are milliseconds. */
export interface QueueDraft {
  readonly name: string;
  readonly policy: Policy;
  readonly limit: number;
  readonly targetsMs: Readonly<Record<Target, number>>;
  /** Null: tickets are assigned without asking. */
  readonly acceptWithinMs: number | null;
  /** Null: never. */
  readonly offerAgainAfterMs: number | null;
  readonly reroute: RerouteRule;
  /** 0: the first to come take everything. */
  readonly fairDrainMs: number;
}

const MINUTE_MS = 60_000;

export function queueDraft(queue: ListedQueue | null): QueueDraft {
  const ms = (iso: string | null | undefined) => (iso == null ? null : durationMs(iso));
  const target = (name: Target, minutes: number) => ms(queue?.targets[name]) ?? minutes * MINUTE_MS;
  return {
    name: queue?.name ?? '',
    policy: queue?.policy ?? 'BALANCED',
    limit: queue?.limit ?? 100,
    targetsMs: {
      urgent: target('urgent', 15),
      high: target('high', 60),
      normal: target('normal', 240),
      low: target('low', 480),
    },
    acceptWithinMs: ms(queue?.acceptWithin),
    offerAgainAfterMs: ms(queue?.offerAgainAfter),
    reroute: queue?.reroute ?? 'KEEP',
    fairDrainMs: ms(queue?.fairDrain) ?? 15 * MINUTE_MS,
  };
}

/** The draft as the API takes it; PT0S is its word for none. */
export function queueFields(draft: QueueDraft) {
  const { targetsMs } = draft;
  return {
    name: draft.name.trim(),
    policy: draft.policy,
    limit: draft.limit,
    targets: {
      urgent: spanToIso(targetsMs.urgent),
      high: spanToIso(targetsMs.high),
      normal: spanToIso(targetsMs.normal),
      low: spanToIso(targetsMs.low),
    },
    acceptWithin: spanToIso(draft.acceptWithinMs ?? 0),
    offerAgainAfter: spanToIso(draft.acceptWithinMs === null ? 0 : (draft.offerAgainAfterMs ?? 0)),
    reroute: draft.reroute,
    fairDrain: spanToIso(draft.fairDrainMs),
  } satisfies CreateQueueInput;
}
