import type { RoutingAgent } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { loadRoster } from '../routing/load-roster.ts';

/** Every agent of the workspace as the engine's routing sees them at an instant. One statement. */
export async function loadAgents(em: EntityManager, workspaceId: string, now: Date): Promise<RoutingAgent[]> {
  return (await loadRoster(em, workspaceId, now.getTime())).agents.map(({ routing }) => routing);
}
