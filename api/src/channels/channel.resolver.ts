import { Arg, Authorized, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { ChannelObject } from './channel.object.ts';
import { createChannel, listChannels } from './channel-set-up.ts';

@InputType({ description: 'A channel to add.' })
class CreateChannelInput {
  @Field(() => String, { description: 'At most 200 characters; unique in the workspace.' })
  name!: string;

  @Field(() => String, {
    description: 'email, web, phone, api, self-service, chat and the like: small letters, digits, hyphens.',
  })
  type!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Units of an agent's capacity a ticket takes, 1 to 100; 1 if absent.",
  })
  weight?: number | null;
}

@ObjectType({ description: 'What came of adding a channel.' })
class ChannelPayload {
  @Field(() => ChannelObject, { nullable: true, description: 'The channel.' })
  channel!: ChannelObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** Channels. */
@Resolver()
export class ChannelResolver {
  @Authorized('viewer')
  @Query(() => [ChannelObject], { description: 'Channels by name.' })
  async channels(@Ctx() context: Context): Promise<ChannelObject[]> {
    return listChannels(context.app, actorOf(context));
  }

  @Authorized('manager')
  @Mutation(() => ChannelPayload, { description: 'Adds a channel.' })
  async createChannel(
    @Arg('input', () => CreateChannelInput, { description: 'The channel.' }) input: CreateChannelInput,
    @Ctx() context: Context,
  ): Promise<ChannelPayload> {
    return refusedOr({ channel: null }, async () => ({
      channel: await createChannel(context.app, actorOf(context), input),
    }));
  }
}
