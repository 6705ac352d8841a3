import { classKeyOf, type Handling, holdsCapacity, type Requirement } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

const DAY_MS = 86_400_000;
/** What is learned from: tickets solved in this time… */
const LEARNED_FROM_MS = 90 * DAY_MS;
/** …the newest of them, at the most. */
const NEWEST = 20_000;

interface EventRow {
  readonly ticketId: string;
  readonly requirement: Requirement;
  readonly atMs: number;
  readonly assignee: { readonly to: string | null } | null;
  readonly status: { readonly to: string } | null;
}

/**
 * How long agents worked on tickets they solved, read off the event log: from assignment to being solved, without the
 * time tickets waited for somebody else. Tickets no queue gave away have no class and are left out.
 */
export async function loadHandlings(em: EntityManager, workspaceId: string, nowMs: number): Promise<Handling[]> {
  const rows = await runStatement<EventRow>(
    em,
    `select e.ticket_id as "ticketId", t.queue_requirement as requirement,
            (extract(epoch from e.at) * 1000)::float8 as "atMs",
            e.data->'ticket.assignee' as assignee, e.data->'ticket.status' as status
     from (select id, queue_requirement from ticket
           where workspace_id = $1 and solved_at > $2 and assignee_id is not null and queue_requirement is not null
           order by solved_at desc, id limit ${NEWEST}) t
     join ticket_event e on e.workspace_id = $1 and e.ticket_id = t.id
     where e.data->'ticket.assignee' is not null or e.data->'ticket.status' is not null
     order by e.ticket_id, e.sequence`,
    [workspaceId, new Date(nowMs - LEARNED_FROM_MS)],
  );
  return [...Map.groupBy(rows, ({ ticketId }) => ticketId).values()].flatMap(handlingsOf);
}

/** The handlings of one ticket, by its log in order. Who loses a ticket unsolved has not handled it. */
export function handlingsOf(log: readonly Omit<EventRow, 'ticketId'>[]): Handling[] {
  const handlings: Handling[] = [];
  let agentId: string | null = null;
  let isWorkedOn = true;
  let workedMs = 0;
  let sinceMs = 0;
  for (const { atMs, requirement, assignee, status } of log) {
    if (agentId !== null && isWorkedOn) workedMs += atMs - sinceMs;
    sinceMs = atMs;
    if (assignee && assignee.to !== agentId) {
      agentId = assignee.to;
      workedMs = 0;
    }
    if (!status) continue;
    isWorkedOn = holdsCapacity(status.to);
    if (status.to !== 'solved' || agentId === null) continue;
    handlings.push({ agentId, classKey: classKeyOf(requirement), handlingMs: workedMs });
    workedMs = 0;
  }
  return handlings;
}
