import { Field, ObjectType } from 'type-graphql';
import type { UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { AgentObject } from './agent.object.ts';
import { SkillObject } from './skill.object.ts';
import { TeamObject } from './team.object.ts';

@ObjectType({ description: 'What came of a change to a team.' })
export class TeamPayload {
  @Field(() => TeamObject, { nullable: true, description: 'The team as it is now.' })
  team!: TeamObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of adding a skill.' })
export class SkillPayload {
  @Field(() => SkillObject, { nullable: true, description: 'The skill.' })
  skill!: SkillObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of a change to an agent.' })
export class AgentPayload {
  @Field(() => AgentObject, { nullable: true, description: 'The agent as they are now.' })
  agent!: AgentObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of a change to the skills matrix.' })
export class SkillLevelsPayload {
  @Field(() => [AgentObject], { description: 'The agents whose skills were set.' })
  agents!: AgentObject[];

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}
