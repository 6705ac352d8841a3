import { registerEnumType } from 'type-graphql';

/** GraphQL's `Policy`; values are those of the database. */
export const PolicyEnum = { BALANCED: 'balanced', PRIORITY_THEN_AGE: 'priorityThenAge' } as const;

registerEnumType(PolicyEnum, {
  name: 'Policy',
  description: 'How a queue picks the next ticket and its agent.',
  valuesConfig: {
    BALANCED: { description: 'The most urgent by wait and target first, to the agent who fits best.' },
    PRIORITY_THEN_AGE: { description: 'Priority, then the oldest, to the agent with the most spare capacity.' },
  },
});
