import type { Facts, Locale } from '@alur/engine';
import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { LocaleEnum } from '../access/role.enum.ts';
import { AgentObject } from '../agents/agent.object.ts';
import { agentById, teamById } from '../agents/agent-loaders.ts';
import { TeamObject } from '../agents/team.object.ts';
import { ChannelObject } from '../channels/channel.object.ts';
import { channelById } from '../channels/channel-set-up.ts';
import { ContactObject } from '../contacts/contact.object.ts';
import { contactById } from '../contacts/list-contacts.ts';
import { FlowObject, FlowVersionObject } from '../flows/flow.object.ts';
import { flowById, versionById } from '../flows/flow-loaders.ts';
import { QueueObject } from '../queues/queue.object.ts';
import { queueById } from '../queues/queue-loaders.ts';
import { queueToObject } from '../queues/queue-to-object.ts';
import { RunConnection, RunObject } from '../runs/run.object.ts';
import { ForwardPageArgs, PageArgs } from '../server/connection.ts';
import type { Context } from '../server/context.ts';
import { whyKey, whyNotKey, whyNotOfTicket, whyOfTicket } from './explain-tickets.ts';
import { MessageConnection } from './message.object.ts';
import { TicketObject } from './ticket.object.ts';
import { TicketEventConnection, TicketEventObject } from './ticket-event.object.ts';
import {
  eventsOfTicket,
  lookAtTicket,
  lookKey,
  messagesOfTicket,
  runById,
  runsOfTicket,
  ticketById,
} from './ticket-loaders.ts';
import { WhyEntryObject } from './why-entry.object.ts';
import type { WhyEntry } from './why-entry.ts';

/** What is read beside a ticket's own row. */
@Resolver(() => TicketObject)
export class TicketFieldsResolver {
  @FieldResolver(() => ChannelObject, { description: 'The way it came in.' })
  async channel(@Root() ticket: TicketObject, @Ctx() { loaders }: Context): Promise<ChannelObject | null> {
    return loaders.load(channelById, ticket.channelId);
  }

  @FieldResolver(() => ContactObject, { description: 'Whose matter it is.' })
  async contact(@Root() ticket: TicketObject, @Ctx() { loaders }: Context): Promise<ContactObject | null> {
    return loaders.load(contactById, ticket.contactId);
  }

  @FieldResolver(() => TeamObject, { nullable: true, description: 'The team responsible for it.' })
  async team(@Root() ticket: TicketObject, @Ctx() { loaders }: Context): Promise<TeamObject | null> {
    return ticket.teamId === null ? null : loaders.load(teamById, ticket.teamId);
  }

  @FieldResolver(() => AgentObject, { nullable: true, description: 'The agent responsible for it.' })
  async assignee(@Root() ticket: TicketObject, @Ctx() { loaders }: Context): Promise<AgentObject | null> {
    return ticket.assigneeId === null ? null : loaders.load(agentById, ticket.assigneeId);
  }

  @FieldResolver(() => QueueObject, { nullable: true, description: 'The queue it waits in, or was given out from.' })
  async queue(@Root() ticket: TicketObject, @Ctx() { loaders }: Context): Promise<QueueObject | null> {
    const queue = ticket.queueId === null ? null : await loaders.load(queueById, ticket.queueId);
    return queue ? queueToObject(queue) : null;
  }

  @FieldResolver(() => MessageConnection, { description: 'Its messages and notes, oldest first.' })
  async messages(@Root() ticket: TicketObject, @Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: Context) {
    return messagesOfTicket.page(loaders, ticket.id, args);
  }

  @FieldResolver(() => TicketEventConnection, { description: 'Its part of the event log, oldest first.' })
  async events(@Root() ticket: TicketObject, @Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: Context) {
    return eventsOfTicket.page(loaders, ticket.id, args);
  }

  @FieldResolver(() => RunConnection, { description: 'What flows did with it, newest first.' })
  async runs(
    @Root() ticket: TicketObject,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return runsOfTicket.page(loaders, ticket.id, args);
  }

