import { Field, ID, Int, ObjectType } from 'type-graphql';

/** GraphQL's view of a team. */
@ObjectType('Team', { description: 'A group of agents.' })
export class TeamObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'The support level its members work at, 1 to 5.' })
  supportLevel!: number | null;
}
