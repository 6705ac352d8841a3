import { Field, ObjectType } from 'type-graphql';
import type { UserError } from './refusal.ts';

/** GraphQL's view of a `UserError`. */
@ObjectType('UserError', { description: 'Why an input was not accepted; nothing was changed.' })
export class UserErrorObject implements UserError {
  @Field(() => String, { description: 'For programs: TAKEN, TOO_LONG, STALE_REVISION and so on.' })
  code!: string;

  @Field(() => String, { description: 'For people: what is wrong, where, and how to mend it.' })
  message!: string;

  @Field(() => [String], { description: 'The input field, from the top: ["input", "subject"].' })
  path!: string[];
}
