import type { ConditionTrace, Step } from '@alur/engine';

/**
 * Steps as they are stored. The engine evaluates every comparison of a condition; kept is what decided it: for an `all`
 * that failed the first part that did, for an `any` that held the first that did, else every part, those that say the
 * same once. A decision table of a hundred rows would store a hundred kilobytes for each ticket otherwise.
 */
export function compactSteps(steps: readonly Step[]): Step[] {
  return steps.map((step) =>
    step.conditions
      ? { ...step, conditions: step.conditions.map((asked) => ({ ...asked, trace: compactTrace(asked.trace) })) }
      : step,
  );
}

function compactTrace(trace: ConditionTrace): ConditionTrace {
  switch (trace.type) {
    case 'comparison':
      return trace;
    case 'not':
      return { ...trace, item: compactTrace(trace.item) };
    default: {
      // One part decides an `all` that fails and an `any` that holds: the whole then says what the part says.
      const isDecidedByOne = trace.holds === (trace.type === 'any');
      const deciding = isDecidedByOne ? trace.items.find(({ holds }) => holds === trace.holds) : undefined;
      return deciding ? compactTrace(deciding) : { ...trace, items: distinct(trace.items.map(compactTrace)) };
    }
  }
}

function distinct(items: readonly ConditionTrace[]): ConditionTrace[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
