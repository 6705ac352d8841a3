import type { ReferenceKind } from '../facts/names.ts';
import type { Flow } from '../flow/flow.ts';
import type { Issue } from '../flow/issue.ts';
import { type ParsedFlow, parseFlow } from '../flow/parse-flow.ts';

/**
 * A reference by name, as an exported flow holds it wherever a flow holds an id:
 * `{"$ref": "team", "name": "Tier 1"}`. `id` stands beside it only where the workspace had several of that name.
 */
export interface PortableReference {
  readonly $ref: ReferenceKind;
  readonly name: string;
  readonly id?: string;
}

/**
 * A flow as it moves between workspaces and lives in git: the flow document with a name, and with references by name.
 * Custom fields and attributes are named by key in every flow already. A credential is named too; its secret never was
 * part of a flow.
 */
export interface PortableFlow extends Flow {
  readonly alur: 'flow';
  readonly name: string;
  readonly description?: string;
}

/** What people call a flow, beside its document. */
export type FlowTitle = Pick<PortableFlow, 'name' | 'description'>;

export type ParsedPortableFlow =
  | { readonly ok: true; readonly portable: PortableFlow }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads an exported flow from unknown data, of any format this engine knows. A bare flow document, as it is stored, is
 * read too, under an empty name. Codes as `parseFlow`; never throws.
 */
export function parsePortableFlow(input: unknown): ParsedPortableFlow {
  const { envelope, document } = opened(input);
  const parsed: ParsedFlow = parseFlow(document);
  if (!parsed.ok) return parsed;
  const { name = '', description } = envelope;
  if (typeof name !== 'string') return invalid('name');
  if (description !== undefined && typeof description !== 'string') return invalid('description');
  return { ok: true, portable: portableOf(parsed.flow, description === undefined ? { name } : { name, description }) };
}

/** A document under its title, keys in the order they are written. */
export function portableOf({ format, nodes, edges, notes }: Flow, { name, description }: FlowTitle): PortableFlow {
  return { alur: 'flow', format, name, ...(description === undefined ? {} : { description }), nodes, edges, notes };
}

/** An exported flow as text: two spaces, a line per value, so that git shows what changed; ends with a line break. */
export function portableFlowText(portable: PortableFlow): string {
  return `${JSON.stringify(portable, null, 2)}\n`;
}

/** What is around a document, and the document itself; getters that throw make it no flow. */
function opened(input: unknown): { readonly envelope: Readonly<Record<string, unknown>>; readonly document: unknown } {
  try {
    const own: Record<string, unknown> = typeof input === 'object' ? { ...input } : {};
    const { alur, name, description, ...document } = own;
    return alur === 'flow' ? { envelope: { name, description }, document } : { envelope: {}, document: input };
  } catch {
    return { envelope: {}, document: null };
  }
}

function invalid(key: string): ParsedPortableFlow {
  return {
    ok: false,
    issues: [{ code: 'INVALID_VALUE', severity: 'error', path: [key], params: { expected: 'string' } }],
  };
}
