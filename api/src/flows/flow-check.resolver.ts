import { checkFlow, hasErrors, type Issue, type Locale, namesOf, type ProgramIssue, parseFlow } from '@alur/engine';
import { GraphQLJSON } from 'graphql-scalars';
import { Arg, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { LocaleEnum } from '../access/role.enum.ts';
import { actorOf, type Context } from '../server/context.ts';
import type { LoaderDefinition, Loaders } from '../server/loaders.ts';
import { workspaceOf } from '../tickets/ticket-loaders.ts';
import { findFlowOrThrow } from './arrange-flows.ts';
import { checkAmongLiveFlows, checkLiveFlows } from './check-across-flows.ts';
import { FlowIssueObject, FlowObject } from './flow.object.ts';
import { referencesOf } from './flow-loaders.ts';
import { issueToObject } from './issue-to-object.ts';
import { loadReferences } from './load-references.ts';

const LANGUAGE = { nullable: true, description: "The texts' language; the reader's if absent." } as const;

/** Checks of flows, alone and together. */
@Resolver(() => FlowObject)
export class FlowCheckResolver {
  @Authorized('viewer')
  @Query(() => [FlowIssueObject], {
    description: 'What publishing a document would find, across flows too; errors first.',
  })
  async flowCheck(
    @Arg('flowId', () => ID, { description: 'The flow.' }) flowId: string,
    @Arg('document', () => GraphQLJSON, { nullable: true, description: 'Absent: the stored draft.' })
    given: unknown,
    @Arg('locale', () => LocaleEnum, LANGUAGE) locale: Locale | null,
    @Ctx() context: Context,
  ): Promise<FlowIssueObject[]> {
    const { workspaceId } = actorOf(context);
    return context.app.database.inWorkspace(workspaceId, async (em) => {
      const flow = await findFlowOrThrow(em, flowId);
      const parsed = parseFlow(given ?? flow.draft);
      if (!parsed.ok) return parsed.issues.map((issue) => issueToObject(issue, locale ?? context.locale));
      const document = parsed.flow;
      const references = await loadReferences(em, workspaceId);
      const issues: Issue[] = [...checkFlow(document, references)];
      if (!hasErrors(issues))
        issues.push(...(await checkAmongLiveFlows(em, workspaceId, references, { flow, document })));
      const names = namesOf(references, document);
      return issues.map((issue) => issueToObject(issue, locale ?? context.locale, names));
    });
  }

  @Authorized('viewer')
  @Query(() => [FlowIssueObject], { description: 'What the live flows do to each other and meet in the workspace.' })
  async flowConflicts(
    @Arg('locale', () => LocaleEnum, LANGUAGE) locale: Locale | null,
    @Ctx() { loaders, locale: own }: Context,
  ): Promise<FlowIssueObject[]> {
    return toObjects(loaders, await conflictsOf(loaders), locale ?? own);
  }

  @FieldResolver(() => [FlowIssueObject], {
    description: 'What its live version and other live flows do to each other; none while it is not live.',
  })
  async conflicts(
    @Root() flow: FlowObject,
    @Arg('locale', () => LocaleEnum, LANGUAGE) locale: Locale | null,
    @Ctx() { loaders, locale: readers }: Context,
  ): Promise<FlowIssueObject[]> {
    const issues = await conflictsOf(loaders);
    const own = issues.filter(({ flowId, otherFlowId }) => flowId === flow.id || otherFlowId === flow.id);
    return toObjects(loaders, own, locale ?? readers);
  }
}

const conflictsOnce: LoaderDefinition<'conflicts', readonly ProgramIssue[]> = {
  async loadMany(em) {
    const workspaceId = await workspaceOf(em);
    const references = await loadReferences(em, workspaceId);
    return new Map([['conflicts', await checkLiveFlows(em, workspaceId, references)]]);
  },
};

/** Of all live flows; worked out once per operation. */
async function conflictsOf(loaders: Loaders): Promise<readonly ProgramIssue[]> {
  return (await loaders.load(conflictsOnce, 'conflicts')) ?? [];
}

async function toObjects(
  loaders: Loaders,
  issues: readonly ProgramIssue[],
  locale: Locale,
): Promise<FlowIssueObject[]> {
  const names = namesOf(await referencesOf(loaders));
  return issues.map((issue) => issueToObject(issue, locale, names));
}
