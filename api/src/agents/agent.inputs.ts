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
}

@InputType({ description: 'What to change of a team.' })
export class UpdateTeamInput {
  @Field(() => ID, { description: 'The team.' })
  id!: string;

  @Field(() => String, { description: 'At most 200 characters; unique in the workspace.' })
  name!: string;
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

@InputType({ description: 'An agent to add.' })
export class CreateAgentInput {
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
export class UpdateAgentInput {
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

  @Field(() => PresenceEnum, { description: 'From now on.' })
  presence!: Presence;
}
