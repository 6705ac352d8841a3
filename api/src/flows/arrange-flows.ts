import { compileFlow, EMPTY_FLOW } from '@alur/engine';
import { v7 } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { lockWorkspace } from '../runs/lock-workspace.ts';
import { rearmTimers } from '../runs/rearm-timers.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { type Flow, FlowEntity } from './flow.entity.ts';
import { FlowVersionEntity } from './flow-version.entity.ts';
import { readDocumentOrThrow } from './read-document.ts';

const NAME_LENGTH = 200;

/** The part of an app that works on flows. */
export type FlowParts = Pick<App, 'database' | 'notices' | 'clock'>;

/** The flow, as long as it isn't deleted. @throws NOT_FOUND */
export async function findFlowOrThrow(em: EntityManager, id: string): Promise<Flow> {
  const flow = isId(id) ? await em.findOne(FlowEntity, { id, deletedAt: null }) : null;
  if (!flow) throw notFound('flow');
  return flow;
}

/** Tells every process, by the workspace's revision, that what is live has changed. The workspace must be locked. */
export async function bumpFlowsRevision(em: EntityManager, workspaceId: string): Promise<void> {
  await runStatement(em, 'update workspace_counter set flows_revision = flows_revision + 1 where workspace_id = $1', [
    workspaceId,
  ]);
}

/** Adds a flow with a draft, last in the running order, not live. @throws Refusal */
export async function createFlow(
  app: FlowParts,
  actor: Actor,
  input: { readonly name: string; readonly document?: unknown },
): Promise<Flow> {
  const { workspaceId } = actor;
  const name = checkName(input.name);
  const draft = input.document == null ? EMPTY_FLOW : readDocumentOrThrow(input.document, actor);
  const now = new Date(app.clock.nowMs());
  const flow = await app.database.inWorkspace(workspaceId, async (em) => {
    await lockWorkspace(em, workspaceId);
    const position = await em.count(FlowEntity, { deletedAt: null });
    const created = em.create(FlowEntity, {
      id: v7(),
      workspaceId,
      name,
      position,
      stopOnMatch: false,
      liveVersionId: null,
      draft,
      draftRevision: 1,
      draftSavedAt: now,
      draftSavedBy: actor.kind === 'user' ? actor.id : null,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    });
    await em.flush();
    return created;
  });
  app.notices.publish({ workspaceId, about: 'flows', ids: [flow.id] });
  return flow;
}

/** Renames a flow or sets whether it stops later ones. @throws Refusal, NOT_FOUND */
export async function updateFlow(
  app: FlowParts,
  actor: Actor,
  input: { readonly id: string; readonly name?: string | null; readonly stopOnMatch?: boolean | null },
): Promise<Flow> {
  const name = input.name == null ? null : checkName(input.name);
  return changeFlow(app, actor, input.id, async (flow) => {
    if (name !== null) flow.name = name;
    if (input.stopOnMatch != null) flow.stopOnMatch = input.stopOnMatch;
  });
}

/** Puts a flow at a place in the running order, from 0; beyond the end means last. @throws Refusal, NOT_FOUND */
export async function moveFlow(
  app: FlowParts,
  actor: Actor,
  input: { readonly id: string; readonly position: number },
): Promise<Flow> {
  const check = new InputCheck();
  check.between(input.position, 0, 1_000_000, 'position');
  check.refuseIfWrong();
  return changeFlow(app, actor, input.id, async (flow, em) => {
    const flows = await em.find(FlowEntity, { deletedAt: null }, { orderBy: { position: 'asc', id: 'asc' } });
    const order = flows.filter(({ id }) => id !== flow.id);
    order.splice(input.position, 0, flow);
    for (const [position, each] of order.entries()) each.position = position;
  });
}

/** Takes a flow out of the lists; a live one is turned off with it. Its versions and runs stay. @throws NOT_FOUND */
export async function deleteFlow(app: FlowParts, actor: Actor, id: string): Promise<void> {
  await changeFlow(app, actor, id, async (flow) => {
    flow.liveVersionId = null;
    flow.deletedAt = new Date(app.clock.nowMs());
  });
}

/** Stops a flow from running; its draft and versions stay. @throws NOT_FOUND */
export async function turnOffFlow(app: FlowParts, actor: Actor, id: string): Promise<Flow> {
  return changeFlow(app, actor, id, async (flow) => {
    flow.liveVersionId = null;
  });
}

/** One change that may alter what is live: under the workspace's lock, with its revision raised. */
export async function changeFlow(
  app: FlowParts,
  actor: Pick<Actor, 'workspaceId'>,
  id: string,
  change: (flow: Flow, em: EntityManager) => Promise<void>,
): Promise<Flow> {
  const { workspaceId } = actor;
  const flow = await app.database.inWorkspace(workspaceId, async (em) => {
    await lockWorkspace(em, workspaceId);
    const found = await findFlowOrThrow(em, id);
    const before = found.liveVersionId;
    await change(found, em);
    const now = new Date(app.clock.nowMs());
    found.updatedAt = now;
    await em.flush();
    await bumpFlowsRevision(em, workspaceId);
    const after = found.liveVersionId;
    if (after !== before && (await hasTimeTrigger(em, [before, after]))) await rearmTimers(em, workspaceId, null, now);
    return found;
  });
  app.notices.publish({ workspaceId, about: 'flows', ids: [flow.id] });
  app.notices.publish({ workspaceId, about: 'timers', dueAtMs: app.clock.nowMs() });
  return flow;
}

/** Whether one of the versions begins by time, so that tickets already there have to be looked at. */
async function hasTimeTrigger(em: EntityManager, versionIds: readonly (string | null)[]): Promise<boolean> {
  const versions = await em.find(FlowVersionEntity, { id: { $in: versionIds.filter((id) => id !== null) } });
  return versions.some(({ id, flowId, document }) => {
    const { triggers } = compileFlow(document, { flowId, versionId: id, position: 0, stopOnMatch: false });
    return triggers.some(({ time }) => time !== undefined);
  });
}

function checkName(given: string): string {
  const check = new InputCheck();
  const name = check.text(given, NAME_LENGTH, 'name');
  check.refuseIfWrong();
  return name;
}
