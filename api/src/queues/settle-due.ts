import { climbLadder, raiseEvents, rerouteOf } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { Programs } from '../flows/programs.ts';
import type { Roster } from '../routing/load-roster.ts';
import { handleEvents } from '../runs/handle-events.ts';
import { DISPATCHER, type Handling, TIMER } from '../runs/handling.ts';
import { rungsOf } from '../runs/ladder-standing.ts';
import type { LockedCounter } from '../runs/lock-workspace.ts';
import type { EntryRow } from '../runs/rows.ts';
import { TicketInHand } from '../runs/ticket-in-hand.ts';
import { openHandling } from '../tickets/open-handling.ts';

/** Tickets of one kind that one round settles at the most; for more, the next round begins at once. */
const LIMIT = 500;

/** What was settled. */
export interface Settled {
  /** Tickets that were changed. */
  readonly ticketIds: readonly string[];
  /** There may be more. */
  readonly isUnfinished: boolean;
  /** The earliest instant something is due because of it; null where nothing is. */
  readonly wakeAt: Date | null;
}

/** There was nothing to settle. */
export const NOTHING_SETTLED: Settled = { ticketIds: [], isUnfinished: false, wakeAt: null };

/** What was settled, and what of the rest of a round there is anything to do for. */
export interface SettledFirst extends Settled {
  /** Tickets may wait that somebody has declined. */
  readonly isAnyApart: boolean;
  /** Tickets may wait on rungs that are skipped where a condition holds. */
  readonly isAnySkippable: boolean;
}

/**
 * Settles, in the open transaction and before a round, what time has brought: offers nobody answered, tickets whose agent
 * has left, rungs that have ended. Everything hangs on stored instants, so that nothing is lost while nobody runs.
 */
export async function settleDue(
  em: EntityManager,
  workspaceId: string,
  counter: LockedCounter,
  programs: Programs,
  { agents }: Roster,
  now: Date,
): Promise<SettledFirst> {
  const left = agents.flatMap(({ routing: { agentId }, leftAtMs }) =>
    leftAtMs === null ? [] : [{ agentId, leftAt: new Date(leftAtMs) }],
  );
  const due = await findDue(em, workspaceId, left, now);
  const ids = [...new Set(due.flatMap(({ ticket_id }) => ticket_id ?? []))];
  const isThere = (kind: Due['kind']) => due.some((row) => row.kind === kind);
  const rest = { isAnyApart: isThere('anyApart'), isAnySkippable: isThere('anySkippable') };
  if (ids.length === 0) return { ...rest, ...NOTHING_SETTLED };
  const leftBy = new Set<string | null>(due.filter(({ kind }) => kind === 'left').map(({ ticket_id }) => ticket_id));
  const { handling, tickets } = await openHandling(em, workspaceId, counter, programs, ids, now);
  for (const found of tickets) {
    const inHand = new TicketInHand(found, handling);
    const { open } = inHand.offers;
    if (open && open.expiresAt <= now) inHand.stepOffer(open.id, { type: 'time' }, TIMER);
    if (leftBy.has(found.ticket.id)) takeBack(handling, inHand);
    if (found.entry) climbByTime(handling, inHand, found.entry);
    inHand.settle();
  }
  const { writes } = handling;
  await writes.write(em, workspaceId, counter);
  // What was settled may be declined now, or stand on another rung.
  const isUnfinished = due.length >= LIMIT;
  return { ticketIds: ids, isUnfinished, wakeAt: writes.wakeAt, isAnyApart: true, isAnySkippable: true };
}

interface Due {
  readonly kind: 'offer' | 'rung' | 'left' | 'anyApart' | 'anySkippable';
  /** Null of the last two. */
  readonly ticket_id: string | null;
}

/** Tickets something is due for, and whether there are any that a round looks at by themselves. Those of agents who have left count only in queues that give such tickets on at once. */
function findDue(
  em: EntityManager,
  workspaceId: string,
  left: readonly { readonly agentId: string; readonly leftAt: Date }[],
  now: Date,
): Promise<Due[]> {
  return runStatement(
    em,
    `(select ticket_id, 'offer' as kind from offer
      where workspace_id = $1 and state = 'offered' and expires_at <= $2 order by expires_at limit ${LIMIT})
     union all
     (select ticket_id, 'rung' from queue_entry
      where workspace_id = $1 and next_rung_at <= $2 order by next_rung_at limit ${LIMIT})
     union all
     (select t.id, 'left' from json_to_recordset($3::json) as l("agentId" uuid, "leftAt" timestamptz)
      join ticket t on t.workspace_id = $1 and t.assignee_id = l."agentId" and t.status in ('new', 'open')
        and t.assigned_at < l."leftAt"
      join queue q on q.workspace_id = $1 and q.id = t.queue_id and q.reroute = 'atOnce'
      limit ${LIMIT})
     union all
     (select null, 'anyApart' where exists (select from queue_entry where workspace_id = $1 and apart = 'declined'))
     union all
     (select null, 'anySkippable' where exists (select from queue_entry where workspace_id = $1 and may_skip))`,
    [workspaceId, now, JSON.stringify(left)],
  );
}

function takeBack(handling: Handling, inHand: TicketInHand): void {
  const { status, id } = inHand.ticket;
  if (rerouteOf({ rule: 'atOnce', event: 'agentLeft', isAssigneeAvailable: false, status }) === 'keep') return;
  const changes = inHand.requeue({ reason: 'agentLeft' });
  handleEvents(handling, inHand, raiseEvents(changes, id, { kind: DISPATCHER.kind }));
}

function climbByTime({ fallbackQueueId, now }: Handling, inHand: TicketInHand, entry: EntryRow): void {
  const { queuePlan } = inHand.ticket;
  const { rung, countsFrom, nextRungAt } = entry;
  if (!queuePlan || countsFrom === null || nextRungAt === null || nextRungAt > now) return;
  const climb = climbLadder({
    rungs: rungsOf(queuePlan, fallbackQueueId),
    place: { rung, countsFromMs: countsFrom.getTime() },
    nowMs: now.getTime(),
    // By time alone: whether a rung is skipped is asked once it is known who has room.
    canBeServed: () => true,
    skips: () => false,
  });
  inHand.climb(climb, { reason: 'timeout' });
}
