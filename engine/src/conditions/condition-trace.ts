import type { FactValue } from '../facts/fact-value.ts';

/** One comparison as it was evaluated: what it asked, what it saw (null: missing), what came out. */
export interface ComparisonTrace {
  readonly fact: string;
  readonly op: string;
  readonly expected: unknown;
  readonly seen: FactValue | null;
  readonly holds: boolean;
}

/** A condition as it was evaluated, in the order written; every comparison is evaluated, so all values are shown. */
export type ConditionTrace =
  | { readonly type: 'all' | 'any'; readonly holds: boolean; readonly items: readonly ConditionTrace[] }
  | { readonly type: 'not'; readonly holds: boolean; readonly item: ConditionTrace }
  | ({ readonly type: 'comparison' } & ComparisonTrace);
