import type { Policy } from '@alur/engine';
import { GraphQLDuration } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PolicyEnum } from './policy.enum.ts';

/** GraphQL's view of a queue's targets. */
@ObjectType('QueueTargets', {
  description: 'How soon a ticket should be taken by an agent, by priority. ISO 8601 durations.',
})
export class QueueTargetsObject {
  @Field(() => GraphQLDuration, { description: 'For low priority, for example PT4H.' })
  low!: string;

  @Field(() => GraphQLDuration, { description: 'For normal priority.' })
  normal!: string;

  @Field(() => GraphQLDuration, { description: 'For high priority.' })
  high!: string;

  @Field(() => GraphQLDuration, { description: 'For urgent priority.' })
  urgent!: string;
}

/** GraphQL's view of a queue. The number waiting is resolved in batches. */
@ObjectType('Queue', { description: 'A set of waiting tickets with a policy and service targets.' })
export class QueueObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;

  @Field(() => PolicyEnum, { description: 'How it picks the next ticket and its agent.' })
  policy!: Policy;

  @Field(() => Int, { description: 'Over this many waiting tickets the board warns of a backlog.' })
  limit!: number;

  @Field(() => QueueTargetsObject, { description: 'How soon its tickets should be taken.' })
  targets!: QueueTargetsObject;

  @Field(() => Boolean, { description: 'True for the one queue that gets tickets nothing else routed.' })
  isFallback!: boolean;

  @Field(() => Int, { description: 'Its place in lists, from 0.' })
  position!: number;
}
