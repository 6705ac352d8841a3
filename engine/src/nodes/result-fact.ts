import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { FactType } from '../facts/fact-value.ts';

/** The key of a result: the value `name` that the node of this id gave. */
export function resultFactKey(nodeId: string, name: string): string {
  return `result.${nodeId}.${name}`;
}

/** A result as pickers offer it; `flowCatalogue` adds to its label which node it comes from. */
export function resultFact(nodeId: string, name: string, type: FactType): FactDefinition {
  const isOpen = type === 'option' || type === 'set';
  return {
    fact: resultFactKey(nodeId, name),
    type,
    label: { en: name, id: name },
    group: 'result',
    ...(isOpen ? { options: [], isOpen } : {}),
  };
}
