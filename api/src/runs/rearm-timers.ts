import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

/** Stands for every flow: which time triggers a ticket needs is worked out when the row comes due. */
const ANY_FLOW = '00000000-0000-0000-0000-000000000000';

/**
 * Has the time triggers of tickets worked out anew, in the background: of all that are not closed, or of those of one
 * agent. For when something changed that no event of the tickets tells. Publish a notice about timers afterwards.
 */
export async function rearmTimers(
  em: EntityManager,
  workspaceId: string,
  assigneeId: string | null,
  now: Date,
): Promise<void> {
  await runStatement(
    em,
    `with armed as (
       insert into ticket_timer (workspace_id, ticket_id, flow_id, trigger_node_id, due_at, episode)
       select $1::uuid, id, $4::uuid, '', $3::timestamptz, '' from ticket
       where workspace_id = $1 and status <> 'closed' and ($2::uuid is null or assignee_id = $2)
       on conflict (workspace_id, ticket_id, flow_id, trigger_node_id) do update set due_at = excluded.due_at
       returning due_at)
     insert into workspace_wake as w (workspace_id, due_at)
     select $1::uuid, $3::timestamptz where exists (select from armed)
     on conflict (workspace_id) do update set due_at = least(w.due_at, excluded.due_at)`,
    [workspaceId, assigneeId, now, ANY_FLOW],
  );
}
