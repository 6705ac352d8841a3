import { Arg, Authorized, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { ReplayObject } from './replay.object.ts';
import { noReplay } from './replay-runner.ts';

@InputType({ description: 'How to replay.' })
export class StartReplayInput {
  @Field(() => Int, { description: 'Times real time, 1 to 100,000.' })
  speed!: number;
}

@ObjectType({ description: 'What came of starting or stopping the replay.' })
class ReplayPayload {
  @Field(() => ReplayObject, { nullable: true, description: 'The replay as it is now.' })
  replay!: ReplayObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was done.' })
  userErrors!: readonly UserError[];
}

/** The demo replay. */
@Resolver()
export class ReplayResolver {
  @Authorized('viewer')
  @Query(() => ReplayObject, { description: 'How the demo replay stands; all zeros in a workspace that is no demo.' })
  async replay(@Ctx() context: Context): Promise<ReplayObject> {
    return (await context.app.replay.state(actorOf(context).workspaceId)) ?? noReplay;
  }

  @Authorized('manager')
  @Mutation(() => ReplayPayload, {
    description:
      'Feeds the shipped incident log to a demo workspace as live tickets and brings its people online; goes on where ' +
      'it was stopped. While it runs: changes the speed.',
  })
  async startReplay(
    @Arg('input', () => StartReplayInput, { description: 'How.' }) { speed }: StartReplayInput,
    @Ctx() context: Context,
  ): Promise<ReplayPayload> {
    return refusedOr({ replay: null }, async () => ({
      replay: await context.app.replay.start(actorOf(context).workspaceId, speed),
    }));
  }

  @Authorized('manager')
  @Mutation(() => ReplayPayload, { description: 'Stops the replay; its tickets stay.' })
  async stopReplay(@Ctx() context: Context): Promise<ReplayPayload> {
    return refusedOr({ replay: null }, async () => ({
      replay: await context.app.replay.stop(actorOf(context).workspaceId),
    }));
  }
}
