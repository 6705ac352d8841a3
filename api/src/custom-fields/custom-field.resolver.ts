import { Arg, Authorized, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import type { CustomFieldType } from './custom-field.entity.ts';
import { CustomFieldObject } from './custom-field.object.ts';
import { createCustomField, listCustomFields } from './custom-field-set-up.ts';
import { CustomFieldTypeEnum } from './custom-field-type.enum.ts';

@InputType({ description: 'A field to add to tickets, or to contacts.' })
export class CreateCustomFieldInput {
  @Field(() => String, { description: 'Small letters, digits and underscores, at most 63; unique in the workspace.' })
  key!: string;

  @Field(() => String, { description: 'For people, at most 200 characters.' })
  label!: string;

  @Field(() => CustomFieldTypeEnum, { description: 'What values it holds.' })
  type!: CustomFieldType;

  @Field(() => [String], { nullable: true, description: 'Values to offer, for options and sets; at most 1,000.' })
  options?: string[] | null;
}

@ObjectType({ description: 'What came of adding a custom field.' })
export class CustomFieldPayload {
  @Field(() => CustomFieldObject, { nullable: true, description: 'The field.' })
  customField!: CustomFieldObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** Custom fields. */
@Resolver()
export class CustomFieldResolver {
  @Authorized('viewer')
  @Query(() => [CustomFieldObject], { description: 'Custom fields by label.' })
  async customFields(@Ctx() context: Context): Promise<CustomFieldObject[]> {
    return listCustomFields(context.app, actorOf(context));
  }

  @Authorized('manager')
  @Mutation(() => CustomFieldPayload, { description: 'Adds a custom field.' })
  async createCustomField(
    @Arg('input', () => CreateCustomFieldInput, { description: 'The field.' }) input: CreateCustomFieldInput,
    @Ctx() context: Context,
  ): Promise<CustomFieldPayload> {
    return refusedOr({ customField: null }, async () => ({
      customField: await createCustomField(context.app, actorOf(context), input),
    }));
  }
}
