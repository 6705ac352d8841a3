import type { Priority, SlaMetric, SlaState } from '@alur/engine';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ForwardPageArgs, PageArgs } from '../server/connection.ts';
import { SlaMetricEnum, SlaStateEnum } from '../sla/sla.enums.ts';
import type { TicketFilter, TicketOrder, TicketSearch } from './search-tickets.ts';
import type { Sentiment, Severity, Status } from './ticket.entity.ts';
import {
  MessageAuthorEnum,
  MessageVisibilityEnum,
  OrderDirectionEnum,
  PriorityEnum,
  SentimentEnum,
  SeverityEnum,
  StatusEnum,
  TicketOrderFieldEnum,
  WaitStateEnum,
} from './ticket.enums.ts';

@InputType({ description: 'Tickets of which a clock stands like this.' })
export class SlaFilterInput {
  @Field(() => [SlaStateEnum], { description: 'One of these.' })
  state!: SlaState[];

  @Field(() => SlaMetricEnum, { nullable: true, description: 'Of which metric; any if absent.' })
  metric?: SlaMetric | null;
}

@InputType({ description: 'Which tickets to list: all parts must hold; absent and empty ones always do.' })
export class TicketFilterInput implements TicketFilter {
  @Field(() => [StatusEnum], { nullable: true, description: 'One of these statuses.' })
  status?: Status[] | null;

  @Field(() => [PriorityEnum], { nullable: true, description: 'One of these priorities.' })
  priority?: Priority[] | null;

  @Field(() => [ID], { nullable: true, description: 'In one of these queues, waiting or with an agent.' })
  queueIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'With one of these teams.' })
  teamIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'With one of these agents.' })
  assigneeIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: without an agent; false: with one.' })
  isUnassigned?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these categories, exactly.' })
  category?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'From one of these channels.' })
  channelIds?: string[] | null;

  @Field(() => SlaFilterInput, { nullable: true, description: 'By how its clocks stand now.' })
  sla?: SlaFilterInput | null;

  @Field(() => [WaitStateEnum], {
    nullable: true,
    description: 'Waiting, and at risk of missing the target of its queue, or past it.',
  })
  wait?: ('atRisk' | 'breached')[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Created after this instant.' })
  createdAfter?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Created before this instant.' })
  createdBefore?: Date | null;
}

@InputType({ description: 'How to order tickets.' })
export class TicketOrderInput implements TicketOrder {
  @Field(() => TicketOrderFieldEnum, { description: 'By what.' })
  field!: TicketOrder['field'];

  @Field(() => OrderDirectionEnum, { description: 'Which way.' })
  direction!: TicketOrder['direction'];
}

@ArgsType()
export class TicketsArgs extends PageArgs implements TicketSearch {
  @Field(() => String, {
    nullable: true,
    description:
      "Words of the subject or external id by their beginnings, a number, or part of the contact's name or e-mail.",
  })
  search?: string | null;

  @Field(() => TicketFilterInput, { nullable: true, description: 'Which tickets.' })
  filter?: TicketFilterInput | null;

  @Field(() => TicketOrderInput, { nullable: true, description: 'The newest first if absent.' })
  orderBy?: TicketOrderInput | null;
}

@ArgsType()
export class ContactsArgs extends ForwardPageArgs {
  @Field(() => String, { nullable: true, description: 'A part of name, e-mail or external id, in any case.' })
  search?: string | null;
}

@InputType({ description: 'A customer: matched by external id, then by e-mail, else added. Gaps are filled in.' })
export class ContactInput {
  @Field(() => String, { nullable: true, description: "The sender's id of them, at most 512 characters." })
  externalId?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 320 characters.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 40 characters.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The language they prefer, BCP 47.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  city?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True for those who matter most.' })
  isVip?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'At most 50 of 100 characters.' })
  tags?: string[] | null;
}

