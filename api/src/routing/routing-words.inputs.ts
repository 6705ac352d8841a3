import { GraphQLDuration } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A status to add, or to change by its id.' })
export class PutPresenceStatusInput {
  @Field(() => ID, { nullable: true, description: 'The status to change; absent: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'At most 100 characters; unique in the workspace.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether new tickets may be given meanwhile.' })
  allowsWork!: boolean;
}

@InputType({ description: 'A reason to add, or to change by its id.' })
export class PutDeclineReasonInput {
  @Field(() => ID, { nullable: true, description: 'The reason to change; absent: a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'At most 100 characters; unique in the workspace.' })
  name!: string;

  @Field(() => GraphQLDuration, {
    nullable: true,
    description: 'After how long the ticket may be offered to the same agent again, at most a year; absent: never.',
  })
  offerAgainAfter?: string | null;
}

@InputType({ description: 'What to delete.' })
export class RoutingWordIdInput {
  @Field(() => ID, { description: 'The status or reason.' })
  id!: string;
}
