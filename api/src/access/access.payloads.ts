import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import type { Role } from './actor.ts';
import { RoleEnum } from './role.enum.ts';
import { UserObject, ViewerObject } from './user.object.ts';

/** GraphQL's view of an API token. */
@ObjectType('ApiToken', { description: 'A credential of an integration.' })
export class ApiTokenObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => String, { description: 'Its beginning and end, to tell tokens apart.' })
  prefix!: string;

  @Field(() => RoleEnum, { description: 'What it may do.' })
  role!: Role;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it stops working.' })
  expiresAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: Date | null;
}

@ObjectType({ description: 'What came of signing in.' })
export class SignInPayload {
  @Field(() => ViewerObject, { nullable: true, description: 'Who is now signed in.' })
  viewer!: ViewerObject | null;

  @Field(() => [UserErrorObject], { description: 'Why not.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of signing out.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'True once nobody is signed in.' })
  isSignedOut!: boolean;

  @Field(() => [UserErrorObject], { description: 'Why not.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of a change to a user.' })
export class UserPayload {
  @Field(() => UserObject, { nullable: true, description: 'The user as they are now.' })
  user!: UserObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of making an API token.' })
export class CreateApiTokenPayload {
  @Field(() => ApiTokenObject, { nullable: true, description: 'The token.' })
  token!: ApiTokenObject | null;

  @Field(() => String, { nullable: true, description: 'The secret for `Authorization: Bearer`, shown once.' })
  secret!: string | null;

  @Field(() => [UserErrorObject], { description: 'Why none was made.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of a change to an API token.' })
export class ApiTokenPayload {
  @Field(() => ApiTokenObject, { nullable: true, description: 'The token as it is now.' })
  token!: ApiTokenObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}
