import { Authorized, Ctx, FieldResolver, Query, Resolver, Root, Subscription } from 'type-graphql';
import { AgentObject } from '../agents/agent.object.ts';
import { agentById } from '../agents/agent-loaders.ts';
import { QueueObject } from '../queues/queue.object.ts';
import { queueById } from '../queues/queue-loaders.ts';
import { queueToObject } from '../queues/queue-to-object.ts';
import { actorOf, type Context } from '../server/context.ts';
import { notFound } from '../server/error-codes.ts';
import { AgentMetricsObject, BoardStateObject, QueueMetricsObject } from './board.object.ts';
import { boardSource, boardState } from './board-topic.ts';

/** The board, once or live. */
@Resolver()
export class BoardResolver {
  @Authorized('viewer')
  @Query(() => BoardStateObject, { description: 'The board now.' })
  async board(@Ctx() context: Context): Promise<BoardStateObject> {
    return boardState(context.app, actorOf(context), 0);
  }

  @Authorized('viewer')
  @Subscription(() => BoardStateObject, {
    description: 'The board: full state at once, then again after changes, at most 4 a second.',
    subscribe: () => boardSource,
  })
  queueMetrics(@Root() root: BoardStateObject): BoardStateObject {
    return root;
  }
}

/** The things a board's figures are of. */
@Resolver(() => QueueMetricsObject)
export class QueueMetricsFieldsResolver {
  @FieldResolver(() => QueueObject, { description: 'The queue.' })
  async queue(@Root() { queueId }: QueueMetricsObject, @Ctx() { loaders }: Context): Promise<QueueObject> {
    const queue = await loaders.load(queueById, queueId);
    if (!queue) throw notFound('queue');
    return queueToObject(queue);
  }
}

@Resolver(() => AgentMetricsObject)
export class AgentMetricsFieldsResolver {
  @FieldResolver(() => AgentObject, { description: 'The agent.' })
  async agent(@Root() { agentId }: AgentMetricsObject, @Ctx() { loaders }: Context): Promise<AgentObject> {
    const agent = await loaders.load(agentById, agentId);
    if (!agent) throw notFound('agent');
    return agent;
  }
}
