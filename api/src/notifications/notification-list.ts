import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { type Connection, type ForwardPageArgs, pageOf, toConnection } from '../server/connection.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { type Notification, NotificationEntity } from './notification.entity.ts';

/** The actor's own notices, newest first; none for API tokens. */
export async function listNotifications(
  app: App,
  actor: Actor,
  args: ForwardPageArgs,
): Promise<Connection<Notification>> {
  const page = pageOf(args, 2);
  const [atText, id] = (page.cursor ?? []).map(String);
  const at = new Date(atText ?? '');
  const beyond =
    atText === undefined || Number.isNaN(at.getTime()) || id === undefined
      ? {}
      : { $or: [{ at: { $lt: at } }, { at, id: { $lt: id } }] };
  const rows = await app.database.inWorkspace(actor.workspaceId, (em) =>
    em.find(
      NotificationEntity,
      { $and: [{ userId: actor.kind === 'user' ? actor.id : NOBODY }, beyond] },
      { orderBy: { at: 'desc', id: 'desc' }, limit: page.count + 1 },
    ),
  );
  return toConnection(page, rows, (row) => [row.at.toISOString(), row.id]);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Marks one of the actor's own notices as read; one that is read stays as it is. @throws NOT_FOUND */
export async function readNotification(app: App, actor: Actor, id: string): Promise<Notification> {
  if (!isId(id) || actor.kind !== 'user') throw notFound('notification');
  return app.database.inWorkspace(actor.workspaceId, async (em) => {
    const found = await em.findOne(NotificationEntity, { id, userId: actor.id });
    if (!found) throw notFound('notification');
    found.readAt ??= new Date(app.clock.nowMs());
    await em.flush();
    return found;
  });
}
