import { type ConditionInput, compileCondition, parseCondition } from '@alur/engine';

/** How many of some tickets a policy would hold, and how many it meets that an earlier policy takes. */
export interface PolicyReach<T> {
  readonly held: readonly T[];
  readonly takenBefore: number;
}

/**
 * Which tickets a policy would hold: those that meet its condition and none of the earlier policies'. A condition is
 * null for every ticket; an unfinished one of an earlier policy takes none. Null where the policy's own is unfinished.
 */
export function policyReach<T>(
  condition: unknown,
  earlier: readonly unknown[],
  tickets: readonly { readonly ticket: T; readonly input: ConditionInput }[],
): PolicyReach<T> | null {
  const holds = holdsFor(condition);
  if (!holds) return null;
  const before = earlier.flatMap((each) => holdsFor(each) ?? []);
  const met = tickets.filter(({ input }) => holds(input));
  const held = met.filter(({ input }) => !before.some((taken) => taken(input)));
  return { held: held.map(({ ticket }) => ticket), takenBefore: met.length - held.length };
}

function holdsFor(condition: unknown): ((input: ConditionInput) => boolean) | null {
  if (condition === null) return () => true;
  const parsed = parseCondition(condition);
  if (!parsed.ok) return null;
  const compiled = compileCondition(parsed.condition);
  return (input) => compiled(input).holds;
}
