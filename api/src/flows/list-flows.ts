import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { type Connection, type ForwardPageArgs, toConnection } from '../server/connection.ts';
import { typedPageOf } from '../server/typed-page.ts';
import { type Flow, FlowEntity } from './flow.entity.ts';

/** A page of flows in their running order. */
export async function listFlows(
  app: App,
  actor: Actor,
  args: ForwardPageArgs,
): Promise<Connection<Flow> & { readonly totalCount: number }> {
  const page = typedPageOf(args, ['integer', 'uuid']);
  return app.database.inWorkspace(actor.workspaceId, async (em) => {
    const here = { deletedAt: null };
    const [position, id] = page.cursor ?? [];
    const beyond =
      position === undefined
        ? {}
        : { $or: [{ position: { $gt: Number(position) } }, { position: Number(position), id: { $gt: String(id) } }] };
    const rows = await em.find(
      FlowEntity,
      { $and: [here, beyond] },
      { orderBy: { position: 'asc', id: 'asc' }, limit: page.count + 1 },
    );
    const totalCount = await em.count(FlowEntity, here);
    return { ...toConnection(page, rows, (flow) => [flow.position, flow.id]), totalCount };
  });
}
