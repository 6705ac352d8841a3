import * as z from 'zod';
import { FLOW_FORMAT, FLOW_LIMITS, type Flow } from './flow.ts';
import { structureIssues } from './flow-structure.ts';
import type { Issue, IssueCode } from './issue.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { type FlowDocument, type Migration, migrateFlow } from './migrate-flow.ts';
import { plainJson } from './plain-json.ts';
import { zodIssues } from './zod-issues.ts';

export type ParsedFlow =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A condition nested to its limit takes two levels of JSON each; the rest is the document around it. */
const DEEPEST_JSON = FLOW_LIMITS.depth * 2 + 20;

const id = z.string().min(1).max(100);
const position = z.strictObject({ x: z.number(), y: z.number() });

const flowSchema = z.strictObject({
  format: z.literal(FLOW_FORMAT),
  nodes: z.array(
    z.strictObject({
      id,
      kind: z.string().max(100),
      label: z.string().max(200).exactOptional(),
      position,
      config: z.record(z.string(), z.unknown()),
    }),
  ),
  edges: z.array(
    z.strictObject({ id, from: z.strictObject({ node: id, port: id }), to: z.strictObject({ node: id }) }),
  ),
  notes: z.array(z.strictObject({ id, text: z.string().max(20_000), position })).default([]),
});

/**
 * Reads a flow document from unknown data. A draft may be incomplete: kinds, configs, ports and ends of edges are left
 * to `checkFlow`, so that it can always be saved. Output: the flow, sharing nothing with the input (`notes` may be
 * absent), or issues. Never throws. A document of an older format is read as what it became since: see `migrateFlow`.
 * Codes: NOT_A_FLOW, UNKNOWN_FORMAT, UNKNOWN_KEY, INVALID_VALUE, MISSING_CONFIG, DUPLICATE_ID, OVER_LIMIT.
 */
export function parseFlow(input: unknown, migrations?: Readonly<Record<number, Migration>>): ParsedFlow {
  const plain = plainJson(input, { depth: DEEPEST_JSON, bytes: FLOW_LIMITS.bytes });
  if (!plain.ok) {
    return plain.cause === 'notJson'
      ? refused('NOT_A_FLOW', {})
      : refused('OVER_LIMIT', { limit: plain.cause, most: FLOW_LIMITS[plain.cause] });
  }
  const { json } = plain;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refused('NOT_A_FLOW', {});
  const given: FlowDocument = Object.fromEntries(Object.entries(json));
  const migrated = migrateFlow(given, migrations);
  if (!migrated.ok) {
    const params = { format: String(given.format), cause: migrated.cause, newest: FLOW_FORMAT };
    return refused('UNKNOWN_FORMAT', params, ['format']);
  }
  const parsed = flowSchema.safeParse(migrated.document);
  if (!parsed.success) return { ok: false, issues: zodIssues(parsed.error, [], migrated.document) };
  const issues = structureIssues(parsed.data);
  return issues.length === 0 ? { ok: true, flow: parsed.data } : { ok: false, issues };
}

/** Reads a flow from JSON text; malformed text is NOT_A_FLOW with `params` `{line, column}`, from 1. */
export function parseFlowText(text: string): ParsedFlow {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused('NOT_A_FLOW', { ...jsonErrorPlace(text) });
  }
  return parseFlow(json);
}

function refused(code: IssueCode, params: Issue['params'], path: readonly string[] = []): ParsedFlow {
  return { ok: false, issues: [{ code, severity: 'error', path, params }] };
}
