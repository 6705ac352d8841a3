import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionClass } from '../server/connection.ts';

/** GraphQL's view of a line of the event log. Its ticket and run are resolved in batches. */
@ObjectType('TicketEvent', { description: 'One entry of the append-only log.' })
export class TicketEventObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: "Position in the workspace's log; grows by commit order, for catching up." })
  sequence!: string;

  @Field(() => String, {
    description:
      'created, updated, replied, noteAdded, queued, assigned, unassigned, solved, closed, reopened or notified.',
  })
  type!: string;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => String, { description: 'customer, agent, bot, flow, api or dispatcher.' })
  actorKind!: string;

  @Field(() => String, { nullable: true, description: 'Who did it, where they have a name.' })
  actorName!: string | null;

  @Field(() => GraphQLJSON, { description: 'What changed, keyed by fact: {from, to}; or details of the entry.' })
  data!: Readonly<Record<string, unknown>>;

  ticketId!: string;
  queueId!: string | null;
  runId!: string | null;
}

/** A page of the log. */
export const TicketEventConnection = connectionClass('TicketEvent', () => TicketEventObject);
