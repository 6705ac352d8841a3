import { Field, ID, Int, ObjectType } from 'type-graphql';

/** GraphQL's view of a channel. */
@ObjectType('Channel', { description: 'A way tickets come in.' })
export class ChannelObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;

  @Field(() => String, { description: 'email, web, phone, api, self-service, chat and the like.' })
  type!: string;

  @Field(() => Int, { description: "Units of an agent's capacity one of its tickets takes." })
  weight!: number;
}
