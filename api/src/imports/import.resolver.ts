import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ForwardPageArgs } from '../server/connection.ts';
import { actorOf, type Context } from '../server/context.ts';
import { refusal, refusedOr } from '../server/refusal.ts';
import {
  ImportConnection,
  ImportObject,
  ImportRowErrorObject,
  ImportTicketsInput,
  ImportTicketsPayload,
} from './import.object.ts';
import { importTickets } from './import-tickets.ts';
import { findImport, listImports, listRowErrors } from './list-imports.ts';

/** Imports of files. */
@Resolver()
export class ImportResolver {
  @Authorized('manager')
  @Query(() => ImportConnection, { description: 'Imports, newest first.' })
  async imports(@Args(() => ForwardPageArgs) args: ForwardPageArgs, @Ctx() context: Context) {
    return listImports(context.app, actorOf(context), args);
  }

  @Authorized('manager')
  @Query(() => ImportObject, { nullable: true, description: 'An import; null if there is none.' })
  async import(
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ImportObject | null> {
    return findImport(context.app, actorOf(context), id);
  }

  @Authorized('manager')
  @Mutation(() => ImportTicketsPayload, {
    description:
      'Takes in a part of a file: good rows become tickets with their history, bad ones are told by line. Flows do not ' +
      'run. Rows that were imported before are left alone, so a file may be sent again.',
  })
  async importTickets(
    @Arg('input', () => ImportTicketsInput, { description: 'The part.' }) input: ImportTicketsInput,
    @Ctx() context: Context,
  ): Promise<ImportTicketsPayload> {
    return refusedOr({ import: null, rowErrors: [] }, () =>
      importTickets(context.app, actorOf(context), {
        ...input,
        importId: input.importId ?? null,
        mapping: input.mapping ?? null,
        preset: presetOf(input.preset ?? null),
      }),
    );
  }
}

/** @throws Refusal */
function presetOf(name: string | null): 'servicenow' | null {
  if (name === null) return null;
  if (name.toLowerCase() === 'servicenow') return 'servicenow';
  throw refusal('INVALID', `“${name}” is no preset. There is SERVICENOW; leave it out to map columns.`, 'preset');
}

@Resolver(() => ImportObject)
export class ImportFieldsResolver {
  @FieldResolver(() => [ImportRowErrorObject], { description: 'Rows that were not taken, by line.' })
  async rowErrors(
    @Root() { id }: ImportObject,
    @Arg('first', () => Int, { nullable: true, description: 'How many: 1 to 1,000, 100 if absent.' })
    first: number | null,
    @Ctx() context: Context,
  ): Promise<ImportRowErrorObject[]> {
    const errors = await listRowErrors(context.app, actorOf(context), id, first ?? undefined);
    return errors.map(({ line, columnName, reason }) => ({ line, column: columnName, reason }));
  }
}
