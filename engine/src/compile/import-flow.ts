import { referencesOfKind } from '../facts/fact-catalogue.ts';
import { foldText } from '../facts/fold-text.ts';
import { REFERENCE_KINDS, type ReferenceKind } from '../facts/names.ts';
import type { Flow } from '../flow/flow.ts';
import type { References } from '../flow/references.ts';
import type { PortableFlow, PortableReference } from './portable-flow.ts';

/** A person's answer to what a name is here. */
export interface ReferenceMapping {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly id: string;
}

/** A name this workspace has not, or has more than once, and where the flow uses it. */
export interface UnresolvedReference {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly reason: 'missing' | 'ambiguous';
  /** The ids of those of that name; none where it is missing. */
  readonly candidateIds: readonly string[];
  readonly places: readonly { readonly nodeId: string; readonly path: readonly (string | number)[] }[];
}

/** An imported flow: `missing` in order of kind and name, each with its places in the flow's order. */
export interface ImportedFlow {
  readonly flow: Flow;
  readonly missing: readonly UnresolvedReference[];
}

/**
 * A flow of this workspace from an exported one: names become ids, by `mapping` where it has one, else by the same name,
 * else by a name that differs only in case. What is left is listed in `missing` and holds its name in place of an id, so
 * that `checkFlow` finds UNKNOWN_REFERENCE there and sentences still read. Pure.
 */
export function importFlow(
  portable: PortableFlow,
  references: References,
  mapping: readonly ReferenceMapping[] = [],
): ImportedFlow {
  const missing = new Map<string, UnresolvedReference>();
  const { format, edges, notes } = portable;
  const nodes = portable.nodes.map((node) => {
    const resolve = (reference: PortableReference, path: readonly (string | number)[]): string => {
      const found = resolved(reference, references, mapping);
      if (found.id !== null) return found.id;
      const key = JSON.stringify([REFERENCE_KINDS.indexOf(reference.$ref), reference.name]);
      const known = missing.get(key);
      const places = [...(known?.places ?? []), { nodeId: node.id, path: ['config', ...path] }];
      const { candidateIds } = found;
      const reason = candidateIds.length > 0 ? 'ambiguous' : 'missing';
      missing.set(key, { kind: reference.$ref, name: reference.name, reason, candidateIds, places });
      return placeholder(reference, references);
    };
    const config = Object.entries(node.config).map(([key, value]) => [key, withIds(value, [key], resolve)]);
    return { ...node, config: Object.fromEntries(config) };
  });
  const sorted = [...missing].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { flow: { format, nodes, edges, notes }, missing: sorted };
}

function withIds(
  json: unknown,
  path: readonly (string | number)[],
  resolve: (reference: PortableReference, path: readonly (string | number)[]) => string,
): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item, index) => withIds(item, [...path, index], resolve));
  if (isPortableReference(json)) return resolve(json, path);
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withIds(value, [...path, key], resolve)]));
}

function isPortableReference(json: object): json is PortableReference {
  const { $ref, name, id }: Record<string, unknown> = { ...json };
  const isKind = REFERENCE_KINDS.some((kind) => kind === $ref);
  return isKind && typeof name === 'string' && (id === undefined || typeof id === 'string');
}

type Resolved =
  | { readonly id: string; readonly candidateIds?: undefined }
  | { readonly id: null; readonly candidateIds: readonly string[] };

function resolved(
  { $ref: kind, name, id }: PortableReference,
  references: References,
  mapping: readonly ReferenceMapping[],
): Resolved {
  const chosen = mapping.find((answer) => answer.kind === kind && answer.name === name);
  if (chosen) return { id: chosen.id };
  const all = referencesOfKind(references, kind);
  const exact = all.filter((known) => known.name === name);
  const candidates = exact.length > 0 ? exact : all.filter((known) => foldText(known.name) === foldText(name));
  const [only, another] = candidates;
  if (only && !another) return { id: only.id };
  const same = candidates.find((known) => known.id === id);
  return same ? { id: same.id } : { id: null, candidateIds: candidates.map((known) => known.id).sort() };
}

/** The name where an id should be; marked, should something quite different have it as its id. */
function placeholder({ $ref, name }: PortableReference, references: References): string {
  const isTaken = referencesOfKind(references, $ref).some(({ id }) => id === name);
  return isTaken || name === '' ? `? ${name}` : name;
}
