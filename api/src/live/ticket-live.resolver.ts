import { Arg, Authorized, ID, Resolver, Root, Subscription } from 'type-graphql';
import { TicketObject } from '../tickets/ticket.object.ts';
import { TicketEventBatchObject, TicketEventFilterInput, ticketEventSource } from './ticket-event-topic.ts';
import { ticketSource } from './ticket-topic.ts';

/** Tickets and their log, live. */
@Resolver()
export class TicketLiveResolver {
  @Authorized('viewer')
  @Subscription(() => TicketEventBatchObject, {
    description:
      "The workspace's event log, each event once and in order; first message: the newest 20, or all since `after` " +
      '(the newest 1,000 if there are more).',
    subscribe: ({ args }) => ticketEventSource(args.where ?? null, args.after ?? null),
  })
  ticketEvents(
    @Root() batch: TicketEventBatchObject,
    @Arg('where', () => TicketEventFilterInput, { nullable: true, description: 'Absent: every event.' })
    _where: TicketEventFilterInput | null,
    @Arg('after', () => String, { nullable: true, description: 'The `cursor` of the last batch that came.' })
    _after: string | null,
  ): TicketEventBatchObject {
    return batch;
  }

  @Authorized('viewer')
  @Subscription(() => TicketObject, {
    description: 'The ticket now, and again after each change.',
    subscribe: ({ args }) => ticketSource(args.id),
  })
  ticketUpdated(
    @Root() ticket: TicketObject,
    @Arg('id', () => ID, { description: 'The ticket.' }) _id: string,
  ): TicketObject {
    return ticket;
  }
}
