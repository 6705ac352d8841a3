import { Arg, Authorized, ID, Resolver, Root, Subscription } from 'type-graphql';
import { FlowActivityObject, flowActivitySource } from './flow-activity.ts';

/** What a flow does, live. */
@Resolver()
export class FlowActivityResolver {
  @Authorized('viewer')
  @Subscription(() => FlowActivityObject, {
    description: 'Counts per node and edge of the live version; the full state each time, at most 4 a second.',
    subscribe: ({ args }) => flowActivitySource(args.flowId),
  })
  flowActivity(
    @Root() activity: FlowActivityObject,
    @Arg('flowId', () => ID, { description: 'The flow.' }) _flowId: string,
  ): FlowActivityObject {
    return activity;
  }
}
