import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import type { ReferenceKind } from '../facts/names.ts';
import type { FlowNode } from '../flow/flow.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';

type Path = readonly (string | number)[];

/** A place in a node's config that holds the id of something. */
export interface ReferencePlace {
  readonly kind: ReferenceKind;
  readonly path: Path;
}

/**
 * Every place in a node's config that holds an id: what its kind refers to, and in conditions, however deep, the values
 * compared with facts that hold ids. Nothing in the config of an unknown kind.
 */
export function referencePlaces(node: FlowNode, catalogue: readonly FactDefinition[]): readonly ReferencePlace[] {
  const definition = nodeDefinition(node.kind);
  if (!definition) return [];
  const own = definition.references(node.config).map(({ kind, path }) => ({ kind, path }));
  return [...own, ...comparedPlaces(node.config, [], catalogue)];
}

/** The values of comparisons anywhere in a JSON value. */
function comparedPlaces(json: unknown, path: Path, catalogue: readonly FactDefinition[]): readonly ReferencePlace[] {
  if (typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.flatMap((item, index) => comparedPlaces(item, [...path, index], catalogue));
  const content = new Map<string, unknown>(Object.entries(json));
  const fact = content.get('fact');
  if (typeof fact !== 'string' || !content.has('op')) {
    return [...content].flatMap(([key, value]) => comparedPlaces(value, [...path, key], catalogue));
  }
  const kind = findFact(catalogue, fact)?.reference;
  const value = content.get('value');
  if (!kind) return [];
  if (Array.isArray(value)) return value.map((_, index) => ({ kind, path: [...path, 'value', index] }));
  return [{ kind, path: [...path, 'value'] }];
}
