import { compileFlow, type Flow, type Pipeline, type PipelineIdentity } from '@alur/engine';

/**
 * What is loaded for facts only where some flow reads it: the contact's earlier tickets, the presence of assignees, the
 * queues and who is free to take from them.
 */
export const FACT_NEEDS = ['contactHistory', 'presence', 'queues'] as const;
export type FactNeed = (typeof FACT_NEEDS)[number];

/** A version ready to run, and what its facts need. */
export interface ReadVersion {
  readonly pipeline: Pipeline;
  readonly needs: ReadonlySet<FactNeed>;
}

/** Facts, or kinds of node that read them, by what they need. */
const NEEDED_BY: Readonly<Record<FactNeed, RegExp>> = {
  contactHistory: /contact\.(ticketsLast|lastAgent|lastCsat)|"lastAgent"/,
  presence: /agent\.(presence|unavailableSince)|trigger\.agentUnavailable/,
  queues: /queue\.(waiting|availableAgents)/,
};

/** Compiles a version. Where a need's word stands in a text, what it needs is loaded in vain; never left out. */
export function readVersion(flow: Flow, identity: PipelineIdentity): ReadVersion {
  const text = JSON.stringify(flow.nodes);
  return {
    pipeline: compileFlow(flow, identity),
    needs: new Set(FACT_NEEDS.filter((need) => NEEDED_BY[need].test(text))),
  };
}
