import { findFact, referencesOfKind } from '../facts/fact-catalogue.ts';
import type { Names } from '../facts/names.ts';
import { valueText } from '../facts/value-text.ts';
import type { Flow } from '../flow/flow.ts';
import type { References } from '../flow/references.ts';
import { flowCatalogue } from './flow-catalogue.ts';
import { nodeDefinition } from './node-catalogue.ts';

/** The names of a workspace's things, and of the nodes of one flow and their results where it is given. */
export function namesOf(references: References, flow?: Flow): Names {
  const catalogue = flowCatalogue(flow, references);
  const nodes = new Map(flow?.nodes.map((node) => [node.id, node]));
  return {
    fact: (fact, locale) => findFact(catalogue, fact)?.label[locale] ?? fact,
    value: (fact, value, locale) => valueText(findFact(catalogue, fact), value, locale),
    reference: (kind, id) => referencesOfKind(references, kind).find((known) => known.id === id)?.name ?? id,
    node: (nodeId, locale) => {
      const node = nodes.get(nodeId);
      if (!node) return nodeId;
      return node.label || (nodeDefinition(node.kind)?.label[locale] ?? node.kind);
    },
  };
}
