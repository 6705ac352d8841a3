import { Field, ID, Int, ObjectType } from 'type-graphql';

/** GraphQL's view of a skill. */
@ObjectType('Skill', { description: 'Something agents can do, at a level.' })
export class SkillObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;
}

/** GraphQL's view of an agent's skill. */
@ObjectType('AgentSkill', { description: 'How well an agent has a skill.' })
export class AgentSkillObject {
  @Field(() => SkillObject, { description: 'The skill.' })
  skill!: SkillObject;

  @Field(() => Int, { description: '1 to 5.' })
  level!: number;
}
