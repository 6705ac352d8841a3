import { referencesOfKind } from '../facts/fact-catalogue.ts';
import type { ReferenceKind } from '../facts/names.ts';
import type { Flow, FlowNode } from '../flow/flow.ts';
import type { References } from '../flow/references.ts';
import { flowCatalogue } from '../nodes/flow-catalogue.ts';
import { type FlowTitle, type PortableFlow, type PortableReference, portableOf } from './portable-flow.ts';
import { referencePlaces } from './reference-places.ts';

/**
 * A flow with every reference by name, for `importFlow` in this workspace or another. Nodes and edges keep their order
 * and ids. An id this workspace does not know stays as it is, as do those in a config that does not parse. Pure.
 */
export function exportFlow(flow: Flow, references: References, title: FlowTitle): PortableFlow {
  const catalogue = flowCatalogue(flow, references);
  const nodes = flow.nodes.map((node): FlowNode => {
    const places = referencePlaces(node, catalogue);
    const kinds = new Map(places.map(({ kind, path }) => [JSON.stringify(path), kind]));
    const config = Object.entries(node.config).map(([key, value]) => [key, named(value, [key], kinds, references)]);
    return { ...node, config: Object.fromEntries(config) };
  });
  return portableOf({ ...flow, nodes }, title);
}

/** A JSON value with the ids at the given paths replaced. */
function named(
  json: unknown,
  path: readonly (string | number)[],
  kinds: ReadonlyMap<string, ReferenceKind>,
  references: References,
): unknown {
  if (typeof json === 'string') {
    const kind = kinds.get(JSON.stringify(path));
    return (kind && portableReference(kind, json, references)) ?? json;
  }
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item, index) => named(item, [...path, index], kinds, references));
  const entries = Object.entries(json).map(([key, value]) => [key, named(value, [...path, key], kinds, references)]);
  return Object.fromEntries(entries);
}

function portableReference(kind: ReferenceKind, id: string, references: References): PortableReference | null {
  const all = referencesOfKind(references, kind);
  const name = all.find((known) => known.id === id)?.name;
  if (name === undefined) return null;
  const isShared = all.filter((known) => known.name === name).length > 1;
  return isShared ? { $ref: kind, name, id } : { $ref: kind, name };
}
