import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { FlowObject, FlowVersionObject } from '../flows/flow.object.ts';
import { flowById, versionById } from '../flows/flow-loaders.ts';
import { actorOf, type Context } from '../server/context.ts';
import { isId } from '../server/input-check.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { TicketObject } from '../tickets/ticket.object.ts';
import { runById, ticketById } from '../tickets/ticket-loaders.ts';
import { cancelRun } from './cancel-run.ts';
import { RunObject } from './run.object.ts';
import { continuationsOfRun, waitOfRun } from './waiting-run-loaders.ts';

@InputType({ description: 'A run that waits.' })
class CancelRunInput {
  @Field(() => ID, { description: 'The run, or what it did after an earlier wait.' })
  runId!: string;
}

@ObjectType({ description: 'What came of ending a run.' })
class CancelRunPayload {
  @Field(() => RunObject, { nullable: true, description: 'The run as it is now.' })
  run!: RunObject | null;

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

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

  @Authorized('agent')
  @Mutation(() => CancelRunPayload, { description: 'Ends a run that waits; what it did so far stands.' })
  async cancelRun(
    @Arg('input', () => CancelRunInput, { description: 'Which.' }) input: CancelRunInput,
    @Ctx() context: Context,
  ): Promise<CancelRunPayload> {
    return refusedOr({ run: null }, async () => {
      const id = await cancelRun(context.app, actorOf(context), input.runId);
      return { run: await context.loaders.load(runById, id) };
    });
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'While it waits: when time wakes it, if nothing else does before; null otherwise.',
  })
  async waitsUntil(@Root() run: RunObject, @Ctx() { loaders }: Context): Promise<Date | null> {
    return (await loaders.load(waitOfRun, run.continues ?? run.id))?.dueAt ?? null;
  }

  @FieldResolver(() => [String], {
    description: 'While it waits: the nodes it stays at; several where branches run side by side.',
  })
  async waitsAt(@Root() run: RunObject, @Ctx() { loaders }: Context): Promise<string[]> {
    const wait = await loaders.load(waitOfRun, run.continues ?? run.id);
    return [...new Set(wait?.state.tokens.map(({ nodeId }) => nodeId) ?? [])];
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The run that waited, where this is what it did afterwards.',
  })
  continuesId(@Root() run: RunObject): string | null {
    return run.continues;
  }

  @FieldResolver(() => [ID], { description: 'The runs that are what it did after it had waited, oldest first.' })
  async continuationIds(@Root() run: RunObject, @Ctx() { loaders }: Context): Promise<readonly string[]> {
    return run.continues === null ? ((await loaders.load(continuationsOfRun, run.id)) ?? []) : [];
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The run that started it, where another flow did.' })
  startedById(@Root() run: RunObject): string | null {
    return run.startedBy;
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
