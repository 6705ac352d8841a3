import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionClass } from '../server/connection.ts';
import { MessageAuthorEnum, MessageVisibilityEnum } from './ticket.enums.ts';

/** GraphQL's view of a message. */
@ObjectType('Message', { description: 'A message or internal note on a ticket.' })
export class MessageObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => MessageAuthorEnum, { description: 'Who wrote it.' })
  author!: 'customer' | 'agent' | 'bot';

  @Field(() => String, { description: 'What its author was called at the time.' })
  authorName!: string;

  @Field(() => MessageVisibilityEnum, { description: 'Who may see it.' })
  visibility!: 'public' | 'internal';

  @Field(() => String, { description: 'Plain text, at most 256 KB.' })
  text!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  createdAt!: Date;
}

/** A page of messages. */
export const MessageConnection = connectionClass('Message', () => MessageObject);
