import type { CompiledStep, Pipeline, Way } from './compile-flow.ts';

/** The steps of a branch that begins by this edge of a fork: up to the join that ends it, which is none of them. */
export function branchSteps(way: Way, { joins }: Pipeline): ReadonlySet<CompiledStep> {
  const endsBranch = ({ nodeId }: CompiledStep) => joins.get(nodeId)?.closes.has(way.edgeId) ?? false;
  const passed = new Set(endsBranch(way.step) ? [] : [way.step]);
  // A set can grow while it is walked; what is added is walked too.
  for (const { ways } of passed) {
    for (const { step } of [...ways.values()].flat()) if (!endsBranch(step)) passed.add(step);
  }
  return passed;
}

/** The ways into branches: those of ports with more than one. */
export function forkWays({ steps }: Pipeline): readonly Way[] {
  return [...steps.values()].flatMap(({ ways }) => [...ways.values()].filter((fork) => fork.length > 1).flat());
}
