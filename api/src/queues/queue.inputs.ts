import type { Policy, RerouteRule } from '@alur/engine';
import { GraphQLDuration } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PolicyEnum, RerouteRuleEnum } from './policy.enum.ts';

@InputType({ description: 'How soon a ticket should be taken, by priority. ISO 8601 durations, a second to a year.' })
export class QueueTargetsInput {
  @Field(() => GraphQLDuration, { nullable: true, description: 'For low priority.' })
  low?: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For normal priority.' })
  normal?: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For high priority.' })
  high?: string | null;

  @Field(() => GraphQLDuration, { nullable: true, description: 'For urgent priority.' })
  urgent?: string | null;
}

/** How a queue hands out tickets, beside its policy. */
@InputType()
abstract class QueueRulesInput {
  @Field(() => GraphQLDuration, {
    nullable: true,
    description:
      'Tickets are offered, and an agent has so long to accept: a second to a day. PT0S: assigned without asking.',
  })
  acceptWithin?: string | null;

  @Field(() => GraphQLDuration, {
    nullable: true,
    description: 'After how long a ticket may be offered again to who let it time out, at most a year. PT0S: never.',
  })
  offerAgainAfter?: string | null;

  @Field(() => RerouteRuleEnum, {
    nullable: true,
    description: 'What happens to the open tickets of an agent who has left; KEEP if never set.',
  })
  reroute?: RerouteRule | null;

  @Field(() => GraphQLDuration, {
    nullable: true,
    description: 'How long the first agents to come over a backlog take only their share; PT15M if never set.',
  })
  fairDrain?: string | null;
}

@InputType({ description: 'A queue to add.' })
export class CreateQueueInput extends QueueRulesInput {
  @Field(() => String, { description: 'At most 200 characters; unique in the workspace.' })
  name!: string;

  @Field(() => PolicyEnum, { nullable: true, description: 'How it picks tickets and agents; BALANCED if absent.' })
  policy?: Policy | null;

  @Field(() => Int, { nullable: true, description: 'Over this many waiting tickets the board warns; 1,000 if absent.' })
  limit?: number | null;

  @Field(() => QueueTargetsInput, { nullable: true, description: 'PT4H, PT1H, PT15M and PT5M if absent.' })
  targets?: QueueTargetsInput | null;
}

@InputType({ description: 'What to change of a queue; absent fields stay.' })
export class UpdateQueueInput extends QueueRulesInput {
  @Field(() => ID, { description: 'The queue.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'At most 200 characters; unique in the workspace.' })
  name?: string | null;

  @Field(() => PolicyEnum, { nullable: true, description: 'How it picks tickets and agents.' })
  policy?: Policy | null;

  @Field(() => Int, { nullable: true, description: 'Over this many waiting tickets the board warns.' })
  limit?: number | null;

  @Field(() => QueueTargetsInput, { nullable: true, description: 'Those that are absent stay.' })
  targets?: QueueTargetsInput | null;

  @Field(() => Int, { nullable: true, description: 'Its new place in lists, from 0; others make room.' })
  position?: number | null;
}
