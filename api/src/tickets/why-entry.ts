/** One sentence on why a ticket is where it is. */
export interface WhyEntry {
  readonly kind: 'flowActed' | 'flowDidNotAct' | 'assigned' | 'waiting';
  readonly at: Date;
  readonly text: string;
  readonly details: readonly string[];
  readonly flowId: string | null;
  readonly versionId: string | null;
  readonly nodeId: string | null;
  readonly agentId: string | null;
  readonly runId: string | null;
}

/** What of a sentence is empty unless it says more. */
export const PLAIN_ENTRY = {
  flowId: null,
  versionId: null,
  nodeId: null,
  agentId: null,
  runId: null,
  details: [],
} as const satisfies Partial<WhyEntry>;
