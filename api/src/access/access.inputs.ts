import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import type { Role } from './actor.ts';
import { LocaleEnum, RoleEnum } from './role.enum.ts';

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address, in any case.' })
  email!: string;

  @Field(() => String, { description: 'Password.' })
  password!: string;

  @Field(() => String, { nullable: true, description: "The workspace's slug; needed only where there are several." })
  workspace?: string | null;
}

@InputType({ description: 'A person to let in.' })
export class CreateUserInput {
  @Field(() => String, { description: 'E-mail address, at most 254 characters; unique in the workspace.' })
  email!: string;

  @Field(() => String, { description: 'For people, at most 200 characters.' })
  name!: string;

  @Field(() => String, { description: '10 to 200 characters.' })
  password!: string;

  @Field(() => RoleEnum, { description: 'What they may do.' })
  role!: Role;

  @Field(() => LocaleEnum, { nullable: true, description: 'The language Alur speaks to them; English if absent.' })
  locale?: 'en' | 'id' | null;

  @Field(() => ID, { nullable: true, description: 'The agent they work as.' })
  agentId?: string | null;
}

@InputType({ description: 'What to change of a user; absent fields stay.' })
export class UpdateUserInput {
  @Field(() => ID, { description: 'The user.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'For people, at most 200 characters.' })
  name?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'What they may do. A change ends their sessions.' })
  role?: Role | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'The language Alur speaks to them.' })
  locale?: 'en' | 'id' | null;

  @Field(() => Boolean, { nullable: true, description: 'False ends their sessions and keeps them out.' })
  isActive?: boolean | null;

  @Field(() => String, { nullable: true, description: '10 to 200 characters. A new one ends their sessions.' })
  password?: string | null;

  @Field(() => ID, { nullable: true, description: 'The agent they work as; null for none.' })
  agentId?: string | null;
}

@InputType({ description: 'A credential for an integration.' })
export class CreateApiTokenInput {
  @Field(() => String, { description: 'What it is for, at most 200 characters.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What it may do.' })
  role!: Role;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it stops working; absent: when it is revoked.' })
  expiresAt?: Date | null;
}
