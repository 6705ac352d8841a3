import {
  type Climb,
  climbLadder,
  enterLadder,
  expandLadder,
  type LadderPlace,
  type Priority,
  type Rung,
  resumeLadder,
} from '@alur/engine';
import type { QueuePlan } from '../tickets/ticket.entity.ts';
import type { EntryRow } from './rows.ts';

/** Where a waiting ticket stands on its ladder, as its entry keeps it, and the rung's own priority. */
export interface LadderStanding extends Pick<EntryRow, 'rung' | 'countsFrom' | 'nextRungAt' | 'maySkip'> {
  /** Null: the ticket's own. */
  readonly priority: Priority | null;
}

const ON_NO_LADDER: LadderStanding = { rung: 0, countsFrom: null, nextRungAt: null, maySkip: false, priority: null };

/** The rungs of a plan. Where there is no queue to fall back to, the last target is for good. */
export function rungsOf({ ladder }: QueuePlan, fallbackQueueId: string | null): readonly Rung[] {
  const [first, ...rest] = ladder;
  if (!first) throw new Error('A plan has no target.');
  const rungs = expandLadder({ ...first, ladder: rest }, fallbackQueueId ?? first.queueId);
  return fallbackQueueId === null ? rungs.slice(0, -1) : rungs;
}

/** The standing of a ticket that was routed just now. */
export function standingAtEntry(plan: QueuePlan | null, fallbackQueueId: string | null, now: Date): LadderStanding {
  return plan ? standingAt(rungsOf(plan, fallbackQueueId), enterLadder(now.getTime())) : ON_NO_LADDER;
}

/** The standing of a ticket that is back in its queue, without having been routed anew. */
export function standingAtReturn(plan: QueuePlan | null, fallbackQueueId: string | null, now: Date): LadderStanding {
  if (!plan) return ON_NO_LADDER;
  const rungs = rungsOf(plan, fallbackQueueId);
  return standingAt(rungs, resumeLadder(rungs, plan.rung ?? 0, now.getTime()));
}

/** The standing after a ticket has moved on. */
export function standingAfter({ place, rung, nextRungAtMs }: Climb): LadderStanding {
  return {
    rung: place.rung,
    countsFrom: new Date(place.countsFromMs),
    nextRungAt: nextRungAtMs === null ? null : new Date(nextRungAtMs),
    maySkip: rung.skipIf !== undefined,
    priority: rung.priority,
  };
}

/** Without looking at the time: who is due to move on does so in the next round. */
function standingAt(rungs: readonly Rung[], place: LadderPlace): LadderStanding {
  const nowMs = Number.NEGATIVE_INFINITY;
  return standingAfter(climbLadder({ rungs, place, nowMs, canBeServed: () => true, skips: () => false }));
}
