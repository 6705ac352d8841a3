import { registerEnumType } from 'type-graphql';

/** GraphQL's `Policy`; values are those of the database. */
export const PolicyEnum = {
  BALANCED: 'balanced',
  PRIORITY_THEN_AGE: 'priorityThenAge',
  DUE_FIRST: 'dueFirst',
  ROUND_ROBIN: 'roundRobin',
  LEAST_LOADED: 'leastLoaded',
  LONGEST_IDLE: 'longestIdle',
  FIRST_IN: 'firstIn',
} as const;

registerEnumType(PolicyEnum, {
  name: 'Policy',
  description: 'How a queue picks the next ticket and its agent.',
  valuesConfig: {
    BALANCED: { description: 'The most urgent by wait and target first, to the agent who fits best.' },
    PRIORITY_THEN_AGE: { description: 'Priority, then the oldest, to the agent with the most spare capacity.' },
    DUE_FIRST: { description: 'The earliest SLA due time first, to the agent with the most spare capacity.' },
    ROUND_ROBIN: { description: 'The oldest first, to each agent in turn.' },
    LEAST_LOADED: { description: 'The oldest first, to the agent with the least load.' },
    LONGEST_IDLE: { description: 'The oldest first, to the agent who has been without a ticket longest.' },
    FIRST_IN: { description: 'The oldest first, to the agent who came online first.' },
  },
});

/** GraphQL's `RerouteRule`; values are those of the database. */
export const RerouteRuleEnum = { KEEP: 'keep', ON_REPLY: 'onReply', AT_ONCE: 'atOnce' } as const;

registerEnumType(RerouteRuleEnum, {
  name: 'RerouteRule',
  description: 'What a queue does with the open tickets of an agent who has left.',
  valuesConfig: {
    KEEP: { description: 'They stay with the agent.' },
    ON_REPLY: { description: 'They go back into the queue, with their age, when the customer replies.' },
    AT_ONCE: { description: 'They go back into the queue at once, with their age.' },
  },
});
