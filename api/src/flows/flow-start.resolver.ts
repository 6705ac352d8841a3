import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { RunObject } from '../runs/run.object.ts';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { TicketObject } from '../tickets/ticket.object.ts';
import { runById, ticketById } from '../tickets/ticket-loaders.ts';
import { FlowObject } from './flow.object.ts';
import { flowById } from './flow-loaders.ts';
import { listMacros, pressFlow } from './press-flow.ts';
import { sendFlowEvent } from './send-flow-event.ts';

@InputType({ description: "A flow's button, pressed on a ticket." })
class PressFlowInput {
  @Field(() => ID, { description: 'The ticket.' })
  ticketId!: string;

  @Field(() => ID, { description: 'A flow of `macros`.' })
  flowId!: string;
}

@InputType({ description: 'Something that happened outside and is about a ticket.' })
class SendFlowEventInput {
  @Field(() => ID, { description: 'The ticket.' })
  ticketId!: string;

  @Field(() => String, { description: 'The name flows listen for, at most 100 characters.' })
  name!: string;
}

@ObjectType({ description: 'What flows made of being started.' })
class StartFlowPayload {
  @Field(() => TicketObject, { nullable: true, description: 'The ticket as it is now.' })
  ticket!: TicketObject | null;

  @Field(() => [RunObject], { description: 'The runs it caused, in order; none where no flow acted.' })
  runs!: RunObject[];

  @Field(() => [UserErrorObject], { description: 'Why nothing was started.' })
  userErrors!: readonly UserError[];
}

/** Flows started by people and by programs outside. */
@Resolver()
export class FlowStartResolver {
  @Authorized('agent')
  @Query(() => [FlowObject], { description: 'Live flows whose button you may press on a ticket, in running order.' })
  async macros(
    @Arg('ticketId', () => ID, { description: 'The ticket.' }) ticketId: string,
    @Ctx() context: Context,
  ): Promise<FlowObject[]> {
    return context.loaders.loadAll(flowById, await listMacros(context.app, actorOf(context), ticketId));
  }

  @Authorized('agent')
  @Mutation(() => StartFlowPayload, { description: "Presses a flow's button on a ticket." })
  async pressFlow(
    @Arg('input', () => PressFlowInput, { description: 'Which, and on what.' }) input: PressFlowInput,
    @Ctx() context: Context,
  ): Promise<StartFlowPayload> {
    return started(context, input.ticketId, () => pressFlow(context.app, actorOf(context), input));
  }

  @Authorized('agent')
  @Mutation(() => StartFlowPayload, { description: 'Runs the flows that listen for an event from outside.' })
  async sendFlowEvent(
    @Arg('input', () => SendFlowEventInput, { description: 'The event.' }) input: SendFlowEventInput,
    @Ctx() context: Context,
  ): Promise<StartFlowPayload> {
    return started(context, input.ticketId, () => sendFlowEvent(context.app, actorOf(context), input));
  }
}

async function started(
  context: Context,
  ticketId: string,
  start: () => Promise<readonly string[]>,
): Promise<StartFlowPayload> {
  return refusedOr<StartFlowPayload, Omit<StartFlowPayload, 'userErrors'>>({ ticket: null, runs: [] }, async () => {
    const runIds = await start();
    const runs = await context.loaders.loadAll(runById, runIds);
    return { ticket: await context.loaders.load(ticketById, ticketId), runs, userErrors: [] };
  });
}
