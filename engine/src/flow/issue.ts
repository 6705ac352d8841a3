/** Where in a flow a finding sits. `path` leads into the document or a node's config. */
export interface IssuePlace {
  readonly nodeId?: string;
  readonly edgeId?: string;
  readonly path: readonly (string | number)[];
}

/** Every code a finding can have. Append only: texts in both languages are kept by an exhaustive switch. */
export const ISSUE_CODES = [
  'NOT_A_FLOW',
  'UNKNOWN_FORMAT',
  'UNKNOWN_KEY',
  'INVALID_VALUE',
  'DUPLICATE_ID',
  'OVER_LIMIT',
  'UNKNOWN_KIND',
  'UNKNOWN_PORT',
  'UNKNOWN_NODE',
  'UNKNOWN_FACT',
  'UNKNOWN_OPERATOR',
  'UNKNOWN_REFERENCE',
  'TYPE_MISMATCH',
  'EMPTY_CONDITION',
  'INVALID_PATTERN',
  'MISSING_CONFIG',
  'UNCONNECTED_PORT',
  'NO_TRIGGER',
  'EDGE_INTO_TRIGGER',
  'CYCLE',
  'PORT_HAS_TWO_EDGES',
  'UNREACHABLE_NODE',
  'CONFLICTING_WRITES',
  'JOIN_WITHOUT_BRANCHES',
  'CONDITION_NEVER_HOLDS',
  'CONDITION_ALWAYS_HOLDS',
  'SHADOWED_CASE',
  'UNROUTED_TICKETS',
  'ROUTE_WITHOUT_AGENT',
  'TIMER_LONGER_THAN_SLA',
  'SLA_WITHOUT_ESCALATION',
  'FLOWS_SET_SAME_FIELD',
  'FLOWS_TRIGGER_EACH_OTHER',
  'CREDENTIAL_MISSING',
  'LADDER_RELAXES_EARLY',
] as const;

export type IssueCode = (typeof ISSUE_CODES)[number];

/** The codes of warnings; all others are errors. */
export const WARNING_CODES: ReadonlySet<IssueCode> = new Set([
  'UNREACHABLE_NODE',
  'CONDITION_NEVER_HOLDS',
  'CONDITION_ALWAYS_HOLDS',
  'SHADOWED_CASE',
  'UNROUTED_TICKETS',
  'ROUTE_WITHOUT_AGENT',
  'TIMER_LONGER_THAN_SLA',
  'SLA_WITHOUT_ESCALATION',
  'FLOWS_SET_SAME_FIELD',
  'FLOWS_TRIGGER_EACH_OTHER',
  'LADDER_RELAXES_EARLY',
]);

/** A finding about a flow: data, never thrown. Errors block publishing, warnings do not. */
export interface Issue extends IssuePlace {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning';
  /** Values for the text, for example `{kind: 'action.sned'}`. */
  readonly params: Readonly<Record<string, string | number>>;
}