  @FieldResolver(() => [WhyEntryObject], {
    description: 'Sentences that tell why the ticket is where it is, newest decision first; at most 200.',
  })
  async why(
    @Root() ticket: TicketObject,
    @Arg('locale', () => LocaleEnum, { nullable: true, description: "The reader's language if absent." })
    locale: Locale | null,
    @Ctx() { app, loaders, locale: own }: Context,
  ): Promise<readonly WhyEntry[]> {
    return (await loaders.load(whyOfTicket, whyKey(ticket.id, locale ?? own, app.clock.nowMs()))) ?? [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why an agent does not get it now, or that they could; null if it does not wait, or there is no such agent.',
  })
  async whyNot(
    @Root() ticket: TicketObject,
    @Arg('agentId', () => ID, { description: 'The agent.' }) agentId: string,
    @Arg('locale', () => LocaleEnum, { nullable: true, description: "The reader's language if absent." })
    locale: Locale | null,
    @Ctx() { app, loaders, locale: own }: Context,
  ): Promise<string | null> {
    return loaders.load(whyNotOfTicket, whyNotKey(ticket.id, agentId, locale ?? own, app.clock.nowMs()));
  }

  @FieldResolver(() => GraphQLJSON, { description: 'Facts a flow would see now, keyed by fact; for test runs.' })
  async facts(@Root() ticket: TicketObject, @Ctx() { app, loaders }: Context): Promise<Facts> {
    return (await loaders.load(lookAtTicket, lookKey(ticket.id, app.clock.nowMs())))?.facts ?? {};
  }
}

/** What is read beside a line of the log. */
@Resolver(() => TicketEventObject)
export class TicketEventFieldsResolver {
  @FieldResolver(() => String, {
    description: "Position in the workspace's log; grows by commit order, for catching up.",
  })
  sequence(@Root() event: TicketEventObject): string {
    return String(event.sequence);
  }

  @FieldResolver(() => TicketObject, { description: 'The ticket, as it is now.' })
  async ticket(@Root() event: TicketEventObject, @Ctx() { loaders }: Context): Promise<TicketObject | null> {
    return loaders.load(ticketById, event.ticketId);
  }

  @FieldResolver(() => RunObject, { nullable: true, description: 'The run that caused it, if one did.' })
  async run(@Root() event: TicketEventObject, @Ctx() { loaders }: Context): Promise<RunObject | null> {
    return event.runId === null ? null : loaders.load(runById, event.runId);
  }
}

/** What a sentence of why refers to. */
@Resolver(() => WhyEntryObject)
export class WhyEntryFieldsResolver {
  @FieldResolver(() => FlowObject, { nullable: true, description: 'The flow it is about.' })
  async flow(@Root() entry: WhyEntryObject, @Ctx() { loaders }: Context): Promise<FlowObject | null> {
    return entry.flowId === null ? null : loaders.load(flowById, entry.flowId);
  }

  @FieldResolver(() => FlowVersionObject, { nullable: true, description: 'The version that was considered.' })
  async version(@Root() entry: WhyEntryObject, @Ctx() { loaders }: Context): Promise<FlowVersionObject | null> {
    return entry.versionId === null ? null : loaders.load(versionById, entry.versionId);
  }

  @FieldResolver(() => AgentObject, { nullable: true, description: 'Who became responsible.' })
  async agent(@Root() entry: WhyEntryObject, @Ctx() { loaders }: Context): Promise<AgentObject | null> {
    return entry.agentId === null ? null : loaders.load(agentById, entry.agentId);
  }

  @FieldResolver(() => RunObject, { nullable: true, description: 'The run that did it.' })
  async run(@Root() entry: WhyEntryObject, @Ctx() { loaders }: Context): Promise<RunObject | null> {
    return entry.runId === null ? null : loaders.load(runById, entry.runId);
  }
}
