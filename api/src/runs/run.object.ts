import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionClass } from '../server/connection.ts';

/** GraphQL's `RunOutcome`; values are those of the engine. */
export const RunOutcomeEnum = { DONE: 'done', STOPPED: 'stopped', FAILED: 'failed' } as const;

registerEnumType(RunOutcomeEnum, {
  name: 'RunOutcome',
  description: 'How a run ended.',
  valuesConfig: {
    DONE: { description: 'It came to the end of its way.' },
    STOPPED: { description: 'A stop node ended it.' },
    FAILED: { description: 'A step could not be run; what was done before stands.' },
  },
});

/** GraphQL's view of a run. Its ticket, flow and version are resolved in batches. */
@ObjectType('Run', { description: 'One execution of a flow version for one event of a ticket.' })
export class RunObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When it ran.' })
  at!: Date;

  @Field(() => String, {
    description: 'What it ran for: ticketCreated, ticketUpdated, ticketReplied, ticketAssigned or ticketSolved.',
  })
  eventType!: string;

  @Field(() => RunOutcomeEnum, { description: 'How it ended.' })
  outcome!: 'done' | 'stopped' | 'failed';

  @Field(() => Boolean, { description: 'True if it passed an action.' })
  acted!: boolean;

  @Field(() => GraphQLJSON, {
    description:
      'Steps in order, as the engine traced them: node, kind, port, conditions with the values seen, changes.',
  })
  steps!: readonly unknown[];

  @Field(() => [String], { description: 'Edges taken, in order.' })
  edgeIds!: readonly string[];

  traceId!: string;
  ticketId!: string;
  flowId!: string;
  versionId!: string;
}

/** A page of runs. */
export const RunConnection = connectionClass('Run', () => RunObject);
