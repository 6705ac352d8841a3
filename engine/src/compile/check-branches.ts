import { canBeBoth, forget } from '../conditions/reasoning/knowledge.ts';
import type { FlowNode } from '../flow/flow.ts';
import type { Issue } from '../flow/issue.ts';
import { writesOf } from './after-writes.ts';
import { branchSteps } from './branch-steps.ts';
import { type CompiledStep, compareText, type Pipeline, type Way } from './compile-flow.ts';
import type { PathKnowledge } from './path-knowledge.ts';
import type { ReadFlow } from './read-flow.ts';

/**
 * What is wrong with branches: CONFLICTING_WRITES, one per fork and field that two of its branches may both write before
 * they join, at the fork; JOIN_WITHOUT_BRANCHES at a join to which no two branches of a fork lead. Steps that certainly
 * are never both passed do not conflict. Branches that never join are fine.
 */
export function checkBranches({ pipeline, nodes }: ReadFlow, paths: PathKnowledge | null): readonly Issue[] {
  const lonely = [...pipeline.joins].filter(([, { closes }]) => closes.size === 0);
  return [
    ...lonely.map(
      ([nodeId]): Issue => ({ code: 'JOIN_WITHOUT_BRANCHES', severity: 'error', nodeId, path: [], params: {} }),
    ),
    ...[...pipeline.steps.values()].flatMap((step) => checkFork(step, pipeline, nodes, paths)),
  ];
}

function checkFork(
  { nodeId, ways }: CompiledStep,
  pipeline: Pipeline,
  nodes: ReadonlyMap<string, FlowNode>,
  paths: PathKnowledge | null,
): readonly Issue[] {
  const found = new Map<string, Issue>();
  for (const fork of ways.values()) {
    if (fork.length < 2) continue;
    const branches = fork.map((way) => writersOf(way, pipeline, nodes));
    const written = new Set(branches.flatMap((writers) => [...writers.keys()]));
    const canBothPass = (a: string, b: string) => {
      const [one, other] = [paths?.before.get(a), paths?.before.get(b)];
      if (!one || !other) return true;
      // The snapshot both read; of a field that branches write they may see different values.
      const ofSnapshot = (key: string) => written.has(key);
      return canBeBoth(forget(one.known, ofSnapshot), forget(other.known, ofSnapshot));
    };
    for (const [index, earlier] of branches.entries()) {
      for (const later of branches.slice(index + 1)) {
        for (const [fact, writers] of earlier) {
          const pair = found.has(fact) ? undefined : pairOf(writers, later.get(fact) ?? [], canBothPass);
          if (!pair) continue;
          const params = { fact, node: pair[0], otherNode: pair[1] };
          found.set(fact, { code: 'CONFLICTING_WRITES', severity: 'error', nodeId, path: [], params });
        }
      }
    }
  }
  return [...found.values()];
}

function pairOf(
  a: readonly string[],
  b: readonly string[],
  isPair: (one: string, other: string) => boolean,
): readonly [string, string] | undefined {
  for (const one of a) for (const other of b) if (isPair(one, other)) return [one, other];
  return undefined;
}

/** By field, the steps of a branch that may write it, up to the join that ends the branch; sorted by id. */
function writersOf(
  way: Way,
  pipeline: Pipeline,
  nodes: ReadonlyMap<string, FlowNode>,
): ReadonlyMap<string, readonly string[]> {
  const writers = new Map<string, string[]>();
  for (const { nodeId } of [...branchSteps(way, pipeline)].sort((a, b) => compareText(a.nodeId, b.nodeId))) {
    for (const fact of new Set(writesOf(nodes.get(nodeId)).map((write) => write.fact))) {
      const own = writers.get(fact) ?? [];
      writers.set(fact, own);
      own.push(nodeId);
    }
  }
  return writers;
}
