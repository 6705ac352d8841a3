import type { SlaMetric } from '../facts/sla-facts.ts';

/** One thing for every metric. */
export function byMetric<Value>(make: (metric: SlaMetric) => Value): Record<SlaMetric, Value> {
  return {
    firstReply: make('firstReply'),
    nextReply: make('nextReply'),
    periodicUpdate: make('periodicUpdate'),
    pausableUpdate: make('pausableUpdate'),
    requesterWait: make('requesterWait'),
    agentWork: make('agentWork'),
    firstResolution: make('firstResolution'),
    totalResolution: make('totalResolution'),
  };
}
