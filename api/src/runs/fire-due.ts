import { dueAtMsOf } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { Programs } from '../flows/programs.ts';
import { openHandling } from '../tickets/open-handling.ts';
import { handleEvents, wakeRun } from './handle-events.ts';
import { type Handling, TIMER } from './handling.ts';
import { lockWorkspace } from './lock-workspace.ts';
import { TicketInHand } from './ticket-in-hand.ts';
import { dueEvents } from './time-triggers.ts';

/** From so much on, in milliseconds, a run that time wakes is marked as late. */
const LATE_MS = 60_000;

/**
 * Does, in the open transaction, what has come due for a ticket: runs whose wait is over go on, time triggers
 * fire. The workspace's lock keeps other processes from doing the same: what was fired is stored with its effects.
 */
export async function fireTicket(
  em: EntityManager,
  workspaceId: string,
  programs: Programs,
  ticketId: string,
  now: Date,
): Promise<void> {
  const counter = await lockWorkspace(em, workspaceId);
  const { handling, tickets } = await openHandling(em, workspaceId, counter, programs, [ticketId], now);
  for (const found of tickets) {
    const inHand = new TicketInHand(found, handling);
    fireAll(handling, inHand);
    inHand.settle();
  }
  handling.writes.endedAttempts.push(ticketId);
  await handling.writes.write(em, workspaceId, counter);
}

function fireAll(handling: Handling, inHand: TicketInHand): void {
  const nowMs = handling.now.getTime();
  const { memory } = inHand;
  for (const { runId, state } of memory.waiting) {
    const dueAtMs = dueAtMsOf(state);
    if (dueAtMs === null || dueAtMs > nowMs) continue;
    const lateMs = nowMs - dueAtMs;
    if (lateMs >= LATE_MS) inHand.log('runWokenLate', TIMER, { runId, dueAt: new Date(dueAtMs), lateMs }, runId);
    wakeRun(handling, inHand, runId, { type: 'time' });
  }
  // One at a time: what the first one does may be why the second one no longer fires.
  for (const event of dueEvents(handling, memory.timers)) handleEvents(handling, inHand, [event]);
}

/**
 * Writes down when the workspace is due next. `askedAt` is when `findDue` last found nothing: what has come due since, and
 * what others have written since, is due next. Locks the workspace, so that nobody writes meanwhile.
 */
export async function settleWake(em: EntityManager, workspaceId: string, askedAt: Date): Promise<void> {
  await lockWorkspace(em, workspaceId);
  await runStatement(
    em,
    `with pause as (
       select ticket_id, retry_at from timer_attempt where workspace_id = $1 and retry_at > $2
     ), next as (
       select min(due_at) as due_at from (
         (select due_at from waiting_run w where workspace_id = $1 and due_at is not null
            and not exists (select from pause p where p.ticket_id = w.ticket_id) order by due_at limit 1)
         union all
         (select due_at from ticket_timer t where workspace_id = $1
            and not exists (select from pause p where p.ticket_id = t.ticket_id) order by due_at limit 1)
         union all
         select next_rung_at from queue_entry where workspace_id = $1 and next_rung_at > $2
         union all
         select expires_at from offer where workspace_id = $1 and state = 'offered' and expires_at > $2
         union all
         select retry_at from pause) d
     ), settled as (
       delete from timer_attempt where workspace_id = $1 and retry_at <= $2
     ), gone as (
       delete from workspace_wake where workspace_id = $1 and (select due_at from next) is null
     )
     update workspace_wake set due_at = (select due_at from next)
     where workspace_id = $1 and (select due_at from next) is not null`,
    [workspaceId, askedAt],
  );
}
