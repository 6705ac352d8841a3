import type { CustomStatus, Presence } from '@alur/engine';
import { Authorized, Ctx, FieldResolver, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { App } from '../app.ts';
import { LiveSource, type StateTopic } from '../live/live-topic.ts';
import { loadRoster, type RosterAgent } from '../routing/load-roster.ts';
import { actorOf, type Context } from '../server/context.ts';
import { AgentObject } from './agent.object.ts';
import { agentById } from './agent-loaders.ts';
import { AgentPresenceObject, type ChannelPresenceObject } from './agent-presence.object.ts';

/** Everybody as they stand now, by name. */
async function loadPresences(app: App, workspaceId: string): Promise<AgentPresenceObject[]> {
  const nowMs = app.clock.nowMs();
  const { agents } = await app.database.inWorkspace(workspaceId, (em) => loadRoster(em, workspaceId, nowMs));
  return agents.map(toObject);
}

const presences: StateTopic<readonly AgentPresenceObject[]> = {
  kind: 'state',
  intervalMs: 250,
  // Shifts begin and end, and connections are lost, with time alone.
  refreshMs: 5_000,
  concerns: ({ about }) => about === 'agents' || about === 'tickets',
  async load(app, { workspaceId }) {
    const root = await loadPresences(app, workspaceId);
    return { root, fingerprint: JSON.stringify(root) };
  },
};

const source = new LiveSource('agentPresence', presences);

/** How agents stand, once or live. */
@Resolver()
export class AgentPresenceResolver {
  @Authorized('viewer')
  @Query(() => [AgentPresenceObject], { description: 'How every agent stands now, by name.' })
  async agentPresence(@Ctx() context: Context): Promise<AgentPresenceObject[]> {
    return loadPresences(context.app, actorOf(context).workspaceId);
  }

  @Authorized('viewer')
  @Subscription(() => [AgentPresenceObject], {
    name: 'agentPresence',
    description: 'How every agent stands: all at once, then all again after changes, at most 4 times a second.',
    subscribe: () => source,
  })
  liveAgentPresence(@Root() root: readonly AgentPresenceObject[]): readonly AgentPresenceObject[] {
    return root;
  }
}

/** Who it is about. */
@Resolver(() => AgentPresenceObject)
export class AgentPresenceFieldsResolver {
  @FieldResolver(() => AgentObject, { nullable: true, description: 'The agent.' })
  async agent(@Root() { agentId }: AgentPresenceObject, @Ctx() { loaders }: Context): Promise<AgentObject | null> {
    return loaders.load(agentById, agentId);
  }
}

function toObject({ routing, name, presenceSinceMs, isConnected }: RosterAgent): AgentPresenceObject {
  const { channelPresence = {}, channelLoad = {}, channelCapacity = {} } = routing;
  const types = [...new Set([channelPresence, channelLoad, channelCapacity].flatMap(Object.keys))].sort();
  return {
    agentId: routing.agentId,
    name,
    ...words(routing.presence),
    since: new Date(presenceSinceMs),
    isConnected,
    isOnShift: routing.onShift ?? null,
    load: routing.load,
    capacity: routing.capacity,
    openTickets: routing.openTickets,
    channels: types.map(
      (channelType): ChannelPresenceObject => ({
        channelType,
        ...words(routing.presence === 'offline' ? 'offline' : (channelPresence[channelType] ?? routing.presence)),
        load: channelLoad[channelType] ?? 0,
        capacity: channelCapacity[channelType] ?? null,
      }),
    ),
  };
}

function words(presence: Presence | CustomStatus): { readonly presence: Presence; readonly statusId: string | null } {
  if (typeof presence === 'string') return { presence, statusId: null };
  return { presence: presence.allowsWork ? 'online' : 'away', statusId: presence.statusId };
}
