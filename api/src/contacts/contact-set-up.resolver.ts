import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { CustomFieldObject } from '../custom-fields/custom-field.object.ts';
import { CreateCustomFieldInput, CustomFieldPayload } from '../custom-fields/custom-field.resolver.ts';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { ContactObject } from './contact.object.ts';
import { createContactAttribute, listContactAttributes, updateContact } from './contact-set-up.ts';
import { contactById } from './list-contacts.ts';

@InputType({ description: 'What to change of a contact; absent fields stay, null empties those that may be empty.' })
class UpdateContactInput {
  @Field(() => ID, { description: 'The contact.' })
  id!: string;

  @Field(() => [String], { nullable: true, description: 'At most 50 of 100 characters; replaces all.' })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True for those who matter most.' })
  isVip?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The language they prefer, BCP 47.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  city?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many follow them.' })
  followers?: number | null;

  @Field(() => ID, { nullable: true, description: 'The agent who looks after them.' })
  accountOwnerId?: string | null;

  @Field(() => GraphQLJSON, { nullable: true, description: 'Values of attributes by key; null empties one.' })
  attributes?: unknown;
}

@ObjectType({ description: 'What came of changing a contact.' })
class ContactPayload {
  @Field(() => ContactObject, { nullable: true, description: 'The contact as it is now.' })
  contact!: ContactObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** What is known of contacts beside what they wrote. */
@Resolver()
export class ContactSetUpResolver {
  @Authorized('viewer')
  @Query(() => [CustomFieldObject], {
    description: 'Fields the workspace added to its contacts, by label; flows know them as contact.attribute.<key>.',
  })
  async contactAttributes(@Ctx() context: Context): Promise<CustomFieldObject[]> {
    return listContactAttributes(context.app, actorOf(context));
  }

  @Authorized('manager')
  @Mutation(() => CustomFieldPayload, { description: 'Adds a field to contacts.' })
  async createContactAttribute(
    @Arg('input', () => CreateCustomFieldInput, { description: 'The field.' }) input: CreateCustomFieldInput,
    @Ctx() context: Context,
  ): Promise<CustomFieldPayload> {
    return refusedOr({ customField: null }, async () => ({
      customField: await createContactAttribute(context.app, actorOf(context), input),
    }));
  }

  @Authorized('agent')
  @Mutation(() => ContactPayload, { description: 'Changes what is known of a contact.' })
  async updateContact(
    @Arg('input', () => UpdateContactInput, { description: 'What to change.' }) input: UpdateContactInput,
    @Ctx() context: Context,
  ): Promise<ContactPayload> {
    return refusedOr({ contact: null }, async () => {
      await updateContact(context.app, actorOf(context), input);
      return { contact: await context.loaders.load(contactById, input.id) };
    });
  }
}
