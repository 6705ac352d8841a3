import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { WorkspaceObject } from '../workspaces/workspace.object.ts';
import type { Role } from './actor.ts';
import { LocaleEnum, RoleEnum } from './role.enum.ts';

/** GraphQL's view of a user. */
@ObjectType('User', { description: 'A person who may sign in.' })
export class UserObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'What they sign in with; unique in the workspace.' })
  email!: string;

  @Field(() => String, { description: 'For people.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What they may do.' })
  role!: Role;

  @Field(() => LocaleEnum, { description: 'The language Alur speaks to them.' })
  locale!: 'en' | 'id';

  @Field(() => Boolean, { description: 'False once they may no longer sign in.' })
  isActive!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When they were added.' })
  createdAt!: Date;

  /** The agent they work as; resolved in batches. */
  agentId!: string | null;
}

/** GraphQL's view of the signed-in user. */
@ObjectType('Viewer', { description: 'Who is signed in, and where.' })
export class ViewerObject {
  @Field(() => UserObject, { description: 'The person; for an API token, whoever it acts for.' })
  user!: UserObject;

  @Field(() => WorkspaceObject, { description: 'The workspace everything is read from.' })
  workspace!: WorkspaceObject;
}
