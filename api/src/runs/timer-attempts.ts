import { v7 } from 'uuid';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { TIMER } from './handling.ts';
import { lockWorkspace } from './lock-workspace.ts';
import { WriteSet } from './write-set.ts';

/** What is due for a ticket is begun so often; then it is put aside. */
export const MOST_STARTS = 5;
/** So long, in milliseconds, nobody else begins what one process has begun. */
const LEASE_MS = 10_000;
/** The first pause between two starts, in milliseconds at the most, beside the lease; each further one is twice as long. */
const FIRST_PAUSE_MS = 5_000;

/** A ticket something is due for. */
export interface DueTicket {
  readonly ticketId: string;
  /** How often this was begun and not brought to its end. */
  readonly starts: number;
}

/**
 * The tickets something is due for, those that have been due longest first, without those another start must wait for.
 * Whoever takes one begins it with `countStart`.
 */
export async function findDue(
  em: EntityManager,
  workspaceId: string,
  limit: number,
  now: Date,
): Promise<readonly DueTicket[]> {
  return runStatement(
    em,
    `select ticket_id as "ticketId", coalesce(max(starts), 0) as starts from (
       (select ticket_id, due_at, starts from waiting_run left join timer_attempt a using (workspace_id, ticket_id)
        where workspace_id = $1 and due_at <= $2 and (retry_at is null or retry_at <= $2) order by due_at limit $3)
       union all
       (select ticket_id, due_at, starts from ticket_timer left join timer_attempt a using (workspace_id, ticket_id)
        where workspace_id = $1 and due_at <= $2 and (retry_at is null or retry_at <= $2) order by due_at limit $3)) d
     group by ticket_id order by min(due_at), ticket_id limit $3`,
    [workspaceId, now, limit],
  );
}

/**
 * Counts a start for each of the tickets. In a transaction of its own, before the work: work that takes the process down
 * with it is counted, too. The work itself takes the count back, by `WriteSet.endedAttempts`.
 */
export async function countStart(
  em: EntityManager,
  workspaceId: string,
  ticketIds: readonly string[],
  now: Date,
): Promise<void> {
  await runStatement(
    em,
    `insert into timer_attempt as a (workspace_id, ticket_id, starts, retry_at)
     select $1::uuid, id, 1, $3::timestamptz + $4 * interval '1 millisecond' from unnest($2::uuid[]) id order by id
     on conflict (workspace_id, ticket_id) do update set
       starts = a.starts + 1,
       retry_at = excluded.retry_at + $5 * power(2, least(a.starts, 10) - 1) * random() * interval '1 millisecond'`,
    [workspaceId, [...ticketIds], now, LEASE_MS, FIRST_PAUSE_MS],
  );
}

interface DueThing {
  readonly runId: string | null;
  readonly flowId: string;
  readonly flowName: string | null;
  readonly triggerNodeId: string | null;
  readonly number: number;
  readonly queueId: string | null;
}

/**
 * Puts aside what is due for a ticket, in the open transaction: its runs end as failed, its time triggers are not asked
 * until something about the ticket changes. The log says so, and managers and admins are told. Nothing of the ticket's
 * flows or clocks is worked out here: that may be what fails.
 */
export async function putAside(em: EntityManager, workspaceId: string, ticketId: string, now: Date): Promise<void> {
  const counter = await lockWorkspace(em, workspaceId);
  const things = await runStatement<DueThing>(
    em,
    `select d.*, f.name as "flowName", t.number, t.queue_id as "queueId"
     from (select run_id as "runId", flow_id as "flowId", null as "triggerNodeId", due_at from waiting_run
           where workspace_id = $1 and ticket_id = $2 and due_at <= $3
           union all
           select null, flow_id, trigger_node_id, due_at from ticket_timer
           where workspace_id = $1 and ticket_id = $2 and due_at <= $3) d
     join ticket t on t.workspace_id = $1 and t.id = $2
     left join flow f on f.workspace_id = $1 and f.id = d."flowId"
     order by d.due_at, d."flowId", d."triggerNodeId"`,
    [workspaceId, ticketId, now],
  );
  const writes = new WriteSet();
  for (const [index, { runId, flowId, flowName, triggerNodeId, number, queueId }] of things.entries()) {
    if (runId !== null) {
      writes.endedWaits.push(runId);
      writes.endedRuns.push({ runId, outcome: 'failed' });
    }
    if (triggerNodeId !== null) writes.endedTimers.push({ ticketId, flowId, triggerNodeId });
    counter.eventSequence += 1;
    writes.events.push({
      id: v7(),
      sequence: counter.eventSequence,
      ticketId,
      type: 'flowFailed',
      actorKind: flowName === null ? TIMER.kind : 'flow',
      actorId: flowName === null ? null : flowId,
      actorName: flowName,
      queueId,
      data: { reason: 'putAside', starts: MOST_STARTS, ...(triggerNodeId && { nodeId: triggerNodeId }) },
      runId,
      at: now,
    });
    const what = flowName === null ? 'What time was to begin' : `Flow “${flowName}”`;
    writes.notices.push({
      notice: index + 1,
      kind: 'supervisors',
      targetId: null,
      level: null,
      failedFlowId: flowName === null ? null : flowId,
      ticketId,
      text: `${what} failed ${MOST_STARTS} times on ticket #${number} and was put aside.`,
      at: now,
    });
  }
  writes.endedAttempts.push(ticketId);
  await writes.write(em, workspaceId, counter);
}
