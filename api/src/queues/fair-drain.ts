import { type FairDrain, scheduledCapacity } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { Roster, RosterAgent } from '../routing/load-roster.ts';
import { openSinceMs } from '../routing/shift-times.ts';

/** What is alike for all queues of a round in which the first agents have come over a backlog. */
export interface Drain extends Omit<FairDrain, 'untilMs'> {
  /** When the first of those present came, in milliseconds since 1970 UTC: each queue's time counts from here. */
  readonly sinceMs: number;
}

/**
 * The backlog that is to be shared with those who are still to come; null where nobody is missing whose shift has begun,
 * or nobody is there. Units are counted only where there is something to share.
 */
export async function findDrain(
  em: EntityManager,
  workspaceId: string,
  { agents }: Roster,
  nowMs: number,
): Promise<Drain | null> {
  const scheduled = scheduledCapacity(
    agents.map(({ shift, routing }) => ({ shift, capacity: routing.capacity })),
    nowMs,
  );
  const present = agents.filter(({ routing }) => routing.presence !== 'offline' && routing.onShift !== false);
  const capacity = present.reduce((sum, { routing }) => sum + routing.capacity, 0);
  if (present.length === 0 || capacity >= scheduled) return null;
  const [row] = await runStatement<{ units: number }>(
    em,
    'select coalesce(sum(weight), 0)::float8 as units from queue_entry where workspace_id = $1',
    [workspaceId],
  );
  const sinceMs = Math.min(...present.map((agent) => cameAtMs(agent, nowMs)));
  return { sinceMs, scheduledCapacity: scheduled, waitingUnits: row?.units ?? 0 };
}

/** Who was online before their shift came with it. */
function cameAtMs({ presenceSinceMs, shift }: RosterAgent, nowMs: number): number {
  return shift?.isOpenAt(nowMs) ? Math.max(presenceSinceMs, openSinceMs(shift, nowMs)) : presenceSinceMs;
}
