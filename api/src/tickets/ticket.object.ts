import type { Priority } from '@alur/engine';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { countedConnectionClass } from '../server/connection.ts';
import type { Sentiment, Severity, Status } from './ticket.entity.ts';
import { PriorityEnum, SentimentEnum, SeverityEnum, StatusEnum } from './ticket.enums.ts';

/** GraphQL's view of a ticket. What it refers to is resolved in batches. */
@ObjectType('Ticket', { description: "A customer's matter, as it is now." })
export class TicketObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => Int, { description: 'For people; counts up from 1 in the workspace.' })
  number!: number;

  @Field(() => String, { description: 'At most 500 characters.' })
  subject!: string;

  @Field(() => StatusEnum, { description: 'How far it has come.' })
  status!: Status;

  @Field(() => PriorityEnum, { description: 'How soon it should be taken.' })
  priority!: Priority;

  @Field(() => SeverityEnum, { nullable: true, description: 'How bad it is; null if nobody has said.' })
  severity!: Severity | null;

  @Field(() => Int, { description: 'Support level, 1 to 5.' })
  level!: number;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  category!: string | null;

  @Field(() => [String], { description: 'Short marks, at most 50.' })
  tags!: string[];

  @Field(() => String, { nullable: true, description: 'The language the customer writes in, BCP 47.' })
  language!: string | null;

  @Field(() => SentimentEnum, { nullable: true, description: 'The mood the customer writes in.' })
  sentiment!: Sentiment | null;

  @Field(() => GraphQLJSON, { description: 'Values of custom fields by key; dates as ISO 8601.' })
  customFields!: Record<string, unknown>;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Entry to its queue; null if it has none.' })
  queuedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: 'When it happened at its source.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When its present agent got it.' })
  assignedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was solved; null while it is not.' })
  solvedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was closed; null while it is not.' })
  closedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When an agent first opened it; null if none has.' })
  firstOpenedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the customer last wrote; null if they haven't." })
  lastCustomerMessageAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When an agent last replied; null if none has.' })
  lastAgentMessageAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The answer to the survey, 1 to 5; null if there is none.' })
  surveyScore!: number | null;

  @Field(() => String, { nullable: true, description: 'What the customer wrote beside the score.' })
  surveyComment!: string | null;

  @Field(() => String, { nullable: true, description: "The sender's id of it." })
  externalId!: string | null;

  channelId!: string;
  contactId!: string;
  teamId!: string | null;
  assigneeId!: string | null;
  queueId!: string | null;
}

/** A page of tickets. */
export const TicketConnection = countedConnectionClass('Ticket', () => TicketObject);
