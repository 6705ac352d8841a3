import type { Policy, Priority, Requirement, WaitingTicket } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

/** Part of the tickets that wait in one queue. */
export interface WaitingQueue {
  readonly queueId: string;
  readonly policy: Policy;
  readonly tickets: readonly WaitingTicket[];
}

/** One page of what waits in every queue: the oldest of each priority, from `offset` on. */
export interface WaitingPage {
  /** In the order of the queues' positions; queues without waiting tickets are left out. */
  readonly queues: readonly WaitingQueue[];
  /** Some queue has more of some priority. */
  readonly hasMore: boolean;
}

interface Row {
  readonly queue_id: string;
  readonly policy: Policy;
  readonly target_ms: string;
  readonly ticket_id: string;
  readonly priority: Priority;
  readonly requirement: Requirement;
  readonly weight: number;
  readonly queued_ms: number;
}

/** Cost: an index probe per queue and priority, and the rows read; not the length of the queues. */
export async function loadWaiting(
  em: EntityManager,
  workspaceId: string,
  {
    limit,
    offset,
    queueId = null,
  }: { readonly limit: number; readonly offset: number; readonly queueId?: string | null },
): Promise<WaitingPage> {
  const rows = await runStatement<Row>(
    em,
    `select q.id as queue_id, q.policy, e.ticket_id, p.priority, e.requirement, e.weight, e.queued_ms,
            case p.priority when 'urgent' then q.target_urgent_ms when 'high' then q.target_high_ms
                            when 'normal' then q.target_normal_ms else q.target_low_ms end as target_ms
     from queue q
     cross join (values ('urgent'), ('high'), ('normal'), ('low')) as p(priority)
     cross join lateral (
       select ticket_id, requirement, weight, (extract(epoch from queued_at) * 1000)::float8 as queued_ms
       from queue_entry
       where workspace_id = $1 and queue_id = q.id and priority = p.priority
       order by queued_at limit $2 offset $3) e
     where q.workspace_id = $1 and ($4::uuid is null or q.id = $4)
     order by q.position, q.id`,
    [workspaceId, limit, offset, queueId],
  );
  const queues = new Map<string, { queueId: string; policy: Policy; tickets: WaitingTicket[] }>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const queue = queues.get(row.queue_id) ?? { queueId: row.queue_id, policy: row.policy, tickets: [] };
    queues.set(row.queue_id, queue);
    queue.tickets.push({
      ticketId: row.ticket_id,
      priority: row.priority,
      queuedAtMs: row.queued_ms,
      targetMs: Number(row.target_ms),
      requirement: row.requirement,
      weight: row.weight,
    });
    const key = `${row.queue_id} ${row.priority}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { queues: [...queues.values()], hasMore: [...counts.values()].some((count) => count === limit) };
}
