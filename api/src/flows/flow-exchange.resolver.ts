import { exportFlow, type UnresolvedReference } from '@alur/engine';
import { GraphQLJSON } from 'graphql-scalars';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { actorOf, type Context } from '../server/context.ts';
import { refusedOr, type UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';
import { FlowObject } from './flow.object.ts';
import { referencesOf, versionByNumber, versionNumberKey } from './flow-loaders.ts';
import { importFlow, type OnExisting } from './import-flow.ts';
import { storedFlow } from './read-document.ts';

const OnExistingEnum = { UPDATE: 'update', COPY: 'copy', SKIP: 'skip' } as const;

registerEnumType(OnExistingEnum, {
  name: 'OnExistingFlow',
  description: 'What to do where a flow of the name is there.',
  valuesConfig: {
    UPDATE: { description: 'Replace the draft of the first of them; what is live stays live.' },
    COPY: { description: 'Add another flow of the name.' },
    SKIP: { description: 'Leave it as it is.' },
  },
});

const ImportOutcomeEnum = { CREATED: 'created', UPDATED: 'updated', SKIPPED: 'skipped' } as const;

registerEnumType(ImportOutcomeEnum, {
  name: 'FlowImportOutcome',
  description: 'What was done with an imported flow.',
  valuesConfig: {
    CREATED: { description: 'A flow was added, not live.' },
    UPDATED: { description: 'The draft of a flow was replaced.' },
    SKIPPED: { description: 'A flow of the name was there and is as it was.' },
  },
});

@InputType({ description: 'What a name of an imported flow is in this workspace.' })
class ReferenceMappingInput {
  @Field(() => String, { description: 'What it names, for example queue, team, agent, skill, calendar or flow.' })
  kind!: string;

  @Field(() => String, { description: 'The name, as the imported flow has it.' })
  name!: string;

  @Field(() => ID, { description: 'What it is here.' })
  id!: string;
}

@InputType({ description: 'A flow to import.' })
class ImportFlowInput {
  @Field(() => GraphQLJSON, { description: 'What `Flow.exported` gave, or a bare flow document.' })
  document!: unknown;

  @Field(() => String, { nullable: true, description: 'At most 200 characters; absent: the exported name.' })
  name?: string | null;

  @Field(() => OnExistingEnum, { nullable: true, description: 'COPY if absent.' })
  onExisting?: OnExisting | null;

  @Field(() => [ReferenceMappingInput], { nullable: true, description: 'Names that are something else here.' })
  mapping?: ReferenceMappingInput[] | null;
}

@ObjectType({ description: 'A name of an imported flow that this workspace has not, or has more than once.' })
export class MissingReference {
  @Field(() => String, { description: 'What it names, for example queue.' })
  kind!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'missing or ambiguous.' })
  reason!: string;

  @Field(() => [ID], { description: 'Those of that name, where there are several.' })
  candidateIds!: readonly string[];

  @Field(() => GraphQLJSON, { description: 'Where the flow uses it: [{nodeId, path}].' })
  places!: UnresolvedReference['places'];
}

@ObjectType({ description: 'What came of importing a flow.' })
class ImportFlowPayload {
  @Field(() => FlowObject, { nullable: true, description: 'The flow, whose draft is the import.' })
  flow!: FlowObject | null;

  @Field(() => ImportOutcomeEnum, { nullable: true, description: 'What was done; null if nothing was.' })
  outcome!: 'created' | 'updated' | 'skipped' | null;

  @Field(() => [MissingReference], { description: 'Names to settle before it can be published.' })
  missing!: readonly MissingReference[];

  @Field(() => [UserErrorObject], { description: 'Why nothing was changed.' })
  userErrors!: readonly UserError[];
}

/** Flows that move between workspaces and git. */
@Resolver(() => FlowObject)
export class FlowExchangeResolver {
  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'The flow with references by name, to be imported elsewhere or kept in git; null if it has no such version. Secrets are never in it.',
  })
  async exported(
    @Root() flow: FlowObject,
    @Arg('version', () => Int, { nullable: true, description: 'Number of a version; absent: the draft.' })
    number: number | null,
    @Ctx() { loaders }: Context,
  ): Promise<unknown> {
    const version = number === null ? null : await loaders.load(versionByNumber, versionNumberKey(flow.id, number));
    if (number !== null && !version) return null;
    const document = storedFlow(version ? version.document : flow.draft);
    return exportFlow(document, await referencesOf(loaders), { name: flow.name });
  }

  @Authorized('manager')
  @Mutation(() => ImportFlowPayload, { description: 'Takes an exported flow in as a draft; nothing of it runs yet.' })
  async importFlow(
    @Arg('input', () => ImportFlowInput, { description: 'The flow.' }) input: ImportFlowInput,
    @Ctx() context: Context,
  ): Promise<ImportFlowPayload> {
    const nothing = { flow: null, outcome: null, missing: [] };
    return refusedOr<Omit<ImportFlowPayload, 'userErrors'>, typeof nothing>(nothing, () =>
      importFlow(context.app, actorOf(context), { ...input, onExisting: input.onExisting ?? 'copy' }),
    );
  }
}
