import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

/** A workspace's counters, held until the transaction ends. The holder counts on; `WriteSet.write` stores them. */
export interface LockedCounter {
  /** The last ticket number given. */
  ticketNumber: number;
  /** The last place in the event log taken. */
  eventSequence: number;
  /** Grows whenever what is live changes. */
  readonly flowsRevision: number;
  /** IANA time zone of the workspace. */
  readonly timeZone: string;
}

/**
 * The first statement of every transaction that writes tickets: they queue up here, so that events are numbered in the
 * order of commits and two writers never wait for each other. What is read afterwards sees all earlier writers' work.
 */
export async function lockWorkspace(em: EntityManager, workspaceId: string): Promise<LockedCounter> {
  const [row] = await runStatement<{
    last_ticket_number: number;
    last_event_sequence: string;
    flows_revision: string;
    time_zone: string;
  }>(
    em,
    `select c.last_ticket_number, c.last_event_sequence, c.flows_revision, w.time_zone
     from workspace_counter c join workspace w on w.id = c.workspace_id
     where c.workspace_id = $1 for update of c`,
    [workspaceId],
  );
  if (!row) throw new Error(`The workspace ${workspaceId} has no counter.`);
  return {
    ticketNumber: row.last_ticket_number,
    eventSequence: Number(row.last_event_sequence),
    flowsRevision: Number(row.flows_revision),
    timeZone: row.time_zone,
  };
}