@InputType({ description: 'An arriving ticket.' })
export class CreateTicketInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The sender's id of the message, at most 512 characters; a second ticket with the same id in one channel is answered with the first.",
  })
  externalId?: string | null;

  @Field(() => ID, { nullable: true, description: "Absent: the workspace's API channel." })
  channelId?: string | null;

  @Field(() => String, { description: 'At most 500 characters.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: "The customer's words as plain text, at most 256 KB." })
  message?: string | null;

  @Field(() => ContactInput, { nullable: true, description: 'Who it is from; a new, unknown customer if absent.' })
  contact?: ContactInput | null;

  @Field(() => StatusEnum, { nullable: true, description: 'NEW if absent.' })
  status?: Status | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'NORMAL if absent.' })
  priority?: Priority | null;

  @Field(() => SeverityEnum, { nullable: true, description: 'How bad it is.' })
  severity?: Severity | null;

  @Field(() => Int, { nullable: true, description: 'Support level, 1 to 5; 1 if absent.' })
  level?: number | null;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 200 characters.' })
  category?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 50 of 100 characters.' })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The language it is written in, BCP 47.' })
  language?: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'Values of custom fields by key; dates as ISO 8601.' })
  customFields?: unknown;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it happened at its source; absent: now.' })
  occurredAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for auto-replies and bulk mail (RFC 3834): stored, but runs no flows.',
  })
  isAutomated?: boolean | null;
}

@InputType({ description: 'Several arriving tickets.' })
export class CreateTicketsInput {
  @Field(() => [CreateTicketInput], { description: '1 to 100, accepted together.' })
  tickets!: CreateTicketInput[];
}

@InputType({ description: 'What to change of a ticket; absent fields stay, null empties those that may be empty.' })
export class UpdateTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  subject?: string | null;

  @Field(() => StatusEnum, { nullable: true, description: 'How far it has come.' })
  status?: Status | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'How soon it should be taken.' })
  priority?: Priority | null;

  @Field(() => SeverityEnum, { nullable: true, description: 'How bad it is.' })
  severity?: Severity | null;

  @Field(() => Int, { nullable: true, description: 'Support level, 1 to 5.' })
  level?: number | null;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 200 characters.' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'The language it is written in, BCP 47.' })
  language?: string | null;

  @Field(() => SentimentEnum, { nullable: true, description: 'The mood it is written in.' })
  sentiment?: Sentiment | null;

  @Field(() => [String], { nullable: true, description: 'At most 50 of 100 characters.' })
  addTags?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In any case.' })
  removeTags?: string[] | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'Values of custom fields by key; null empties one.' })
  customFields?: unknown;
}

@InputType({ description: 'Whom to make responsible.' })
export class AssignTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The agent, above capacity too; both absent: unassign.' })
  agentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team; both absent: unassign.' })
  teamId?: string | null;
}

@InputType({ description: 'A ticket an agent looks at.' })
export class OpenTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  id!: string;
}

@InputType({ description: "A customer's answer to the survey." })
export class AnswerSurveyInput {
  @Field(() => ID, { description: 'The ticket.' })
  ticketId!: string;

  @Field(() => Int, { description: '1 (bad) to 5 (good).' })
  score!: number;

  @Field(() => String, { nullable: true, description: 'What they wrote, at most 5,000 characters.' })
  comment?: string | null;
}

@InputType({ description: 'Whether the customer of a live conversation is there.' })
export class SetCustomerPresenceInput {
  @Field(() => ID, { description: 'The ticket.' })
  ticketId!: string;

  @Field(() => Boolean, { description: 'From now on.' })
  isOnline!: boolean;
}

@InputType({ description: 'A reply or internal note.' })
export class AddMessageInput {
  @Field(() => ID, { description: 'The ticket.' })
  ticketId!: string;

  @Field(() => String, { description: 'Plain text, at most 256 KB.' })
  text!: string;

  @Field(() => MessageVisibilityEnum, { nullable: true, description: 'PUBLIC if absent.' })
  visibility?: 'public' | 'internal' | null;

  @Field(() => MessageAuthorEnum, { nullable: true, description: 'AGENT if absent.' })
  author?: 'customer' | 'agent' | 'bot' | null;

  @Field(() => String, {
    nullable: true,
    description: "The sender's id; a second message with it in the ticket's channel is answered with the first.",
  })
  externalId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True for auto-replies (RFC 3834): stored, but runs no flows.' })
  isAutomated?: boolean | null;
}
