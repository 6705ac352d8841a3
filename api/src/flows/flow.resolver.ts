import { type Issue, namesOf } from '@alur/engine';
import { Arg, Args, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ForwardPageArgs } from '../server/connection.ts';
import { actorOf, type Context } from '../server/context.ts';
import { isId } from '../server/input-check.ts';
import { refusedOr } from '../server/refusal.ts';
import { createFlow, deleteFlow, moveFlow, turnOffFlow, updateFlow } from './arrange-flows.ts';
import type { Flow } from './flow.entity.ts';
import {
  CreateFlowInput,
  FlowIdInput,
  MoveFlowInput,
  PublishFlowInput,
  RollBackFlowInput,
  SaveDraftInput,
  TestFlowInput,
  UpdateFlowInput,
} from './flow.inputs.ts';
import {
  FlowConnection,
  type FlowDraftObject,
  type FlowIssueObject,
  FlowObject,
  FlowVersionObject,
  ReferencesObject,
} from './flow.object.ts';
import {
  DeleteFlowPayload,
  FlowPayload,
  PublishFlowPayload,
  SaveDraftPayload,
  TestFlowPayload,
} from './flow.payloads.ts';
import { flowById, referencesOf, versionByNumber, versionNumberKey } from './flow-loaders.ts';
import { issueToObject } from './issue-to-object.ts';
import { listFlows } from './list-flows.ts';
import { type Published, publishFlow, rollBackFlow } from './publish-flow.ts';
import { storedFlow } from './read-document.ts';
import { saveDraft } from './save-draft.ts';
import { testFlow } from './test-flow.ts';

/** Flows: listing, drawing, publishing, trying. */
@Resolver()
export class FlowResolver {
  @Authorized('viewer')
  @Query(() => FlowConnection, { description: 'Flows in their running order.' })
  async flows(@Args(() => ForwardPageArgs) args: ForwardPageArgs, @Ctx() context: Context) {
    return listFlows(context.app, actorOf(context), args);
  }

