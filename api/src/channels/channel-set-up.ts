import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { InputCheck } from '../server/input-check.ts';
import type { LoaderDefinition } from '../server/loaders.ts';
import { orTaken } from '../server/or-taken.ts';
import { type Channel, ChannelEntity } from './channel.entity.ts';

export const channelById: LoaderDefinition<string, Channel> = {
  async loadMany(em, ids) {
    return new Map((await em.find(ChannelEntity, { id: { $in: [...ids] } })).map((channel) => [channel.id, channel]));
  },
};

/** Every channel by name. */
export function listChannels(app: App, actor: Actor): Promise<Channel[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) => em.find(ChannelEntity, {}, { orderBy: { name: 'asc' } }));
}

/** Adds a channel. @throws Refusal */
export async function createChannel(
  app: App,
  actor: Actor,
  input: { readonly name: string; readonly type: string; readonly weight?: number | null },
): Promise<Channel> {
  const check = new InputCheck();
  const name = check.text(input.name, 200, 'name');
  const type = check.text(input.type, 50, 'type');
  if (type && !/^[a-z][a-z0-9-]*$/.test(type))
    check.wrong('INVALID', 'Write the type in small letters, digits and hyphens, for example self-service.', 'type');
  const weight = check.between(input.weight, 1, 100, 'weight') ?? 1;
  check.refuseIfWrong();
  const { workspaceId } = actor;
  return orTaken('There is a channel of this name already.', ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const created = em.create(ChannelEntity, { id: newId(), workspaceId, name, type, weight });
      await em.flush();
      return created;
    }),
  );
}
