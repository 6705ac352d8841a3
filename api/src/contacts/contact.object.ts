import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { countedConnectionClass } from '../server/connection.ts';

/** GraphQL's view of a contact. Tickets are resolved in batches. */
@ObjectType('Contact', { description: 'A customer.' })
export class ContactObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'What they are called; their address where no name is known.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Unique in the workspace, in any case.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was given.' })
  phone!: string | null;

  @Field(() => [String], { description: 'Short marks.' })
  tags!: string[];

  @Field(() => Boolean, { description: 'True for those who matter most.' })
  isVip!: boolean;

  @Field(() => String, { nullable: true, description: 'The language they prefer, BCP 47.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was given.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was given.' })
  city!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many follow them; null where nobody has said.' })
  followers!: number | null;

  @Field(() => GraphQLJSON, { description: 'Values of attributes by key; dates as ISO 8601.' })
  attributes!: Record<string, unknown>;

  @Field(() => GraphQLDateTime, { description: 'When they first came.' })
  createdAt!: Date;

  accountOwnerId!: string | null;
}

/** A page of contacts. */
export const ContactConnection = countedConnectionClass('Contact', () => ContactObject);
