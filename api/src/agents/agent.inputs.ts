import type { Presence } from '@alur/engine';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../server/connection.ts';
import { PresenceEnum } from './presence.enum.ts';

@ArgsType()
export class AgentsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'A part of the name, in any case.' })
  search?: string | null;
}

@InputType({ description: 'A team to add.' })
export class CreateTeamInput {
  @Field(() => String, { description: 'At most 200 characters; unique in the workspace.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'The support level its members work at, 1 to 5.' })
  supportLevel?: number | null;
}

@InputType({ description: 'What to change of a team.' })
export class UpdateTeamInput {
  @Field(() => ID, { description: 'The team.' })
  id!: string;

  @Field(() => String, { description: 'At most 200 characters; unique in the workspace.' })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The support level its members work at, 1 to 5; absent: as it is; null: none.',
  })
  supportLevel?: number | null;
}

@InputType({ description: 'A skill to add.' })
export class CreateSkillInput {
  @Field(() => String, { description: 'At most 200 characters; unique in the workspace.' })
  name!: string;
}

@InputType({ description: 'How well an agent has a skill.' })
export class AgentSkillInput {
  @Field(() => ID, { description: 'The skill.' })
  skillId!: string;

  @Field(() => Int, { description: '1 to 5.' })
  level!: number;
}

@InputType({ description: 'How much of one channel an agent can hold at once.' })
export class ChannelCapacityInput {
  @Field(() => String, { description: 'The type of channel, for example chat.' })
  channelType!: string;

  @Field(() => Int, { description: 'Units, 0 to 1,000.' })
  units!: number;
}

@InputType({ description: 'How well one agent has one skill.' })
export class SkillLevelInput {
  @Field(() => ID, { description: 'The agent.' })
  agentId!: string;

  @Field(() => ID, { description: 'The skill.' })
  skillId!: string;

  @Field(() => Int, { description: '1 to 5; 0 takes the skill away.' })
  level!: number;
}

@InputType({ description: 'Cells of the skills matrix to change.' })
export class SetSkillLevelsInput {
  @Field(() => [SkillLevelInput], { description: 'At most 1,000.' })
  levels!: SkillLevelInput[];
}

/** Where and when an agent works, and on what. */
@InputType()
abstract class AgentPlaceInput {
  @Field(() => Int, { nullable: true, description: 'The support level they work at, 1 to 5; 0: that of their teams.' })
  supportLevel?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where they work, at most 200 characters, for requirements of place; an empty text: anywhere.',
  })
  location?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The calendar of their shifts; an empty text: none, they are bound by presence alone.',
  })
  shiftCalendarId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Channel types they serve; an empty list: all.' })
  channelTypes?: string[] | null;

  @Field(() => [ChannelCapacityInput], {
    nullable: true,
    description: 'Units they can hold at once on single channels, within their capacity; replaces all.',
  })
  channelCapacity?: ChannelCapacityInput[] | null;
}

@InputType({ description: 'An agent to add.' })
export class CreateAgentInput extends AgentPlaceInput {
  @Field(() => String, { description: 'At most 200 characters; unique in the workspace.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Units they can hold at once, 0 to 1,000; 6 if absent.' })
  capacity?: number | null;

  @Field(() => [String], { nullable: true, description: 'Languages they work in, BCP 47, at most 50.' })
  languages?: string[] | null;

  @Field(() => [AgentSkillInput], { nullable: true, description: 'What they can do.' })
  skills?: AgentSkillInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'The teams they belong to.' })
  teamIds?: string[] | null;

  @Field(() => PresenceEnum, { nullable: true, description: 'Offline if absent.' })
  presence?: Presence | null;
}

@InputType({ description: 'What to change of an agent; absent fields stay.' })
export class UpdateAgentInput extends AgentPlaceInput {
  @Field(() => ID, { description: 'The agent.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'At most 200 characters; unique in the workspace.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Units they can hold at once, 0 to 1,000.' })
  capacity?: number | null;

  @Field(() => [String], { nullable: true, description: 'Languages they work in, BCP 47; replaces all.' })
  languages?: string[] | null;

  @Field(() => [AgentSkillInput], { nullable: true, description: 'What they can do; replaces all.' })
  skills?: AgentSkillInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'The teams they belong to; replaces all.' })
  teamIds?: string[] | null;
}

@InputType({ description: 'Whether an agent takes tickets.' })
export class SetPresenceInput {
  @Field(() => ID, {
    nullable: true,
    description: "The agent; the signed-in user's own if absent. Others need the manager role.",
  })
  agentId?: string | null;

  @Field(() => PresenceEnum, { nullable: true, description: 'From now on. Exactly one of presence and statusId.' })
  presence?: Presence | null;

  @Field(() => ID, { nullable: true, description: "One of the workspace's own statuses, from now on." })
  statusId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A type of channel on which it is to differ, for example chat; with neither presence nor statusId the channel follows the rest again.',
  })
  channelType?: string | null;
}
