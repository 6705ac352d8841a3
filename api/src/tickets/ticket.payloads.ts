import { Field, ObjectType } from 'type-graphql';
import type { UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { MessageObject } from './message.object.ts';
import { TicketObject } from './ticket.object.ts';

@ObjectType({ description: 'What came of a ticket that arrived or was to be changed.' })
export class TicketPayload {
  @Field(() => TicketObject, { nullable: true, description: 'The ticket as it is now.' })
  ticket!: TicketObject | null;

  @Field(() => Boolean, {
    description: 'True when the external id was known: the first ticket is given back, nothing was done.',
  })
  isDuplicate!: boolean;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of several tickets.' })
export class TicketsPayload {
  @Field(() => [TicketPayload], { description: 'One each, in the order given; a refused one leaves the others alone.' })
  results!: TicketPayload[];

  @Field(() => [UserErrorObject], { description: 'Why none was looked at.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of a message.' })
export class MessagePayload {
  @Field(() => MessageObject, { nullable: true, description: 'The message.' })
  message!: MessageObject | null;

  @Field(() => TicketObject, { nullable: true, description: 'Its ticket as it is now.' })
  ticket!: TicketObject | null;

  @Field(() => Boolean, { description: 'True when the external id was known: the first message is given back.' })
  isDuplicate!: boolean;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}
