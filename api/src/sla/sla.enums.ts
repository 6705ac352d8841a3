import { registerEnumType } from 'type-graphql';

/** GraphQL's `SlaMetric`; values are those of the engine. */
export const SlaMetricEnum = {
  FIRST_REPLY: 'firstReply',
  NEXT_REPLY: 'nextReply',
  PERIODIC_UPDATE: 'periodicUpdate',
  PAUSABLE_UPDATE: 'pausableUpdate',
  REQUESTER_WAIT: 'requesterWait',
  AGENT_WORK: 'agentWork',
  FIRST_RESOLUTION: 'firstResolution',
  TOTAL_RESOLUTION: 'totalResolution',
} as const;

registerEnumType(SlaMetricEnum, {
  name: 'SlaMetric',
  description: 'What a promise is about: when its clock starts, stops and runs.',
  valuesConfig: {
    FIRST_REPLY: { description: 'From creation to the first public reply by a person.' },
    NEXT_REPLY: { description: 'From the oldest unanswered message of the customer to the next public reply.' },
    PERIODIC_UPDATE: { description: 'From one public reply to the next, until the ticket is solved.' },
    PAUSABLE_UPDATE: { description: 'The same, but not while the ticket waits for the customer.' },
    REQUESTER_WAIT: { description: 'From creation to solution, not while the ticket waits for the customer.' },
    AGENT_WORK: { description: 'From creation to solution, only while the ticket is new or in progress.' },
    FIRST_RESOLUTION: { description: 'From creation to the first solution.' },
    TOTAL_RESOLUTION: { description: 'From creation to the last solution.' },
  },
});

/** GraphQL's `SlaState`; values are those of the engine. */
export const SlaStateEnum = {
  NONE: 'none',
  RUNNING: 'running',
  PAUSED: 'paused',
  AT_RISK: 'atRisk',
  FULFILLED: 'fulfilled',
  BREACHED: 'breached',
} as const;

registerEnumType(SlaStateEnum, {
  name: 'SlaState',
  description: 'How a clock stands.',
  valuesConfig: {
    NONE: { description: 'It has not started.' },
    RUNNING: { description: 'It runs.' },
    PAUSED: { description: 'It stands still for now.' },
    AT_RISK: { description: 'It runs, with at most a quarter of its target left.' },
    FULFILLED: { description: 'It was stopped in time, or had no target.' },
    BREACHED: { description: 'Its target is past.' },
  },
});

/** GraphQL's `SlaEventType`; values are those of the engine. */
export const SlaEventTypeEnum = {
  ACTIVATED: 'activated',
  PAUSED: 'paused',
  RESUMED: 'resumed',
  FULFILLED: 'fulfilled',
  BREACHED: 'breached',
} as const;

registerEnumType(SlaEventTypeEnum, {
  name: 'SlaEventType',
  description: 'What happened to a clock.',
  valuesConfig: {
    ACTIVATED: { description: 'It began.' },
    PAUSED: { description: 'It stands still.' },
    RESUMED: { description: 'It runs again.' },
    FULFILLED: { description: 'It stopped.' },
    BREACHED: { description: 'Its target was missed.' },
  },
});
