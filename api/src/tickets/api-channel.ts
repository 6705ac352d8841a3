import { ChannelEntity } from '../channels/channel.entity.ts';
import type { LoaderDefinition, Loaders } from '../server/loaders.ts';
import { refusal } from '../server/refusal.ts';

const apiChannel: LoaderDefinition<'api', string> = {
  async loadMany(em) {
    const [channel] = await em.find(ChannelEntity, { type: 'api' }, { orderBy: { name: 'asc', id: 'asc' }, limit: 1 });
    return new Map(channel ? [['api', channel.id]] : []);
  },
};

/** The channel of tickets that name none: the workspace's first one of type `api`. @throws Refusal if it has none */
export async function apiChannelOf(loaders: Loaders): Promise<string> {
  const id = await loaders.load(apiChannel, 'api');
  if (id === null)
    throw refusal('REQUIRED', 'This workspace has no API channel, so name a channel: ask for `channels`.', 'channelId');
  return id;
}
