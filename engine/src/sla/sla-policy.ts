import type { Condition } from '../conditions/condition.ts';
import type { SlaMetric } from '../facts/sla-facts.ts';

/** A ticket's priorities, lowest first. */
export const SLA_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type SlaPriority = (typeof SLA_PRIORITIES)[number];

/** What is promised for one metric: a length for each priority, counted in a calendar. */
export interface SlaTarget {
  readonly metric: SlaMetric;
  /** Milliseconds, more than 0; a priority left out has no target. */
  readonly byPriority: Readonly<Partial<Record<SlaPriority, number>>>;
  /** Null: calendar time, around the clock. */
  readonly calendarId: string | null;
}

/** Targets for the tickets that meet a condition: plain data, as stored and exported. */
export interface SlaPolicy {
  readonly id: string;
  readonly name: string;
  /** The first policy that a ticket meets is its policy: ascending position, ties by id. */
  readonly position: number;
  /** Null: every ticket. */
  readonly condition: Condition | null;
  /** At most one for each metric. */
  readonly targets: readonly SlaTarget[];
}
