import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr } from '../server/refusal.ts';
import { measureTickets } from './measure-tickets.ts';
import { MetricsInput } from './metrics.inputs.ts';
import { MetricsPayload, measuredToObjects } from './metrics.object.ts';

/** Published figures, measured when they are asked for. */
@Resolver()
export class MetricsResolver {
  @Authorized('viewer')
  @Query(() => MetricsPayload, {
    description: 'Figures over a time, from the event logs of at most 100,000 tickets, each with its definition.',
  })
  async metrics(
    @Arg('input', () => MetricsInput, { description: 'What to measure.' }) input: MetricsInput,
    @Ctx() context: Context,
  ): Promise<MetricsPayload> {
    return refusedOr({ groups: [] }, async () => ({
      groups: measuredToObjects(await measureTickets(context.app, actorOf(context), input), context.locale),
    }));
  }
}
