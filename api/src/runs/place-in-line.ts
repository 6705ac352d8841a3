import type { Climb, Effect, Priority } from '@alur/engine';
import type { QueuePlan } from '../tickets/ticket.entity.ts';
import { type LadderStanding, standingAfter, standingAtEntry, standingAtReturn } from './ladder-standing.ts';
import type { EntryRow, TicketRow } from './rows.ts';

type Enqueue = Extract<Effect, { readonly type: 'enqueue' }>;

/** Where a ticket is to wait, and for whom. */
export type Route = Pick<Enqueue, 'queueId' | 'requirement' | 'priority'> &
  Partial<Pick<Enqueue, 'ladder' | 'prefer' | 'timeoutMs' | 'skipIf'>>;

/** What the entry of a waiting ticket hangs on, beside its place. */
export interface Line {
  readonly ticket: TicketRow;
  /** The ticket's priority when the transaction began. */
  readonly priorityBefore: Priority;
  readonly channel: { readonly type: string; readonly weight: number };
  readonly apart: EntryRow['apart'];
  readonly fallbackQueueId: string | null;
  readonly now: Date;
}

/** A ticket's place among the waiting while the ticket is changed: the entry it was found with, and what moves it. */
export class PlaceInLine {
  readonly #found: EntryRow | null;
  /** Routed in this transaction: its way through queues begins anew. The priority: null for the ticket's own. */
  #routed: { readonly priority: Priority | null } | null = null;
  #climbed: LadderStanding | null = null;
  #keepsAge = false;

  constructor(found: EntryRow | null) {
    this.#found = found;
  }

  get isRouted(): boolean {
    return this.#routed !== null;
  }

  route(priority: Priority | null): void {
    this.#routed = { priority };
    this.#climbed = null;
  }

  /** On to another rung of its ladder, with its age. */
  climb(climb: Climb): void {
    this.#climbed = standingAfter(climb);
    this.#keepsAge = true;
  }

  /** It goes on waiting as if it had never been out of line. */
  keepAge(): void {
    this.#keepsAge = true;
  }

  /** Since when the ticket waits; `isAnew` where it came into another queue or back into line. */
  queuedAt(before: Date | null, isAnew: boolean, now: Date): Date {
    return before && (this.#keepsAge || !isAnew) ? before : now;
  }

  /** The entry of the ticket, which waits; null where it is as it was found. */
  entry(line: Line, queueId: string, queuedAt: Date): EntryRow | null {
    const { ticket, channel, apart } = line;
    const before = this.#found;
    const isMoved = this.isRouted || this.#climbed !== null;
    const { priority: ofRung, ...standing } = this.#standing(line);
    const kept = before && !isMoved && line.priorityBefore === ticket.priority ? before.priority : null;
    const entry: EntryRow = {
      ...standing,
      ticketId: ticket.id,
      queueId,
      queuedAt,
      requirement: ticket.queueRequirement ?? { skills: [] },
      priority: kept ?? ofRung ?? ticket.priority,
      weight: channel.weight,
      channelType: channel.type,
      prefer: ticket.queuePlan?.prefer ?? null,
      apart,
    };
    const isUnchanged =
      before &&
      !isMoved &&
      before.queueId === queueId &&
      before.priority === entry.priority &&
      before.apart === apart &&
      before.queuedAt.getTime() === queuedAt.getTime();
    return isUnchanged ? null : entry;
  }

  #standing({ ticket, fallbackQueueId, now }: Line): LadderStanding {
    const { queuePlan } = ticket;
    if (this.#climbed) return this.#climbed;
    if (this.#routed) {
      const standing = standingAtEntry(queuePlan, fallbackQueueId, now);
      return { ...standing, priority: queuePlan ? standing.priority : this.#routed.priority };
    }
    if (!this.#found) return standingAtReturn(queuePlan, fallbackQueueId, now);
    const { rung, countsFrom, nextRungAt, maySkip } = this.#found;
    return { rung, countsFrom, nextRungAt, maySkip, priority: null };
  }
}

/** What is to be kept of a route beside its queue; null where that is nothing. */
export function planOf({
  queueId,
  requirement,
  priority,
  timeoutMs,
  skipIf,
  ladder = [],
  prefer,
}: Route): QueuePlan | null {
  if (ladder.length === 0 && prefer === undefined && timeoutMs == null && skipIf === undefined) return null;
  const first = { queueId, requirement, priority, timeoutMs: timeoutMs ?? null, ...(skipIf && { skipIf }) };
  return { ladder: [first, ...ladder], prefer: prefer ?? null };
}
