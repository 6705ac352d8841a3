import type { Presence } from '@alur/engine';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PresenceEnum } from './presence.enum.ts';

/** GraphQL's view of an agent on one channel. */
@ObjectType('ChannelPresence', { description: 'How an agent stands on one type of channel.' })
export class ChannelPresenceObject {
  @Field(() => String, { description: 'The type of channel.' })
  channelType!: string;

  @Field(() => PresenceEnum, { description: 'Whether they take its tickets now; a status counts as online or away.' })
  presence!: Presence;

  @Field(() => ID, {
    nullable: true,
    description: "Which of the workspace's own statuses they have there; null: none.",
  })
  statusId!: string | null;

  @Field(() => Int, { description: 'Units their tickets and offers of this channel take.' })
  load!: number;

  @Field(() => Int, { nullable: true, description: 'Units they can hold at once on it; null: no limit of its own.' })
  capacity!: number | null;
}

/** GraphQL's view of an agent as they stand. */
@ObjectType('AgentPresence', { description: 'How an agent stands now: presence, shift and load.' })
export class AgentPresenceObject {
  @Field(() => ID, { description: 'The agent.' })
  agentId!: string;

  @Field(() => String, { description: "The agent's name." })
  name!: string;

  @Field(() => PresenceEnum, {
    description: 'Whether they take tickets now: what they chose, or away where their connection is lost.',
  })
  presence!: Presence;

  @Field(() => ID, { nullable: true, description: "Which of the workspace's own statuses they have; null: none." })
  statusId!: string | null;

  @Field(() => GraphQLDateTime, { description: 'Since when they have chosen so.' })
  since!: Date;

  @Field(() => Boolean, { description: 'False where they have lost their connection.' })
  isConnected!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether their shift runs; null: they have no shifts.' })
  isOnShift!: boolean | null;

  @Field(() => Int, { description: 'Units their tickets and offers take.' })
  load!: number;

  @Field(() => Int, { description: 'Units they can hold at once.' })
  capacity!: number;

  @Field(() => Int, { description: 'Tickets they hold whose status is new or open.' })
  openTickets!: number;

  @Field(() => [ChannelPresenceObject], {
    description: 'The types of channel on which they hold something, differ or have a limit, by type.',
  })
  channels!: ChannelPresenceObject[];
}
