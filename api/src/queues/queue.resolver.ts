import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { CreateQueueInput, UpdateQueueInput } from './queue.inputs.ts';
import { QueueObject } from './queue.object.ts';
import { waitingInQueue } from './queue-loaders.ts';
import { createQueue, listQueues, updateQueue } from './queue-set-up.ts';
import { queueToObject } from './queue-to-object.ts';

@ObjectType({ description: 'What came of a change to a queue.' })
class QueuePayload {
  @Field(() => QueueObject, { nullable: true, description: 'The queue as it is now.' })
  queue!: QueueObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** Queues. */
@Resolver()
export class QueueResolver {
  @Authorized('viewer')
  @Query(() => [QueueObject], { description: 'Queues by position.' })
  async queues(@Ctx() context: Context): Promise<QueueObject[]> {
    return (await listQueues(context.app, actorOf(context))).map(queueToObject);
  }

  @Authorized('manager')
  @Mutation(() => QueuePayload, { description: 'Adds a queue.' })
  async createQueue(
    @Arg('input', () => CreateQueueInput, { description: 'The queue.' }) input: CreateQueueInput,
    @Ctx() context: Context,
  ): Promise<QueuePayload> {
    return refusedOr({ queue: null }, async () => ({
      queue: queueToObject(await createQueue(context.app, actorOf(context), input)),
    }));
  }

  @Authorized('manager')
  @Mutation(() => QueuePayload, { description: 'Changes a queue.' })
  async updateQueue(
    @Arg('input', () => UpdateQueueInput, { description: 'What to change.' }) input: UpdateQueueInput,
    @Ctx() context: Context,
  ): Promise<QueuePayload> {
    return refusedOr({ queue: null }, async () => ({
      queue: queueToObject(await updateQueue(context.app, actorOf(context), input)),
    }));
  }
}

/** What is counted of queues. */
@Resolver(() => QueueObject)
export class QueueFieldsResolver {
  @FieldResolver(() => Int, { description: 'How many tickets wait in it now.' })
  async waiting(@Root() queue: QueueObject, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.load(waitingInQueue, queue.id)) ?? 0;
  }
}
