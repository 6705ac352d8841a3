import type { Policy, RerouteRule } from '@alur/engine';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { durationMs } from '../server/iso-duration.ts';
import { orTaken } from '../server/or-taken.ts';
import { type Queue, QueueEntity } from './queue.entity.ts';

/** ISO 8601 durations by priority. */
export interface TargetsChange {
  readonly low?: string | null;
  readonly normal?: string | null;
  readonly high?: string | null;
  readonly urgent?: string | null;
}

export interface QueueChange {
  readonly name?: string | null;
  readonly policy?: Policy | null;
  readonly limit?: number | null;
  readonly targets?: TargetsChange | null;
  readonly position?: number | null;
  readonly acceptWithin?: string | null;
  readonly offerAgainAfter?: string | null;
  readonly reroute?: RerouteRule | null;
  readonly fairDrain?: string | null;
}

const NAME_TAKEN = 'There is a queue of this name already.';
const SECOND_MS = 1_000;
const DAY_MS = 24 * 3_600_000;
const YEAR_MS = 365 * DAY_MS;

/** Every queue by position. */
export function listQueues(app: App, actor: Actor): Promise<Queue[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(QueueEntity, {}, { orderBy: { position: 'asc', name: 'asc' } }),
  );
}

/** Adds a queue behind the others. @throws Refusal */
export async function createQueue(
  app: App,
  actor: Actor,
  input: QueueChange & { readonly name: string },
): Promise<Queue> {
  const checked = checkQueue(input);
  const { workspaceId } = actor;
  const queue = await orTaken(NAME_TAKEN, ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const [last] = await em.find(QueueEntity, {}, { orderBy: { position: 'desc' }, limit: 1 });
      const created = em.create(QueueEntity, {
        id: newId(),
        workspaceId,
        name: checked.name ?? '',
        policy: checked.policy ?? 'balanced',
        ticketLimit: checked.limit ?? 1_000,
        targetLowMs: checked.targets.low ?? 4 * 3_600_000,
        targetNormalMs: checked.targets.normal ?? 3_600_000,
        targetHighMs: checked.targets.high ?? 15 * 60_000,
        targetUrgentMs: checked.targets.urgent ?? 5 * 60_000,
        isFallback: false,
        position: (last?.position ?? -1) + 1,
        acceptWithinMs: checked.acceptWithinMs || null,
        offerAgainAfterMs: checked.offerAgainAfterMs || null,
        ...(checked.reroute && { reroute: checked.reroute }),
        ...(checked.fairDrainMs !== undefined && { fairDrainMs: checked.fairDrainMs }),
      });
      await em.flush();
      return created;
    }),
  );
  app.notices.publish({ workspaceId, about: 'queues', ids: [queue.id] });
  return queue;
}

/** Changes a queue; another position moves those between. @throws Refusal, NOT_FOUND */
export async function updateQueue(
  app: App,
  actor: Actor,
  input: QueueChange & { readonly id: string },
): Promise<Queue> {
  const checked = checkQueue(input);
  const { workspaceId } = actor;
  const queue = await orTaken(NAME_TAKEN, ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const queues = await em.find(QueueEntity, {}, { orderBy: { position: 'asc', name: 'asc' } });
      const found = queues.find(({ id }) => id === input.id);
      if (!isId(input.id) || !found) throw notFound('queue');
      if (checked.name !== undefined) found.name = checked.name;
      if (checked.policy != null) found.policy = checked.policy;
      if (checked.limit !== undefined) found.ticketLimit = checked.limit;
      if (checked.targets.low !== undefined) found.targetLowMs = checked.targets.low;
      if (checked.targets.normal !== undefined) found.targetNormalMs = checked.targets.normal;
      if (checked.targets.high !== undefined) found.targetHighMs = checked.targets.high;
      if (checked.targets.urgent !== undefined) found.targetUrgentMs = checked.targets.urgent;
      if (checked.acceptWithinMs !== undefined) found.acceptWithinMs = checked.acceptWithinMs || null;
      if (checked.offerAgainAfterMs !== undefined) found.offerAgainAfterMs = checked.offerAgainAfterMs || null;
      if (checked.reroute != null) found.reroute = checked.reroute;
      if (checked.fairDrainMs !== undefined) found.fairDrainMs = checked.fairDrainMs;
      if (checked.position !== undefined) {
        const others = queues.filter((other) => other !== found);
        others.splice(checked.position, 0, found);
        for (const [position, each] of others.entries()) each.position = position;
      }
      await em.flush();
      return found;
    }),
  );
  app.notices.publish({ workspaceId, about: 'queues', ids: [queue.id] });
  app.dispatcher.wake(workspaceId);
  return queue;
}

function checkQueue(input: QueueChange) {
  const check = new InputCheck();
  const length = (text: string | null | undefined, leastMs: number, mostMs: number, ...path: readonly string[]) => {
    if (text == null) return undefined;
    const ms = durationMs(text);
    const isOff = ms === 0 && leastMs === 0;
    if (ms === null || (!isOff && (ms < SECOND_MS || ms > mostMs))) {
      const most = mostMs === DAY_MS ? 'day' : 'year';
      const message = `${text} does not fit. Give a duration of a second to a ${most} without months, for example PT15M.`;
      check.wrong('OUT_OF_RANGE', message, ...path);
    }
    return ms ?? undefined;
  };
  const target = (name: keyof TargetsChange) => length(input.targets?.[name], SECOND_MS, YEAR_MS, 'targets', name);
  const checked = {
    name: check.optionalText(input.name, 200, 'name'),
    policy: input.policy,
    limit: check.between(input.limit, 1, 1_000_000, 'limit'),
    position: check.between(input.position, 0, 10_000, 'position'),
    acceptWithinMs: length(input.acceptWithin, 0, DAY_MS, 'acceptWithin'),
    offerAgainAfterMs: length(input.offerAgainAfter, 0, YEAR_MS, 'offerAgainAfter'),
    reroute: input.reroute,
    fairDrainMs: length(input.fairDrain, 0, DAY_MS, 'fairDrain'),
    targets: { low: target('low'), normal: target('normal'), high: target('high'), urgent: target('urgent') },
  };
  check.refuseIfWrong();
  return checked;
}
