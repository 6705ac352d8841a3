import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { escalateTicket, transferTicket } from './hand-over.ts';
import { TicketPayload } from './ticket.payloads.ts';
import { changed } from './ticket.resolver.ts';

@InputType({ description: 'Whom to hand a ticket over to: exactly one of agent, team and queue.' })
class TransferTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The agent, whether or not they have room.' })
  agentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The team; takes the ticket from its agent.' })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The queue; takes the ticket from its agent.' })
  queueId?: string | null;

  @Field(() => String, { description: 'Why, at most 2,000 characters; the ticket keeps it.' })
  reason!: string;
}

@InputType({ description: 'A ticket to escalate.' })
class EscalateTicketInput {
  @Field(() => ID, { description: 'The ticket.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The support level, 1 to 5; one more than now if absent.' })
  level?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 2,000 characters; told to the people of the level.',
  })
  reason?: string | null;
}

/** Handing tickets over to others. */
@Resolver()
export class HandOverResolver {
  @Authorized('agent')
  @Mutation(() => TicketPayload, { description: 'Hands a ticket over to an agent, a team or a queue, with a reason.' })
  async transferTicket(
    @Arg('input', () => TransferTicketInput, { description: 'To whom, and why.' }) input: TransferTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketPayload> {
    return changed(context, input.id, () => transferTicket(context.app, actorOf(context), input));
  }

  @Authorized('agent')
  @Mutation(() => TicketPayload, { description: "Raises a ticket's support level and tells the people of that level." })
  async escalateTicket(
    @Arg('input', () => EscalateTicketInput, { description: 'Which, and how far.' }) input: EscalateTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketPayload> {
    return changed(context, input.id, () => escalateTicket(context.app, actorOf(context), input));
  }
}
