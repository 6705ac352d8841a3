import { Arg, Authorized, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { PutDeclineReasonInput, PutPresenceStatusInput, RoutingWordIdInput } from './routing-words.inputs.ts';
import { DeclineReasonObject, declineReasonToObject, PresenceStatusObject } from './routing-words.object.ts';
import {
  deletePresenceStatus,
  listDeclineReasons,
  listPresenceStatuses,
  putDeclineReason,
  putPresenceStatus,
} from './routing-words.ts';

@ObjectType({ description: 'What came of a change to a status.' })
class PresenceStatusPayload {
  @Field(() => PresenceStatusObject, { nullable: true, description: 'The status as it is now.' })
  presenceStatus!: PresenceStatusObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of deleting a status.' })
class DeletePresenceStatusPayload {
  @Field(() => ID, { nullable: true, description: 'The status that is gone.' })
  deletedId!: string | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of a change to a reason to decline.' })
class DeclineReasonPayload {
  @Field(() => DeclineReasonObject, { nullable: true, description: 'The reason as it is now.' })
  declineReason!: DeclineReasonObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** The workspace's own words of routing: statuses, and reasons to decline. */
@Resolver()
export class RoutingWordsResolver {
  @Authorized('viewer')
  @Query(() => [PresenceStatusObject], { description: "The workspace's own presences by name." })
  async presenceStatuses(@Ctx() context: Context): Promise<PresenceStatusObject[]> {
    return listPresenceStatuses(context.app, actorOf(context));
  }

  @Authorized('viewer')
  @Query(() => [DeclineReasonObject], { description: 'Reasons to decline an offer, by name.' })
  async declineReasons(@Ctx() context: Context): Promise<DeclineReasonObject[]> {
    return (await listDeclineReasons(context.app, actorOf(context))).map(declineReasonToObject);
  }

  @Authorized('manager')
  @Mutation(() => PresenceStatusPayload, { description: 'Adds or changes a status.' })
  async putPresenceStatus(
    @Arg('input', () => PutPresenceStatusInput, { description: 'The status.' }) input: PutPresenceStatusInput,
    @Ctx() context: Context,
  ): Promise<PresenceStatusPayload> {
    return refusedOr({ presenceStatus: null }, async () => ({
      presenceStatus: await putPresenceStatus(context.app, actorOf(context), input),
    }));
  }

  @Authorized('manager')
  @Mutation(() => DeletePresenceStatusPayload, { description: 'Deletes a status that nobody has.' })
  async deletePresenceStatus(
    @Arg('input', () => RoutingWordIdInput, { description: 'Which.' }) { id }: RoutingWordIdInput,
    @Ctx() context: Context,
  ): Promise<DeletePresenceStatusPayload> {
    return refusedOr({ deletedId: null }, async () => ({
      deletedId: await deletePresenceStatus(context.app, actorOf(context), id),
    }));
  }

  @Authorized('manager')
  @Mutation(() => DeclineReasonPayload, { description: 'Adds or changes a reason to decline.' })
  async putDeclineReason(
    @Arg('input', () => PutDeclineReasonInput, { description: 'The reason.' }) input: PutDeclineReasonInput,
    @Ctx() context: Context,
  ): Promise<DeclineReasonPayload> {
    return refusedOr({ declineReason: null }, async () => ({
      declineReason: declineReasonToObject(await putDeclineReason(context.app, actorOf(context), input)),
    }));
  }
}
