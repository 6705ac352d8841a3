import { type FieldChanges, type RerouteRule, rerouteOf } from '@alur/engine';
import { runStatement } from '../database/run-statement.ts';
import { loadRoster } from '../routing/load-roster.ts';
import type { Change } from './change-ticket.ts';

/**
 * Where the customer wrote and the ticket's agent has left, lets the ticket's queue decide whether it goes back into
 * line, with its age. Gives what has changed.
 */
export async function rerouteOnReply({ em, workspaceId, handling, inHand }: Change): Promise<FieldChanges> {
  const { assigneeId, queueId, status } = inHand.ticket;
  if (assigneeId === null || queueId === null) return {};
  const [queue] = await runStatement<{ reroute: RerouteRule }>(
    em,
    'select reroute from queue where workspace_id = $1 and id = $2',
    [workspaceId, queueId],
  );
  const rule = queue?.reroute ?? 'keep';
  if (rule === 'keep') return {};
  const { agents } = await loadRoster(em, workspaceId, handling.now.getTime());
  const assignee = agents.find(({ routing }) => routing.agentId === assigneeId);
  const isAssigneeAvailable = assignee !== undefined && assignee.leftAtMs === null;
  const decision = rerouteOf({ rule, event: 'customerReplied', isAssigneeAvailable, status });
  return decision === 'requeue' ? inHand.requeue({ reason: 'customerReplied' }) : {};
}
