import type { Policy, Priority, Requirement, WaitingTicket } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

/** Waiting tickets that are alike to the dispatcher but for their age. */
export interface WaitingClass {
  readonly queueId: string;
  readonly policy: Policy;
  readonly requirement: Requirement;
  /** Stands for the requirement in the index. */
  readonly requirementKey: string;
  /** Units of capacity one of them costs. */
  readonly weight: number;
  readonly priority: Priority;
  /** How soon one should be taken, in milliseconds from its entry. */
  readonly targetMs: number;
}

interface ClassRow extends Omit<WaitingClass, 'targetMs'> {
  readonly targetMs: string;
}

/** The classes that wait, in the order of their queues' positions. Cost: an index probe per class, not per ticket. */
export async function loadWaitingClasses(em: EntityManager, workspaceId: string): Promise<WaitingClass[]> {
  const rows = await runStatement<ClassRow>(
    em,
    `with recursive class as (
       (select queue_id, requirement_key, weight, priority, requirement from queue_entry
        where workspace_id = $1 order by queue_id, requirement_key, weight, priority limit 1)
       union all
       select n.* from class c cross join lateral (
         select queue_id, requirement_key, weight, priority, requirement from queue_entry e
         where e.workspace_id = $1
           and (e.queue_id, e.requirement_key, e.weight, e.priority) > (c.queue_id, c.requirement_key, c.weight, c.priority)
         order by queue_id, requirement_key, weight, priority limit 1) n
     )
     select q.id as "queueId", q.policy, c.requirement, c.requirement_key as "requirementKey", c.weight, c.priority,
            case c.priority when 'urgent' then q.target_urgent_ms when 'high' then q.target_high_ms
                            when 'normal' then q.target_normal_ms else q.target_low_ms end as "targetMs"
     from class c join queue q on q.workspace_id = $1 and q.id = c.queue_id
     order by q.position, q.id`,
    [workspaceId],
  );
  return rows.map((row) => ({ ...row, targetMs: Number(row.targetMs) }));
}

/** A class and how many of its oldest tickets to read. */
export interface Wanted {
  readonly of: WaitingClass;
  readonly count: number;
}

interface TicketRow {
  readonly place: number;
  readonly ticketId: string;
  readonly queuedAtMs: number;
}

/** The oldest tickets of each wanted class. Cost: the tickets read. */
export async function loadOldest(
  em: EntityManager,
  workspaceId: string,
  wanted: readonly Wanted[],
): Promise<(WaitingTicket & { readonly of: WaitingClass })[]> {
  const rows = await runStatement<TicketRow>(
    em,
    `select w.place, e.ticket_id as "ticketId", (extract(epoch from e.queued_at) * 1000)::float8 as "queuedAtMs"
     from json_to_recordset($2::json) as w(place int, "queueId" uuid, key text, weight int, priority text, count int)
     cross join lateral (
       select ticket_id, queued_at from queue_entry
       where workspace_id = $1 and queue_id = w."queueId" and requirement_key = w.key and weight = w.weight
         and priority = w.priority
       order by queued_at limit w.count) e`,
    [
      workspaceId,
      JSON.stringify(
        wanted.map(({ of, count }, place) => ({
          place,
          queueId: of.queueId,
          key: of.requirementKey,
          weight: of.weight,
          priority: of.priority,
          count,
        })),
      ),
    ],
  );
  return rows.flatMap(({ place, ticketId, queuedAtMs }) => {
    const of = wanted[place]?.of;
    if (!of) return [];
    const { priority, targetMs, requirement, weight } = of;
    return [{ of, ticketId, queuedAtMs, priority, targetMs, requirement, weight }];
  });
}
