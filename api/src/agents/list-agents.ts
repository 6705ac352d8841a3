import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { type Connection, type PageArgs, pageOf, toConnection } from '../server/connection.ts';
import { type Agent, AgentEntity } from './agent.entity.ts';

/** A page of agents by name. `search` finds a part of a name in any case. */
export async function listAgents(
  app: App,
  actor: Actor,
  args: PageArgs & { readonly search?: string | null },
): Promise<Connection<Agent> & { totalCount: number }> {
  const page = pageOf(args, 2);
  const pattern = args.search?.trim() ? `%${args.search.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const named = pattern ? { name: { $ilike: pattern } } : {};
  return app.database.inWorkspace(actor.workspaceId, async (em) => {
    const direction = page.isBackward ? 'desc' : 'asc';
    const beyond = page.isBackward ? '$lt' : '$gt';
    const [name, id] = (page.cursor ?? []).map(String);
    const where =
      name === undefined || id === undefined
        ? named
        : { $and: [named, { $or: [{ name: { [beyond]: name } }, { name, id: { [beyond]: id } }] }] };
    const rows = await em.find(AgentEntity, where, {
      orderBy: { name: direction, id: direction },
      limit: page.count + 1,
    });
    const totalCount = await em.count(AgentEntity, named);
    return { ...toConnection(page, rows, (agent) => [agent.name, agent.id]), totalCount };
  });
}
