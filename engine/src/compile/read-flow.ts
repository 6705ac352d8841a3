import { type FactLookup, type KnowledgeOf, rememberedKnowledge } from '../conditions/reasoning/knowledge.ts';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { Flow, FlowNode } from '../flow/flow.ts';
import { compileFlow, type Pipeline } from './compile-flow.ts';

/** A flow made ready to be reasoned about. */
export interface ReadFlow {
  readonly pipeline: Pipeline;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly lookup: FactLookup;
  readonly knowledgeOf: KnowledgeOf;
}

/** Compiles a flow, whatever its state, beside its nodes by id and the facts it may read. */
export function readFlow(flow: Flow, catalogue: readonly FactDefinition[]): ReadFlow {
  const definitions = new Map(catalogue.map((definition) => [definition.fact, definition]));
  const lookup: FactLookup = (fact) => definitions.get(fact);
  return {
    pipeline: compileFlow(flow, { flowId: '', versionId: '', position: 0, stopOnMatch: false }),
    nodes: new Map(flow.nodes.map((node) => [node.id, node])),
    lookup,
    knowledgeOf: rememberedKnowledge(lookup),
  };
}
