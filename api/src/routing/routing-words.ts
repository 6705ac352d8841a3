import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import { AgentEntity } from '../agents/agent.entity.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { durationMs } from '../server/iso-duration.ts';
import { orTaken } from '../server/or-taken.ts';
import { refusal } from '../server/refusal.ts';
import { type DeclineReason, DeclineReasonEntity } from './decline-reason.entity.ts';
import { type PresenceStatus, PresenceStatusEntity } from './presence-status.entity.ts';
import type { PutDeclineReasonInput, PutPresenceStatusInput } from './routing-words.inputs.ts';

const LONGEST_NAME = 100;
const YEAR_MS = 365 * 24 * 3_600_000;

/** Every status by name. */
export function listPresenceStatuses(app: App, actor: Actor): Promise<PresenceStatus[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(PresenceStatusEntity, {}, { orderBy: { name: 'asc' } }),
  );
}

/** Every reason to decline by name. */
export function listDeclineReasons(app: App, actor: Actor): Promise<DeclineReason[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(DeclineReasonEntity, {}, { orderBy: { name: 'asc' } }),
  );
}

/** Adds or changes a status. @throws Refusal, NOT_FOUND */
export function putPresenceStatus(app: App, actor: Actor, input: PutPresenceStatusInput): Promise<PresenceStatus> {
  const name = checkName(input.name);
  const { allowsWork } = input;
  return change(app, actor, 'There is a status of this name already.', async (em) => {
    const { workspaceId } = actor;
    const found = await foundOrNull(input.id, 'status', (id) => em.findOne(PresenceStatusEntity, { id }));
    if (!found) return em.create(PresenceStatusEntity, { id: newId(), workspaceId, name, allowsWork });
    return em.assign(found, { name, allowsWork });
  });
}

/** Deletes a status that nobody has. @throws Refusal, NOT_FOUND */
export function deletePresenceStatus(app: App, actor: Actor, id: string): Promise<string> {
  return change(app, actor, '', async (em) => {
    const found = isId(id) ? await em.findOne(PresenceStatusEntity, { id }) : null;
    if (!found) throw notFound('status');
    const using = await em.count(AgentEntity, { statusId: id });
    if (using > 0) {
      throw refusal('NOT_POSSIBLE_NOW', `${using} agents have this status now. Give them another one first.`, 'id');
    }
    em.remove(found);
    return id;
  });
}

/** Adds or changes a reason to decline. @throws Refusal, NOT_FOUND */
export function putDeclineReason(app: App, actor: Actor, input: PutDeclineReasonInput): Promise<DeclineReason> {
  const name = checkName(input.name);
  const offerAgainAfterMs = input.offerAgainAfter == null ? null : durationMs(input.offerAgainAfter);
  if (input.offerAgainAfter != null && (offerAgainAfterMs === null || offerAgainAfterMs > YEAR_MS)) {
    const message = `${input.offerAgainAfter} does not fit. Give a duration of at most a year without months, for example PT30M.`;
    throw refusal('OUT_OF_RANGE', message, 'offerAgainAfter');
  }
  return change(app, actor, 'There is a reason of this name already.', async (em) => {
    const { workspaceId } = actor;
    const found = await foundOrNull(input.id, 'reason', (id) => em.findOne(DeclineReasonEntity, { id }));
    if (!found) return em.create(DeclineReasonEntity, { id: newId(), workspaceId, name, offerAgainAfterMs });
    return em.assign(found, { name, offerAgainAfterMs });
  });
}

async function change<T>(app: App, actor: Actor, taken: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
  const { workspaceId } = actor;
  const changed = await orTaken(taken, ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const result = await work(em);
      await em.flush();
      return result;
    }),
  );
  app.notices.publish({ workspaceId, about: 'agents' });
  app.dispatcher.wake(workspaceId);
  return changed;
}

/** What `find` finds for an id; null where no id is given. @throws NOT_FOUND */
async function foundOrNull<T>(
  id: string | null | undefined,
  thing: string,
  find: (id: string) => Promise<T | null>,
): Promise<T | null> {
  if (id == null) return null;
  const found = isId(id) ? await find(id) : null;
  if (!found) throw notFound(thing);
  return found;
}

function checkName(text: string): string {
  const check = new InputCheck();
  const name = check.text(text, LONGEST_NAME, 'name');
  check.refuseIfWrong();
  return name;
}
