import type { ConditionTrace } from '../conditions/condition-trace.ts';

/**
 * The part of an evaluated condition that settled its outcome: of an `any` that holds the first item that held, of an
 * `all` that fails the first that failed; where every item counted, all of them. Negations keep what they negate.
 */
export function decidingPart(trace: ConditionTrace): ConditionTrace {
  switch (trace.type) {
    case 'comparison':
      return trace;
    case 'not':
      return { ...trace, item: decidingPart(trace.item) };
    default: {
      const isSettledByOne = (trace.type === 'any') === trace.holds;
      const settling = isSettledByOne ? trace.items.find(({ holds }) => holds === trace.holds) : undefined;
      return settling ? decidingPart(settling) : { ...trace, items: trace.items.map(decidingPart) };
    }
  }
}
