import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { FlowObject, FlowVersionObject } from '../flows/flow.object.ts';
import { flowById, versionById } from '../flows/flow-loaders.ts';
import type { Context } from '../server/context.ts';
import { isId } from '../server/input-check.ts';
import { TicketObject } from '../tickets/ticket.object.ts';
import { runById, ticketById } from '../tickets/ticket-loaders.ts';
import { RunObject } from './run.object.ts';

/** Runs, and what they refer to. */
@Resolver(() => RunObject)
export class RunResolver {
  @Authorized('viewer')
  @Query(() => RunObject, { nullable: true, description: 'A run; null if there is none.' })
  async run(
    @Arg('id', () => ID, { description: 'The run.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<RunObject | null> {
    return isId(id) ? loaders.load(runById, id) : null;
  }

  @FieldResolver(() => TicketObject, { description: 'The ticket it ran for, as it is now.' })
  async ticket(@Root() run: RunObject, @Ctx() { loaders }: Context): Promise<TicketObject | null> {
    return loaders.load(ticketById, run.ticketId);
  }

  @FieldResolver(() => FlowObject, { description: 'The flow, as it is now; perhaps deleted since.' })
  async flow(@Root() run: RunObject, @Ctx() { loaders }: Context): Promise<FlowObject | null> {
    return loaders.load(flowById, run.flowId);
  }

  @FieldResolver(() => FlowVersionObject, { description: 'The version that ran.' })
  async version(@Root() run: RunObject, @Ctx() { loaders }: Context): Promise<FlowVersionObject | null> {
    return loaders.load(versionById, run.versionId);
  }
}
