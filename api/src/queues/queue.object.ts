import type { Policy, RerouteRule } from '@alur/engine';
import { GraphQLDuration } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PolicyEnum, RerouteRuleEnum } from './policy.enum.ts';

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

  @Field(() => GraphQLDuration, {
    nullable: true,
    description: 'How long an agent has to accept a ticket that is offered; null: tickets are assigned without asking.',
  })
  acceptWithin!: string | null;

  @Field(() => GraphQLDuration, {
    nullable: true,
    description: 'After how long a ticket may be offered again to an agent who let it time out; null: never.',
  })
  offerAgainAfter!: string | null;

  @Field(() => RerouteRuleEnum, { description: 'What happens to the open tickets of an agent who has left.' })
  reroute!: RerouteRule;

  @Field(() => GraphQLDuration, {
    description: 'How long the first agents to come over a backlog take only their share; PT0S: they take everything.',
  })
  fairDrain!: string;
}
