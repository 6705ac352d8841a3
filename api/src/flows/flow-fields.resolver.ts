import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { UserObject } from '../access/user.object.ts';
import { ForwardPageArgs } from '../server/connection.ts';
import type { Context } from '../server/context.ts';
import {
  FlowDraftObject,
  FlowIssueObject,
  FlowObject,
  FlowStateEnum,
  FlowVersionConnection,
  FlowVersionObject,
} from './flow.object.ts';
import { draftOf } from './flow.resolver.ts';
import {
  checkDraft,
  flowById,
  newestNumberOfFlow,
  userById,
  versionById,
  versionByNumber,
  versionNumberKey,
  versionsOfFlow,
} from './flow-loaders.ts';
import { issueToObject } from './issue-to-object.ts';
import { storedFlow } from './read-document.ts';
import { isSameMeaning } from './same-meaning.ts';

/** What is read beside a flow's own row. */
@Resolver(() => FlowObject)
export class FlowFieldsResolver {
  @FieldResolver(() => FlowStateEnum, { description: 'Whether it runs.' })
  async state(@Root() flow: FlowObject, @Ctx() { loaders }: Context): Promise<'draft' | 'live' | 'off'> {
    if (flow.liveVersionId !== null) return 'live';
    return (await loaders.load(newestNumberOfFlow, flow.id)) === null ? 'draft' : 'off';
  }

  @FieldResolver(() => FlowDraftObject, { description: 'What is being drawn.' })
  draft(@Root() flow: FlowObject): FlowDraftObject {
    return draftOf(flow);
  }

  @FieldResolver(() => FlowVersionObject, { nullable: true, description: 'The version that runs; null if none does.' })
  async liveVersion(@Root() flow: FlowObject, @Ctx() { loaders }: Context): Promise<FlowVersionObject | null> {
    return flow.liveVersionId === null ? null : loaders.load(versionById, flow.liveVersionId);
  }

  @FieldResolver(() => FlowVersionObject, {
    nullable: true,
    description: 'A version by its number; null if none has it.',
  })
  async version(
    @Root() flow: FlowObject,
    @Arg('number', () => Int, { description: 'From 1.' }) number: number,
    @Ctx() { loaders }: Context,
  ): Promise<FlowVersionObject | null> {
    return loaders.load(versionByNumber, versionNumberKey(flow.id, number));
  }

  @FieldResolver(() => FlowVersionConnection, { description: 'Its versions, newest first.' })
  async versions(
    @Root() flow: FlowObject,
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return versionsOfFlow.page(loaders, flow.id, args);
  }
}

/** What is worked out about a draft. */
@Resolver(() => FlowDraftObject)
export class FlowDraftFieldsResolver {
  @FieldResolver(() => UserObject, { nullable: true, description: 'Who saved it; null for a token or Alur itself.' })
  async savedBy(@Root() draft: FlowDraftObject, @Ctx() { loaders }: Context): Promise<UserObject | null> {
    return draft.savedById === null ? null : loaders.load(userById, draft.savedById);
  }

  @FieldResolver(() => Boolean, {
    description: 'True if it means something else than the live version; positions do not count.',
  })
  async hasUnpublishedChanges(@Root() draft: FlowDraftObject, @Ctx() { loaders }: Context): Promise<boolean> {
    const flow = await loaders.load(flowById, draft.flowId);
    const live = flow?.liveVersionId ? await loaders.load(versionById, flow.liveVersionId) : null;
    const document = storedFlow(draft.document);
    return live ? !isSameMeaning(document, storedFlow(live.document)) : document.nodes.length > 0;
  }

  @FieldResolver(() => [FlowIssueObject], { description: "What the server's check finds, errors first." })
  async issues(@Root() draft: FlowDraftObject, @Ctx() { loaders, locale }: Context): Promise<FlowIssueObject[]> {
    const { issues, names } = await checkDraft(loaders, draft.document);
    return issues.map((issue) => issueToObject(issue, locale, names));
  }
}

/** What is read beside a version's own row. */
@Resolver(() => FlowVersionObject)
export class FlowVersionFieldsResolver {
  @FieldResolver(() => UserObject, {
    nullable: true,
    description: 'Who published it; null for a token or Alur itself.',
  })
  async publishedBy(@Root() version: FlowVersionObject, @Ctx() { loaders }: Context): Promise<UserObject | null> {
    return version.publishedBy === null ? null : loaders.load(userById, version.publishedBy);
  }

  @FieldResolver(() => Boolean, { description: 'True for the one version of its flow that runs.' })
  async isLive(@Root() version: FlowVersionObject, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.load(flowById, version.flowId))?.liveVersionId === version.id;
  }

  @FieldResolver(() => FlowVersionObject, {
    nullable: true,
    description: 'Set when this version republished an older one.',
  })
  async rolledBackFrom(
    @Root() version: FlowVersionObject,
    @Ctx() { loaders }: Context,
  ): Promise<FlowVersionObject | null> {
    return version.rolledBackFrom === null ? null : loaders.load(versionById, version.rolledBackFrom);
  }
}
