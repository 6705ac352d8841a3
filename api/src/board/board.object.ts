import type { Presence } from '@alur/engine';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { PresenceEnum } from '../agents/presence.enum.ts';
import { ReplayObject } from '../replay/replay.object.ts';
import type { AgentFigures, Arrivals, Board, QueueFigures } from './board.ts';

/** GraphQL's view of a queue's figures; the queue itself is resolved in batches. */
@ObjectType('QueueMetrics', { description: 'What a queue holds now, and did in the last 60 minutes.' })
export class QueueMetricsObject implements QueueFigures {
  queueId!: string;

  @Field(() => Int, { description: 'Tickets waiting for an agent.' })
  waiting!: number;

  @Field(() => Int, { description: 'Tickets of this queue now with an agent.' })
  inProgress!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when the oldest waits; null if none does.' })
  longestWaitingSince!: Date | null;

  @Field(() => Int, { description: 'Waiting tickets past 70 % of their target, but not past it.' })
  atRisk!: number;

  @Field(() => Int, { description: 'Waiting tickets past their target.' })
  breached!: number;

  @Field(() => Int, { description: 'Times a ticket came into the queue in the last 60 minutes.' })
  arrivals!: number;

  @Field(() => Int, { description: 'Times an agent took one of its tickets in the last 60 minutes.' })
  assigned!: number;
}

/** GraphQL's view of an agent's figures; the agent is resolved in batches. */
@ObjectType('AgentMetrics', { description: 'What an agent holds now.' })
export class AgentMetricsObject implements AgentFigures {
  agentId!: string;

  @Field(() => PresenceEnum, { description: 'Whether they take tickets now.' })
  presence!: Presence;

  @Field(() => Int, { description: 'Units of capacity their new and open tickets take.' })
  load!: number;

  @Field(() => Int, { description: 'Units they can hold at once.' })
  capacity!: number;

  @Field(() => Int, { description: 'Their new and open tickets.' })
  openTickets!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when they are online without a ticket; null if they are not.',
  })
  idleSince!: Date | null;
}

@ObjectType('ArrivalBucket', { description: 'What happened in one minute.' })
export class ArrivalBucketObject implements Arrivals {
  @Field(() => GraphQLDateTime, { description: 'When the minute began.' })
  at!: Date;

  @Field(() => Int, { description: 'Tickets created.' })
  arrived!: number;

  @Field(() => Int, { description: 'Times an agent took a ticket.' })
  assigned!: number;

  @Field(() => Int, { description: 'Times a ticket was solved.' })
  solved!: number;
}

/** GraphQL's view of a board. */
@ObjectType('BoardState', { description: 'The whole state of a board.' })
export class BoardStateObject implements Board {
  @Field(() => Int, { description: 'Grows with every message of a subscription.' })
  sequence!: number;

  @Field(() => GraphQLDateTime, { description: 'The moment it shows.' })
  at!: Date;

  @Field(() => [QueueMetricsObject], { description: 'Every queue, by position.' })
  queues!: readonly QueueFigures[];

  @Field(() => [AgentMetricsObject], { description: 'Every agent, by name.' })
  agents!: readonly AgentFigures[];

  @Field(() => [ArrivalBucketObject], { description: 'The last 60 minutes, one bucket a minute, oldest first.' })
  arrivals!: readonly Arrivals[];

  @Field(() => Int, { description: 'New and open tickets without an agent.' })
  unassigned!: number;

  @Field(() => Int, { description: 'New and open tickets.' })
  open!: number;

  @Field(() => ReplayObject, { nullable: true, description: 'The demo replay; null if the workspace is no demo.' })
  replay!: ReplayObject | null;
}
