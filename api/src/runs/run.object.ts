import type { Run } from '@alur/engine';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionClass } from '../server/connection.ts';

/** GraphQL's `RunOutcome`; values are those of the engine. */
export const RunOutcomeEnum = {
  DONE: 'done',
  STOPPED: 'stopped',
  FAILED: 'failed',
  WAITING: 'waiting',
  CANCELLED: 'cancelled',
} as const;

registerEnumType(RunOutcomeEnum, {
  name: 'RunOutcome',
  description: 'How a run ended, or that it has not yet.',
  valuesConfig: {
    DONE: { description: 'It came to the end of its way.' },
    STOPPED: { description: 'A stop node ended it.' },
    FAILED: { description: 'A step could not be run; what was done before stands.' },
    WAITING: { description: 'It stays at a step, until a time or until something happens.' },
    CANCELLED: { description: 'Its ticket was closed, or a person stopped it, while it waited.' },
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
    description: 'What it ran for, for example ticketCreated; of one that goes on, what woke it.',
  })
  eventType!: string;

  @Field(() => RunOutcomeEnum, { description: 'How it ended.' })
  outcome!: Run['outcome'];

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
  continues!: string | null;
  startedBy!: string | null;
  ticketId!: string;
  flowId!: string;
  versionId!: string;
}

/** A page of runs. */
export const RunConnection = connectionClass('Run', () => RunObject);