  @Authorized('viewer')
  @Query(() => FlowObject, { nullable: true, description: 'A flow; null if there is none.' })
  async flow(
    @Arg('id', () => ID, { description: 'The flow.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<FlowObject | null> {
    const flow = isId(id) ? await loaders.load(flowById, id) : null;
    return flow?.deletedAt ? null : flow;
  }

  @Authorized('viewer')
  @Query(() => FlowVersionObject, {
    nullable: true,
    description: 'A version of a flow, deleted flows too; null if none.',
  })
  async flowVersion(
    @Arg('flowId', () => ID, { description: 'The flow.' }) flowId: string,
    @Arg('number', () => Int, { description: 'From 1.' }) number: number,
    @Ctx() { loaders }: Context,
  ): Promise<FlowVersionObject | null> {
    return isId(flowId) ? loaders.load(versionByNumber, versionNumberKey(flowId, number)) : null;
  }

  @Authorized('viewer')
  @Query(() => ReferencesObject, { description: 'Everything flows may refer to.' })
  async references(@Ctx() { loaders }: Context): Promise<ReferencesObject> {
    return referencesOf(loaders);
  }

  @Authorized('manager')
  @Mutation(() => FlowPayload, { description: 'Adds a flow, last in the running order and not live.' })
  async createFlow(
    @Arg('input', () => CreateFlowInput, { description: 'The flow.' }) input: CreateFlowInput,
    @Ctx() context: Context,
  ): Promise<FlowPayload> {
    return refusedOr({ flow: null }, async () => ({ flow: await createFlow(context.app, actorOf(context), input) }));
  }

  @Authorized('manager')
  @Mutation(() => FlowPayload, { description: 'Changes a flow.' })
  async updateFlow(
    @Arg('input', () => UpdateFlowInput, { description: 'What to change.' }) input: UpdateFlowInput,
    @Ctx() context: Context,
  ): Promise<FlowPayload> {
    return refusedOr({ flow: null }, async () => ({ flow: await updateFlow(context.app, actorOf(context), input) }));
  }

  @Authorized('manager')
  @Mutation(() => FlowPayload, { description: 'Moves a flow in the running order.' })
  async moveFlow(
    @Arg('input', () => MoveFlowInput, { description: 'Which flow, and where to.' }) input: MoveFlowInput,
    @Ctx() context: Context,
  ): Promise<FlowPayload> {
    return refusedOr({ flow: null }, async () => ({ flow: await moveFlow(context.app, actorOf(context), input) }));
  }

  @Authorized('manager')
  @Mutation(() => SaveDraftPayload, { description: 'Saves a draft, unless somebody saved in between.' })
  async saveDraft(
    @Arg('input', () => SaveDraftInput, { description: 'The draft.' }) input: SaveDraftInput,
    @Ctx() context: Context,
  ): Promise<SaveDraftPayload> {
    return refusedOr<SaveDraftPayload, { draft: null; current: null }>({ draft: null, current: null }, async () => {
      const { flow, isStale } = await saveDraft(context.app, actorOf(context), input);
      const draft = draftOf(flow);
      if (!isStale) return { draft, current: null, userErrors: [] };
      const message = `Somebody saved this draft meanwhile (revision ${draft.revision}, not ${input.revision}). Nothing was overwritten: look at \`current\`, then save again from it.`;
      const error = { code: 'STALE_REVISION', message, path: ['input', 'revision'] };
      return { draft: null, current: draft, userErrors: [error] };
    });
  }

  @Authorized('manager')
  @Mutation(() => PublishFlowPayload, {
    description: 'Makes the draft the next version, and live, if it has no errors.',
  })
  async publishFlow(
    @Arg('input', () => PublishFlowInput, { description: 'The draft.' }) input: PublishFlowInput,
    @Ctx() context: Context,
  ): Promise<PublishFlowPayload> {
    return published(context, () => publishFlow(context.app, actorOf(context), input));
  }

  @Authorized('manager')
  @Mutation(() => PublishFlowPayload, { description: 'Publishes an older version again, as a new one.' })
  async rollBackFlow(
    @Arg('input', () => RollBackFlowInput, { description: 'The version.' }) input: RollBackFlowInput,
    @Ctx() context: Context,
  ): Promise<PublishFlowPayload> {
    return published(context, () => rollBackFlow(context.app, actorOf(context), input));
  }

  @Authorized('manager')
  @Mutation(() => FlowPayload, { description: 'Stops a flow from running; draft and versions stay.' })
  async turnOffFlow(
    @Arg('input', () => FlowIdInput, { description: 'The flow.' }) input: FlowIdInput,
    @Ctx() context: Context,
  ): Promise<FlowPayload> {
    return refusedOr({ flow: null }, async () => ({
      flow: await turnOffFlow(context.app, actorOf(context), input.flowId),
    }));
  }

  @Authorized('manager')
  @Mutation(() => DeleteFlowPayload, {
    description: 'Deletes a flow, turning it off first if it is live. Its runs stay.',
  })
  async deleteFlow(
    @Arg('input', () => FlowIdInput, { description: 'The flow.' }) input: FlowIdInput,
    @Ctx() context: Context,
  ): Promise<DeleteFlowPayload> {
    return refusedOr({ deletedId: null }, async () => {
      await deleteFlow(context.app, actorOf(context), input.flowId);
      return { deletedId: input.flowId };
    });
  }

  @Authorized('manager')
  @Mutation(() => TestFlowPayload, { description: 'Tries a draft on a ticket; nothing is sent or stored.' })
  async testFlow(
    @Arg('input', () => TestFlowInput, { description: 'What to try it on.' }) input: TestFlowInput,
    @Ctx() context: Context,
  ): Promise<TestFlowPayload> {
    return refusedOr<Omit<TestFlowPayload, 'userErrors'>, Omit<TestFlowPayload, 'userErrors'>>(
      { test: null, issues: [] },
      async () => {
        const { test, issues } = await testFlow(context.app, actorOf(context), input);
        return { test, issues: await issuesOf(context, issues, input.document) };
      },
    );
  }
}

/** A flow's draft as GraphQL has it. */
export function draftOf(flow: Flow | FlowObject): FlowDraftObject {
  const { id, draft, draftRevision, draftSavedAt, draftSavedBy } = flow;
  return { flowId: id, document: draft, revision: draftRevision, savedAt: draftSavedAt, savedById: draftSavedBy };
}

async function published(context: Context, publish: () => Promise<Published>): Promise<PublishFlowPayload> {
  const nothing = { flow: null, version: null, issues: [] };
  return refusedOr<PublishFlowPayload, typeof nothing>(nothing, async () => {
    const { flow, version, issues } = await publish();
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    const message = `The flow has ${errors} ${errors === 1 ? 'error' : 'errors'}; mend what \`issues\` lists, then publish.`;
    return {
      flow,
      version,
      issues: await issuesOf(context, issues, flow.draft),
      userErrors: version ? [] : [{ code: 'INVALID', message, path: ['input', 'flowId'] }],
    };
  });
}

async function issuesOf(context: Context, issues: readonly Issue[], document: unknown): Promise<FlowIssueObject[]> {
  if (issues.length === 0) return [];
  const names = namesOf(await referencesOf(context.loaders), storedFlow(document));
  return issues.map((issue) => issueToObject(issue, context.locale, names));
}
