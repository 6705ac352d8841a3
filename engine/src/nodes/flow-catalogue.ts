import { type FactDefinition, factCatalogue } from '../facts/fact-catalogue.ts';
import type { Flow, FlowNode } from '../flow/flow.ts';
import type { References } from '../flow/references.ts';
import { nodeDefinition } from './node-catalogue.ts';

/**
 * Every fact the nodes of one flow may read: those of the workspace, then the results its nodes give to later ones, by
 * node id and in each node's order. A result is missing, so comparisons on it are false, wherever its node was not
 * passed. Without a flow: the facts of the workspace.
 */
export function flowCatalogue(
  flow: Pick<Flow, 'nodes'> | undefined,
  references: References,
): readonly FactDefinition[] {
  const sorted = [...(flow?.nodes ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...factCatalogue(references), ...sorted.flatMap(resultsOf)];
}

/** The results of a node, called after it: "plan from “Ask the CRM”". */
function resultsOf(node: FlowNode): readonly FactDefinition[] {
  const definition = nodeDefinition(node.kind);
  if (!definition) return [];
  const { en, id } = node.label ? { en: node.label, id: node.label } : definition.label;
  return definition.results(node.config, node.id).map((result) => ({
    ...result,
    label: { en: `${result.label.en} from “${en}”`, id: `${result.label.id} dari “${id}”` },
  }));
}
