import type { ComparisonTrace, ConditionTrace } from '@alur/engine';

/** The comparisons of a condition in the order written. */
export function comparisonsOf(trace: ConditionTrace): readonly ComparisonTrace[] {
  switch (trace.type) {
    case 'comparison':
      return [trace];
    case 'not':
      return comparisonsOf(trace.item);
    case 'all':
    case 'any':
      return trace.items.flatMap(comparisonsOf);
  }
}
