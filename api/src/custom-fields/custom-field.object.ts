import { Field, ID, ObjectType } from 'type-graphql';
import type { CustomFieldType } from './custom-field.entity.ts';
import { CustomFieldTypeEnum } from './custom-field-type.enum.ts';

/** GraphQL's view of a custom field. */
@ObjectType('CustomField', { description: 'A field the workspace added to its tickets.' })
export class CustomFieldObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'Its key in `customFields`; flows know it as ticket.custom.<key>.' })
  key!: string;

  @Field(() => String, { description: 'For people.' })
  label!: string;

  @Field(() => CustomFieldTypeEnum, { description: 'What values it holds.' })
  type!: CustomFieldType;

  @Field(() => [String], { description: 'Values to offer, for options and sets.' })
  options!: string[];
}
