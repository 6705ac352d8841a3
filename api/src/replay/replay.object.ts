import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ReplayState } from './replay-runner.ts';

/** GraphQL's view of a workspace's replay. */
@ObjectType('Replay', { description: 'State of the demo replay, which feeds a real incident log as live tickets.' })
export class ReplayObject implements ReplayState {
  @Field(() => Boolean, { description: 'True while it feeds or solves tickets.' })
  isRunning!: boolean;

  @Field(() => Int, { description: 'Times real time, 1 to 100,000; as last started.' })
  speed!: number;

  @Field(() => Int, { description: 'Incidents fed since it was last started.' })
  fed!: number;

  @Field(() => Int, { description: 'Incidents of the whole log.' })
  total!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The time of the log it has come to; null before the first start.',
  })
  clock!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last started; null if never.' })
  startedAt!: Date | null;
}
