import { Arg, Authorized, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { CreateSlaPolicyInput, SlaPolicyIdInput, UpdateSlaPolicyInput } from './sla-policy.inputs.ts';
import { SlaPolicyObject, slaPolicyToObject } from './sla-policy.object.ts';
import { createSlaPolicy, deleteSlaPolicy, listSlaPolicies, updateSlaPolicy } from './sla-policy-set-up.ts';

@ObjectType({ description: 'What came of a change to an SLA policy.' })
class SlaPolicyPayload {
  @Field(() => SlaPolicyObject, { nullable: true, description: 'The policy as it is now.' })
  slaPolicy!: SlaPolicyObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What came of deleting an SLA policy.' })
class DeleteSlaPolicyPayload {
  @Field(() => ID, { nullable: true, description: 'The policy that is gone.' })
  deletedId!: string | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** SLA policies. */
@Resolver()
export class SlaPolicyResolver {
  @Authorized('viewer')
  @Query(() => [SlaPolicyObject], { description: 'SLA policies by position.' })
  async slaPolicies(@Ctx() context: Context): Promise<SlaPolicyObject[]> {
    return (await listSlaPolicies(context.app, actorOf(context))).map(slaPolicyToObject);
  }

  @Authorized('manager')
  @Mutation(() => SlaPolicyPayload, {
    description: 'Adds an SLA policy; clocks are read from the past of each ticket.',
  })
  async createSlaPolicy(
    @Arg('input', () => CreateSlaPolicyInput, { description: 'The policy.' }) input: CreateSlaPolicyInput,
    @Ctx() context: Context,
  ): Promise<SlaPolicyPayload> {
    return refusedOr({ slaPolicy: null }, async () => ({
      slaPolicy: slaPolicyToObject(await createSlaPolicy(context.app, actorOf(context), input)),
    }));
  }

  @Authorized('manager')
  @Mutation(() => SlaPolicyPayload, { description: 'Changes an SLA policy; no clock is reset by it.' })
  async updateSlaPolicy(
    @Arg('input', () => UpdateSlaPolicyInput, { description: 'What to change.' }) input: UpdateSlaPolicyInput,
    @Ctx() context: Context,
  ): Promise<SlaPolicyPayload> {
    return refusedOr({ slaPolicy: null }, async () => ({
      slaPolicy: slaPolicyToObject(await updateSlaPolicy(context.app, actorOf(context), input)),
    }));
  }

  @Authorized('manager')
  @Mutation(() => DeleteSlaPolicyPayload, {
    description: 'Deletes an SLA policy; its tickets fall to the next they meet.',
  })
  async deleteSlaPolicy(
    @Arg('input', () => SlaPolicyIdInput, { description: 'Which.' }) { id }: SlaPolicyIdInput,
    @Ctx() context: Context,
  ): Promise<DeleteSlaPolicyPayload> {
    return refusedOr({ deletedId: null }, async () => ({
      deletedId: await deleteSlaPolicy(context.app, actorOf(context), id),
    }));
  }
}
