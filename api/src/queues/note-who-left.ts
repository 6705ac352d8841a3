import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { Programs } from '../flows/programs.ts';
import type { Roster } from '../routing/load-roster.ts';
import type { LockedCounter } from '../runs/lock-workspace.ts';
import { rearmTimers } from '../runs/rearm-timers.ts';

/**
 * Notes, in the open transaction, who has left or come back since that was last looked at, so that flows which wait for
 * an assignee who stays away begin to wait. Writes nothing where nobody has. Gives when something is due because of it.
 */
export async function noteWhoLeft(
  em: EntityManager,
  workspaceId: string,
  counter: LockedCounter,
  programs: Programs,
  { agents }: Roster,
  now: Date,
): Promise<Date | null> {
  const changed = agents.filter(({ leftAtMs, hadLeft }) => (leftAtMs !== null) !== hadLeft);
  if (changed.length === 0) return null;
  const ids = changed.map(({ routing }) => routing.agentId);
  await runStatement(em, 'update agent set has_left = not has_left where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    ids,
  ]);
  const live = await programs.at(em, workspaceId, counter.flowsRevision);
  if (!live.needs.has('presence')) return null;
  for (const agentId of ids) await rearmTimers(em, workspaceId, agentId, now);
  return now;
}
