import type { Presence } from '@alur/engine';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { countedConnectionClass } from '../server/connection.ts';
import { PresenceEnum } from './presence.enum.ts';

@ObjectType('ChannelCapacity', { description: 'How much of one channel an agent can hold at once.' })
export class ChannelCapacityObject {
  @Field(() => String, { description: 'The type of channel.' })
  channelType!: string;

  @Field(() => Int, { description: 'Units.' })
  units!: number;
}

/** GraphQL's view of an agent. Skills, teams and load are resolved in batches. */
@ObjectType('Agent', { description: 'Someone tickets are given to.' })
export class AgentObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;

  @Field(() => PresenceEnum, { description: 'Whether they take tickets now.' })
  presence!: Presence;

  @Field(() => GraphQLDateTime, { description: 'Since when their presence is what it is.' })
  presenceSince!: Date;

  @Field(() => Int, { description: "Units they can hold at once; a ticket takes its channel's weight." })
  capacity!: number;

  @Field(() => [String], { description: 'Languages they work in, BCP 47.' })
  languages!: string[];

  @Field(() => ID, { nullable: true, description: "Which of the workspace's own statuses they have; null: none." })
  statusId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The support level they work at, 1 to 5; null: that of their teams.',
  })
  supportLevel!: number | null;

  @Field(() => String, { nullable: true, description: 'Where they work; null: anywhere.' })
  location!: string | null;

  @Field(() => ID, { nullable: true, description: 'The calendar of their shifts; null: bound by presence alone.' })
  shiftCalendarId!: string | null;

  @Field(() => [String], { nullable: true, description: 'Channel types they serve; null: all.' })
  channelTypes!: string[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When they were last given a ticket.' })
  lastAssignedAt!: Date | null;
}

/** A page of agents. */
export const AgentConnection = countedConnectionClass('Agent', () => AgentObject);
