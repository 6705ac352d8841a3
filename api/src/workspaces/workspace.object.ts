import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

/** GraphQL's view of a workspace. */
@ObjectType('Workspace', { description: "One organisation's separate world." })
export class WorkspaceObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, {
    description: 'Its name in addresses; asked for at sign-in where there are several workspaces.',
  })
  slug!: string;

  @Field(() => String, { description: 'For people.' })
  name!: string;

  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;

  @Field(() => Boolean, { description: 'True for the workspace Alur fills with sample data.' })
  isDemo!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;
}
