import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AgentObject } from '../agents/agent.object.ts';
import { agentById } from '../agents/agent-loaders.ts';
import { ForwardPageArgs } from '../server/connection.ts';
import { actorOf, type Context } from '../server/context.ts';
import { isId } from '../server/input-check.ts';
import { ContactsArgs } from '../tickets/ticket.inputs.ts';
import { TicketConnection } from '../tickets/ticket.object.ts';
import { ticketsOfContact } from '../tickets/ticket-loaders.ts';
import { ContactConnection, ContactObject } from './contact.object.ts';
import { contactById, listContacts, ticketCountsOfContact } from './list-contacts.ts';

/** Contacts, and what they have. */
@Resolver(() => ContactObject)
export class ContactResolver {
  @Authorized('viewer')
  @Query(() => ContactConnection, { description: 'Contacts by name.' })
  async contacts(@Args(() => ContactsArgs) args: ContactsArgs, @Ctx() context: Context) {
    return listContacts(context.app, actorOf(context), args);
  }

  @Authorized('viewer')
  @Query(() => ContactObject, { nullable: true, description: 'A contact; null if there is none.' })
  async contact(
    @Arg('id', () => ID, { description: 'The contact.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ContactObject | null> {
    return isId(id) ? loaders.load(contactById, id) : null;
  }

  @FieldResolver(() => Int, { description: 'How many of their tickets are neither solved nor closed.' })
  async openTickets(@Root() contact: ContactObject, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.load(ticketCountsOfContact, contact.id))?.open ?? 0;
  }

  @FieldResolver(() => AgentObject, { nullable: true, description: 'The agent who looks after them.' })
  async accountOwner(@Root() contact: ContactObject, @Ctx() { loaders }: Context): Promise<AgentObject | null> {
    return contact.accountOwnerId === null ? null : loaders.load(agentById, contact.accountOwnerId);
  }

  @FieldResolver(() => TicketConnection, { description: 'Their tickets, newest first.' })
  async tickets(
    @Root() contact: ContactObject,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { loaders }: Context,
  ) {
    const page = await ticketsOfContact.page(loaders, contact.id, args);
    const counts = await loaders.load(ticketCountsOfContact, contact.id);
    return { ...page, totalCount: counts?.all ?? 0 };
  }
}
