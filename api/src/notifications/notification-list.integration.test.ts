import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { listNotifications, readNotification } from './notification-list.ts';

describeOnBothEngines('In-app notices', (engine) => {
  let desk: Desk;
  let other: Actor;
  beforeAll(async () => {
    desk = await openDesk(engine.database);
    other = { ...desk.actor, id: desk.channelId };
    for (const [index, { id }] of [desk.actor, other].entries())
      await desk.rows(
        `insert into user_account (workspace_id, id, email, name, password_hash, role) values (?, ?, ?, 'User', '', 'manager')`,
        [desk.workspaceId, id, `user${index}@example.org`],
      );
    await desk.publish('Tell', [
      { id: 'in', kind: 'trigger.ticketCreated' },
      { id: 'tell', kind: 'action.notify', config: { recipients: [{ kind: 'supervisors' }], text: 'A ticket came' } },
    ]);
    for (let index = 0; index < 5; index++) {
      await desk.app.acceptor.accept(desk.workspaceId, desk.intake());
      desk.clock.advance(1_000);
    }
  });

  it('come newest first, page by page, and only to their own user', async () => {
    const first = await listNotifications(desk.app, desk.actor, { first: 2 });
    const cursor = first.pageInfo.endCursor ?? '';
    const second = await listNotifications(desk.app, desk.actor, { first: 50, after: cursor });
    const all = [...first.nodes, ...second.nodes];
    expect(all).toHaveLength(5);
    expect(new Set(all.map(({ id }) => id)).size).toBe(5);
    expect(
      all.every(({ userId, text, readAt }) => userId === desk.actor.id && text === 'A ticket came' && !readAt),
    ).toBe(true);
    const times = all.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect((await listNotifications(desk.app, { ...desk.actor, kind: 'token' }, {})).nodes).toEqual([]);
  });

  it('are read once, by their own user only', async () => {
    const [own] = (await listNotifications(desk.app, desk.actor, {})).nodes;
    await expect(readNotification(desk.app, other, own?.id ?? '')).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
    const read = await readNotification(desk.app, desk.actor, own?.id ?? '');
    desk.clock.advance(60_000);
    const again = await readNotification(desk.app, desk.actor, own?.id ?? '');
    expect(again.readAt).toEqual(read.readAt);
    await expect(readNotification(desk.app, desk.actor, 'nothing')).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
  });
});
