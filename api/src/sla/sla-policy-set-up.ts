import { factCatalogue, issueText, namesOf, parseSlaPolicy, SLA_PRIORITIES } from '@alur/engine';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { bumpFlowsRevision } from '../flows/arrange-flows.ts';
import { loadReferences } from '../flows/load-references.ts';
import { lockWorkspace } from '../runs/lock-workspace.ts';
import { rearmTimers } from '../runs/rearm-timers.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck } from '../server/input-check.ts';
import { durationMs } from '../server/iso-duration.ts';
import { orTaken } from '../server/or-taken.ts';
import { Refusal } from '../server/refusal.ts';
import { SlaPolicyEntity, type SlaPolicyRecord } from './sla-policy.entity.ts';
import type { CreateSlaPolicyInput, SlaTargetInput, UpdateSlaPolicyInput } from './sla-policy.inputs.ts';

const NAME_TAKEN = 'There is an SLA policy of this name already.';

/** Every SLA policy by position. */
export function listSlaPolicies(app: App, actor: Actor): Promise<SlaPolicyRecord[]> {
  return app.database.inWorkspace(actor.workspaceId, policiesInOrder);
}

/** Adds a policy behind the others. Clocks of tickets it holds for are read from their past. @throws Refusal */
export function createSlaPolicy(app: App, actor: Actor, input: CreateSlaPolicyInput): Promise<SlaPolicyRecord> {
  const checked = checkInput(input);
  return change(app, actor, async (em) => {
    const { workspaceId } = actor;
    const policies = await policiesInOrder(em);
    const id = newId();
    const position = policies.length;
    const document = { id, name: checked.name ?? '', position, condition: input.condition ?? null };
    const { condition, targets } = await parseOrThrow(em, workspaceId, { ...document, targets: checked.targets ?? [] });
    return em.create(SlaPolicyEntity, { ...document, workspaceId, condition, targets });
  });
}

/** Changes a policy; another position moves those between. Nothing is reset by it. @throws Refusal, NOT_FOUND */
export function updateSlaPolicy(app: App, actor: Actor, input: UpdateSlaPolicyInput): Promise<SlaPolicyRecord> {
  const checked = checkInput(input);
  return change(app, actor, async (em) => {
    const policies = await policiesInOrder(em);
    const found = policies.find(({ id }) => id === input.id);
    if (!found) throw notFound('SLA policy');
    const { condition, targets } = await parseOrThrow(em, actor.workspaceId, {
      id: found.id,
      name: checked.name ?? found.name,
      position: found.position,
      condition: input.condition === undefined ? found.condition : input.condition,
      targets: checked.targets ?? found.targets,
    });
    Object.assign(found, { name: checked.name ?? found.name, condition, targets });
    if (checked.position !== undefined) {
      const others = policies.filter((other) => other !== found);
      others.splice(checked.position, 0, found);
      for (const [position, each] of others.entries()) each.position = position;
    }
    return found;
  });
}

/** Deletes a policy: its tickets fall to the next one they meet. @throws NOT_FOUND */
export function deleteSlaPolicy(app: App, actor: Actor, id: string): Promise<string> {
  return change(app, actor, async (em) => {
    const policies = await policiesInOrder(em);
    const found = policies.find((policy) => policy.id === id);
    if (!found) throw notFound('SLA policy');
    em.remove(found);
    const others = policies.filter((other) => other !== found);
    for (const [position, each] of others.entries()) each.position = position;
    return id;
  });
}

/** Under the workspace's lock, so that every process goes by the new promises at its next event. */
async function change<T>(app: App, actor: Actor, work: (em: EntityManager) => Promise<T>): Promise<T> {
  const { workspaceId } = actor;
  const result = await orTaken(NAME_TAKEN, ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      await lockWorkspace(em, workspaceId);
      const changed = await work(em);
      await em.flush();
      await bumpFlowsRevision(em, workspaceId);
      await deriveClocks(em, workspaceId, app.clock.nowMs());
      return changed;
    }),
  );
  app.notices.publish({ workspaceId, about: 'flows' });
  app.notices.publish({ workspaceId, about: 'timers', dueAtMs: app.clock.nowMs() });
  return result;
}

/** Clocks that are held to nothing go at once; all others are read anew from their tickets' logs in the background. */
async function deriveClocks(em: EntityManager, workspaceId: string, nowMs: number): Promise<void> {
  const isHeld = (await em.count(SlaPolicyEntity, {})) > 0;
  if (isHeld) await rearmTimers(em, workspaceId, null, new Date(nowMs));
  else await runStatement(em, 'delete from ticket_clock where workspace_id = $1', [workspaceId]);
}

function policiesInOrder(em: EntityManager): Promise<SlaPolicyRecord[]> {
  return em.find(SlaPolicyEntity, {}, { orderBy: { position: 'asc', id: 'asc' } });
}

function checkInput(input: Pick<UpdateSlaPolicyInput, 'name' | 'targets' | 'position'>) {
  const check = new InputCheck();
  const checked = {
    name: check.optionalText(input.name, 200, 'name'),
    position: check.between(input.position, 0, 10_000, 'position'),
    targets: input.targets?.map((target, index) => targetOf(target, index, check)),
  };
  check.refuseIfWrong();
  return checked;
}

function targetOf(target: SlaTargetInput, index: number, check: InputCheck) {
  const lengths = SLA_PRIORITIES.flatMap((priority) => {
    const text = target[priority];
    if (text == null) return [];
    const ms = durationMs(text);
    if (ms === null) {
      const message = `${text} is no target. Give a duration without months or years, for example PT8H.`;
      check.wrong('INVALID', message, 'targets', String(index), priority);
    }
    return [[priority, ms ?? 0] as const];
  });
  return { metric: target.metric, byPriority: Object.fromEntries(lengths), calendarId: target.calendarId ?? null };
}

/** @throws Refusal with every error the engine finds, in words. */
async function parseOrThrow(em: EntityManager, workspaceId: string, document: object) {
  const references = await loadReferences(em, workspaceId);
  const calendarIds = new Set(references.calendars.map(({ id }) => id));
  const parsed = parseSlaPolicy(document, factCatalogue(references), calendarIds);
  if (parsed.ok) return parsed.policy;
  const names = namesOf(references);
  throw new Refusal(
    parsed.issues.map((issue) => ({
      code: issue.code,
      message: issueText(issue, 'en', names),
      path: ['input', ...issue.path.map(String)],
    })),
  );
}
