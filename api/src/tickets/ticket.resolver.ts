import { Arg, Args, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { isId } from '../server/input-check.ts';
import { refusal, refusedOr } from '../server/refusal.ts';
import { addMessage } from './add-message.ts';
import { answerSurvey } from './answer-survey.ts';
import { assignTicket } from './assign-ticket.ts';
import { setCustomerPresence } from './customer-presence.ts';
import { inputToIntake } from './input-to-intake.ts';
import { openTicket } from './open-ticket.ts';
import { searchTickets } from './search-tickets.ts';
import {
  AddMessageInput,
  AnswerSurveyInput,
  AssignTicketInput,
  CreateTicketInput,
  CreateTicketsInput,
  OpenTicketInput,
  SetCustomerPresenceInput,
  TicketsArgs,
  UpdateTicketInput,
} from './ticket.inputs.ts';
import { TicketConnection, TicketObject } from './ticket.object.ts';
import { MessagePayload, TicketPayload, TicketsPayload } from './ticket.payloads.ts';
import { messageById, ticketById, ticketIdByNumber } from './ticket-loaders.ts';
import { updateTicket } from './update-ticket.ts';

/** The most tickets of one `createTickets`. */
const TICKETS_LIMIT = 100;

/** Tickets: finding, creating, changing. */
@Resolver()
export class TicketResolver {
  @Authorized('viewer')
  @Query(() => TicketConnection, { description: 'Tickets, found and ordered.' })
  async tickets(@Args(() => TicketsArgs) args: TicketsArgs, @Ctx() context: Context) {
    return searchTickets(context.app, actorOf(context), args);
  }

  @Authorized('viewer')
  @Query(() => TicketObject, { nullable: true, description: 'A ticket; null if there is none.' })
  async ticket(
    @Arg('id', () => ID, { description: 'The ticket.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<TicketObject | null> {
    return isId(id) ? loaders.load(ticketById, id) : null;
  }

  @Authorized('viewer')
  @Query(() => TicketObject, { nullable: true, description: 'A ticket by its number; null if there is none.' })
  async ticketByNumber(
    @Arg('number', () => Int, { description: 'The number, from 1.' }) number: number,
    @Ctx() { loaders }: Context,
  ): Promise<TicketObject | null> {
    const id = await loaders.load(ticketIdByNumber, number);
    return id === null ? null : loaders.load(ticketById, id);
  }

  @Authorized('agent')
  @Mutation(() => TicketPayload, { description: 'Accepts a ticket; answered once it is committed and routed.' })
  async createTicket(
    @Arg('input', () => CreateTicketInput, { description: 'The ticket.' }) input: CreateTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketPayload> {
    return accept(context, input);
  }

  @Authorized('agent')
  @Mutation(() => TicketsPayload, { description: 'Accepts several tickets; answered once they are committed.' })
  async createTickets(
    @Arg('input', () => CreateTicketsInput, { description: 'The tickets.' }) input: CreateTicketsInput,
    @Ctx() context: Context,
  ): Promise<TicketsPayload> {
    return refusedOr({ results: [] }, async () => {
      const { tickets } = input;
      if (tickets.length < 1 || tickets.length > TICKETS_LIMIT)
        throw refusal('OUT_OF_RANGE', `Send 1 to ${TICKETS_LIMIT} tickets at once, not ${tickets.length}.`, 'tickets');
      const results = await Promise.all(tickets.map((ticket) => accept(context, ticket)));
      return { results: results.map((result, index) => belowTickets(result, index)) };
    });
  }

  @Authorized('agent')
  @Mutation(() => TicketPayload, { description: 'Changes fields of a ticket.' })
  async updateTicket(
    @Arg('input', () => UpdateTicketInput, { description: 'What to change.' }) input: UpdateTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketPayload> {
    return changed(context, input.id, () => updateTicket(context.app, actorOf(context), input));
  }

  @Authorized('agent')
  @Mutation(() => TicketPayload, { description: 'Makes an agent, a team or nobody responsible.' })
  async assignTicket(
    @Arg('input', () => AssignTicketInput, { description: 'Who.' }) input: AssignTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketPayload> {
    return changed(context, input.id, () => assignTicket(context.app, actorOf(context), input));
  }

  @Authorized('agent')
  @Mutation(() => TicketPayload, { description: 'Says that an agent looks at a ticket; only the first time counts.' })
  async openTicket(
    @Arg('input', () => OpenTicketInput, { description: 'Which.' }) input: OpenTicketInput,
    @Ctx() context: Context,
  ): Promise<TicketPayload> {
    return changed(context, input.id, () => openTicket(context.app, actorOf(context), input.id));
  }

  @Authorized('agent')
  @Mutation(() => TicketPayload, {
    description: "Stores a customer's answer to the survey, in place of an earlier one.",
  })
  async answerSurvey(
    @Arg('input', () => AnswerSurveyInput, { description: 'The answer.' }) input: AnswerSurveyInput,
    @Ctx() context: Context,
  ): Promise<TicketPayload> {
    return changed(context, input.ticketId, () => answerSurvey(context.app, actorOf(context), input));
  }

  @Authorized('agent')
  @Mutation(() => TicketPayload, { description: 'Says that the customer of a live conversation left or is back.' })
  async setCustomerPresence(
    @Arg('input', () => SetCustomerPresenceInput, { description: 'Whose, and what.' }) input: SetCustomerPresenceInput,
    @Ctx() context: Context,
  ): Promise<TicketPayload> {
    return changed(context, input.ticketId, () => setCustomerPresence(context.app, actorOf(context), input));
  }

  @Authorized('agent')
  @Mutation(() => MessagePayload, { description: 'Adds a reply or an internal note.' })
  async addMessage(
    @Arg('input', () => AddMessageInput, { description: 'The message.' }) input: AddMessageInput,
    @Ctx() context: Context,
  ): Promise<MessagePayload> {
    return refusedOr({ message: null, ticket: null, isDuplicate: false }, async () => {
      const { messageId, ticketId, isDuplicate } = await addMessage(context.app, actorOf(context), input);
      const message = messageId === null ? null : await context.loaders.load(messageById, messageId);
      return { message, ticket: await context.loaders.load(ticketById, ticketId), isDuplicate };
    });
  }
}

async function accept(context: Context, input: CreateTicketInput): Promise<TicketPayload> {
  const actor = actorOf(context);
  return refusedOr({ ticket: null, isDuplicate: false }, async () => {
    const intake = inputToIntake(input, actor);
    const { ticketId, isDuplicate, ticket } = await context.app.acceptor.accept(actor.workspaceId, intake);
    return { ticket: ticket ?? (await context.loaders.load(ticketById, ticketId)), isDuplicate };
  });
}

/** Errors of one ticket of several say which one. */
function belowTickets(result: TicketPayload, index: number): TicketPayload {
  const userErrors = result.userErrors.map((error) => ({
    ...error,
    path: ['input', 'tickets', String(index), ...error.path.slice(1)],
  }));
  return { ...result, userErrors };
}

/** Changes one ticket and gives it as it is then. */
export async function changed(context: Context, id: string, change: () => Promise<void>): Promise<TicketPayload> {
  return refusedOr({ ticket: null, isDuplicate: false }, async () => {
    await change();
    // Read anew: an earlier mutation of this operation may have left its state with the loaders.
    const { workspaceId } = actorOf(context);
    const found = await context.app.database.inWorkspace(workspaceId, (em) => ticketById.loadMany(em, [id]));
    return { ticket: found.get(id) ?? null, isDuplicate: false };
  });
}
