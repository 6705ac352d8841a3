import type { CompiledStep } from './compile-flow.ts';

/** What a join must know of the drawing around it. */
export interface CompiledJoin {
  /** The nodes from which some way leads to it: a token at one of them may still come. */
  readonly reachedFrom: ReadonlySet<string>;
  /** The edges of forks of which at least two lead here: past the join, these branches are one again. */
  readonly closes: ReadonlySet<string>;
}

/** The joins of a flow, by node id. Cost: joins times edges. */
export function compileJoins(steps: ReadonlyMap<string, CompiledStep>): ReadonlyMap<string, CompiledJoin> {
  const joins = [...steps.values()].filter(({ behaviour }) => behaviour?.type === 'join');
  if (joins.length === 0) return new Map();
  const sources = sourcesOf(steps);
  return new Map(joins.map(({ nodeId }) => [nodeId, compileJoin(nodeId, steps, sources)]));
}

function compileJoin(
  joinId: string,
  steps: ReadonlyMap<string, CompiledStep>,
  sources: ReadonlyMap<string, readonly string[]>,
): CompiledJoin {
  const reachedFrom = new Set(sources.get(joinId));
  // A set can grow while it is walked; what is added is walked too.
  for (const id of reachedFrom) for (const source of sources.get(id) ?? []) reachedFrom.add(source);
  const closes = new Set<string>();
  for (const { ways } of steps.values()) {
    for (const fork of ways.values()) {
      const leading = fork.filter(({ step: { nodeId } }) => nodeId === joinId || reachedFrom.has(nodeId));
      if (leading.length > 1) for (const { edgeId } of fork) closes.add(edgeId);
    }
  }
  return { reachedFrom, closes };
}

function sourcesOf(steps: ReadonlyMap<string, CompiledStep>): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const { nodeId, ways } of steps.values()) {
    for (const { step } of [...ways.values()].flat()) {
      const own = sources.get(step.nodeId) ?? [];
      own.push(nodeId);
      sources.set(step.nodeId, own);
    }
  }
  return sources;
}
