import { canBeBoth, type Knowledge, type KnowledgeOf, NOTHING_KNOWN } from '../conditions/reasoning/knowledge.ts';
import type { Issue, IssueCode } from '../flow/issue.ts';
import type { FilterCase } from '../nodes/behaviour.ts';
import type { PathKnowledge } from './path-knowledge.ts';
import { portParams } from './port-params.ts';
import type { ReadFlow } from './read-flow.ts';

/**
 * Conditions whose answer is certain where they stand: CONDITION_NEVER_HOLDS, CONDITION_ALWAYS_HOLDS, and SHADOWED_CASE
 * for a case that could hold were it not for those before it. Warnings, and never wrong ones; silent where it takes
 * too many alternatives to know, and behind a step that is already warned of. Nodes in `skipped` are not judged.
 */
export function checkConditions(
  { pipeline, nodes, knowledgeOf }: ReadFlow,
  paths: PathKnowledge,
  skipped: ReadonlySet<string>,
): readonly Issue[] {
  return [...pipeline.steps.values()].flatMap(({ nodeId, kind, behaviour }) => {
    const state = paths.before.get(nodeId);
    if (behaviour?.type !== 'filter' || !behaviour.cases || !state || state.known.length === 0) return [];
    if (skipped.has(nodeId)) return [];
    const isSwitch = kind === SWITCH_KIND;
    return checkCases(behaviour.cases, paths.asked.get(nodeId) ?? [], knowledgeOf).map(
      ({ code, index, port }): Issue => {
        const path = isSwitch ? ['config', 'cases', index, 'condition'] : ['config', 'condition'];
        return { code, severity: 'warning', nodeId, path, params: isSwitch ? portParams(nodes.get(nodeId), port) : {} };
      },
    );
  });
}

const SWITCH_KIND = 'filter.switch';

interface Verdict {
  readonly code: IssueCode;
  readonly index: number;
  readonly port: string;
}

function checkCases(
  cases: readonly FilterCase[],
  asked: readonly Knowledge[],
  knowledgeOf: KnowledgeOf,
): readonly Verdict[] {
  const known = asked[0] ?? NOTHING_KNOWN;
  const fails = cases[0] && knowledgeOf(cases[0].condition, false);
  if (cases[0] && fails && !canBeBoth(known, fails)) {
    return [{ code: 'CONDITION_ALWAYS_HOLDS', index: 0, port: cases[0].port }];
  }
  return cases.flatMap(({ port, condition }, index): readonly Verdict[] => {
    const holds = knowledgeOf(condition);
    if (!holds || canBeBoth(asked[index] ?? NOTHING_KNOWN, holds)) return [];
    return [{ code: canBeBoth(known, holds) ? 'SHADOWED_CASE' : 'CONDITION_NEVER_HOLDS', index, port }];
  });
}
